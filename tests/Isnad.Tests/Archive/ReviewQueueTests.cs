using Isnad.Archive.Fusion;
using Isnad.Archive.Ingest;
using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Archive.Reviews;
using Isnad.Archive.Store;
using Isnad.Formats.Import;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>What is worth a second look, in pages of limited cost; the same on both databases.</summary>
public sealed class ReviewQueueTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const string Articles = """
        {"id":"a","outlet":"وكالة الشمال","published":"2024-03-13","title":"غارة","text":"قصفت طائرات حربية روسية سوقاً شعبية في إدلب أمس، ما أدى إلى مقتل 12 مدنياً، بحسب الدفاع المدني."}
        {"id":"b","outlet":"صحيفة الأرز","published":"2024-03-13","title":"قصف","text":"قصفت طائرات حربية روسية الثلاثاء سوقاً في مدينة إدلب، وقتل 15 مدنياً وفق المرصد السوري لحقوق الإنسان."}
        {"id":"c","outlet":"صحيفة النيل","published":"2024-05-02","title":"نفي","text":"نفت وزارة الدفاع الروسية أن تكون طائراتها قصفت قرية في حماة أمس."}
        {"id":"d","outlet":"صحيفة النيل","published":"2024-06-02","title":"قصف آخر","text":"قصفت مدفعية الجيش قرية في درعا أمس."}
        """;

    public static TheoryData<string> Both => ["sqlite", "postgres"];

    [Theory]
    [MemberData(nameof(Both))]
    public void Events_are_there_for_a_reason_until_somebody_has_looked(string store) => With(store, (archive, reviews, pages) =>
    {
        var queue = pages.ReviewQueue();
        Assert.All(queue.Events, e => Assert.NotEmpty(e.Reasons));
        Assert.Null(queue.Next);
        var denied = Assert.Single(pages.ReviewQueue("denied").Events);
        Assert.Equal("حماة", denied.Event.Place!.Name);
        var disputed = Assert.Single(pages.ReviewQueue("disputed").Events);
        Assert.Equal(["dead"], disputed.Event.Disagreements);
        Assert.DoesNotContain(queue.Events, e => e.Event.Place?.Name == "درعا" && e.Event.Reports.All(r => r.Confidence >= 0.5));
        // Page by page the same events come in the same order.
        var (after, found) = ((string?)null, new List<string>());
        do
        {
            var page = pages.ReviewQueue(after: after, size: 1);
            found.AddRange(page.Events.Select(e => e.Event.Key));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(queue.Events.Select(e => e.Event.Key), found);
        reviews.Accept([disputed.Event.Key], "ناظر");
        Assert.Empty(pages.ReviewQueue("disputed").Events);
        Assert.Throws<ArgumentException>(() => pages.ReviewQueue(after: "nowhere"));
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void What_a_person_rejected_holds_up_no_reader_of_what_comes_in(string store) => With(store, (archive, reviews, pages) =>
    {
        reviews.Reject([pages.Events(EventQuery.Everything).Events[^1].Key], "ناظر");
        reviews.Accept([pages.Events(EventQuery.Everything).Events[0].Key], "ناظر");
        Assert.Equal(archive.Sql.Number("SELECT MAX(id) FROM mention"), pages.Reached());
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void A_review_leaves_to_others_what_they_are_taking_in(string store) => With(store, (archive, reviews, pages) =>
    {
        using var folder = new ArchiveFolder();
        var fresh = """{"id":"e","outlet":"صحيفة الفرات","published":"2024-07-02","title":"قصف","text":"قصفت مدفعية الجيش بلدة في حمص أمس."}""";
        new Ingester(archive, NewsEngine.Default, 1).Run([folder.Write("e.jsonl", fresh)], ArticleDefaults.None);
        const string Waiting = "SELECT COUNT(*) FROM mention WHERE event_id IS NULL AND COALESCE(verdict, '') <> 'rejected'";
        var waiting = archive.Sql.Number(Waiting);
        Assert.True(waiting > 0);
        reviews.Accept([pages.Events(EventQuery.Everything, EventOrder.Earliest).Events[0].Key], "ناظر");
        Assert.Equal(waiting, archive.Sql.Number(Waiting));
    });

    private void With(string store, Action<NewsArchive, ArchiveReviews, ArchivePages> test)
    {
        if (store == "postgres")
        {
            server.SkipWhereMissing();
        }

        using var folder = new ArchiveFolder();
        using var archive = NewsArchive.Open(store == "postgres" ? server.NewDatabase() : folder.Location);
        new Ingester(archive, NewsEngine.Default, 2).Run([folder.Write("a.jsonl", Articles)], ArticleDefaults.None);
        new Fuser(archive, NewsEngine.Default).Run();
        test(archive, new(archive, NewsEngine.Default), new(archive, NewsEngine.Default));
    }
}
