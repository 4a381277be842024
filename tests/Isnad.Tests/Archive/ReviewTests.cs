using Isnad.Archive;
using Isnad.Archive.Fusion;
using Isnad.Archive.Ingest;
using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Archive.Reviews;
using Isnad.Archive.Store;
using Isnad.Formats.Evaluation;
using Isnad.Formats.Import;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>What people say is kept, applied whenever an article is read, and can be taken back; the same on both databases.</summary>
public sealed class ReviewTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const string Articles = """
        {"id":"a","outlet":"وكالة الشمال","published":"2024-03-13","title":"غارة","text":"قصفت طائرات حربية روسية سوقاً شعبية في إدلب أمس، ما أدى إلى مقتل 12 مدنياً، بحسب الدفاع المدني."}
        {"id":"b","outlet":"صحيفة الأرز","published":"2024-03-13","title":"قصف","text":"قصفت طائرات حربية روسية الثلاثاء سوقاً في مدينة إدلب، وقتل 15 مدنياً وفق المرصد السوري لحقوق الإنسان."}
        {"id":"c","outlet":"صحيفة النيل","published":"2024-05-02","title":"قصف آخر","text":"قصفت مدفعية الجيش قرية في حماة أمس."}
        """;

    public static TheoryData<string> Both => ["sqlite", "postgres"];

    [Theory]
    [MemberData(nameof(Both))]
    public void What_is_rejected_is_part_of_no_event_until_that_is_taken_back(string store) => With(store, (archive, reviews, pages) =>
    {
        var before = ArchiveDump.Write(archive);
        var e = pages.Events(Parse("place:إدلب")).Events[0];
        Assert.Equal(2, e.Outlets);
        var (kept, rejected) = (Of(e, "وكالة الشمال"), Of(e, "صحيفة الأرز"));
        var number = reviews.Reject(rejected, "ناظر", "a copy of the first", reportsOnly: true);
        var without = pages.Event(kept[0])!.Event;
        Assert.Equal(1, without.Outlets);
        Assert.Equal(kept, without.Reports.Select(r => r.Key));
        Assert.Null(pages.Event(rejected[0]));
        Assert.All(pages.Article(rejected[0].Split('-')[0])!.Events, told => Assert.Equal("rejected", told.Verdict));
        reviews.Undo(number, "ناظر");
        Assert.Equal(before, ArchiveDump.Write(archive));
        Assert.Equal([true, false], reviews.All().Select(r => r.IsUndone));
        reviews.Undo(2, "ناظر");
        Assert.Equal(1, pages.Event(kept[0])!.Event.Outlets);
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void What_is_corrected_stands_as_corrected_and_what_is_impossible_is_refused(string store) => With(store, (_, reviews, pages) =>
    {
        var key = pages.Events(Parse("place:حماة")).Events[0].Key;
        foreach (var (field, value) in new[] { ("status", "scheduled"), ("date", "2024-05"), ("place", "حلب"), ("actor", "روسيا | تركيا"), ("dead", "3-5"), ("mode", "heavy-weapons") })
        {
            reviews.Correct([key], field, value, "ناظر");
        }

        var e = pages.Events(Parse("reviewed:yes")).Events.Single();
        Assert.Equal(("scheduled", "2024-05", "حلب", "SYR", "heavy-weapons"), (e.Status, e.Date, e.Place!.Name, e.Place.Country, e.Mode));
        Assert.NotNull(e.Place.Latitude);
        Assert.Equal(["RUS", "TUR"], e.Actors.Select(a => a.Country).Order(StringComparer.Ordinal));
        Assert.Equal((3L, 5L), (e.Claims.Single().Min, e.Claims.Single().Max));
        reviews.Correct([e.Key], "type", "COERCE", "ناظر");
        Assert.Equal(("COERCE", null), (pages.Event(e.Key)!.Event.Type, pages.Event(e.Key)!.Event.Mode));
        foreach (var (field, value) in new[] { ("type", "BOMB"), ("mode", "aerial"), ("status", "maybe"), ("date", "أمس"), ("dead", "-3"), ("dead", "5-3"), ("colour", "red"), ("actor", "؟") })
        {
            Assert.Equal("KH3006", Assert.Throws<ArchiveException>(() => reviews.Correct([e.Key], field, value, "ناظر")).Code);
        }

        Assert.Throws<ArchiveException>(() => reviews.Accept(["nothing"], "ناظر"));
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void Events_are_merged_and_split_and_the_later_word_prevails(string store) => With(store, (_, reviews, pages) =>
    {
        var (idlib, hama) = (pages.Events(Parse("place:إدلب")).Events[0], pages.Events(Parse("place:حماة")).Events[0]);
        reviews.Merge([idlib.Key, hama.Key], "ناظر");
        Assert.Equal(3, pages.Event(hama.Key)!.Event.Outlets);
        Assert.Contains(pages.Event(hama.Key)!.Decisions, d => d.Merged && d.Reasons.Contains("a person said so", StringComparison.Ordinal));
        var (north, cedar) = (Of(idlib, "وكالة الشمال"), Of(idlib, "صحيفة الأرز"));
        reviews.Split(cedar, "ناظر");
        Assert.Equal([1, 2, 2], new[] { cedar[0], hama.Key, north[0] }.Select(k => pages.Event(k)!.Event.Outlets));
        reviews.Merge([north[0], cedar[0]], "ناظر");
        Assert.Equal(3, pages.Event(hama.Key)!.Event.Outlets);
        Assert.Throws<ArchiveException>(() => reviews.Split([.. pages.Event(hama.Key)!.Event.Reports.Select(r => r.Key)], "ناظر"));
        Assert.Throws<ArchiveException>(() => reviews.Merge([hama.Key], "ناظر"));
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void Reviews_survive_reading_again_and_fusing_again(string store) => With(store, (archive, reviews, pages) =>
    {
        var (idlib, hama) = (pages.Events(Parse("place:إدلب")).Events[0], pages.Events(Parse("place:حماة")).Events[0]);
        var (north, cedar) = (Of(idlib, "وكالة الشمال"), Of(idlib, "صحيفة الأرز"));
        reviews.Split(cedar, "ناظر");
        reviews.Merge([north[0], hama.Key], "ناظر");
        reviews.Correct([cedar[0]], "status", "negated", "ناظر", reportsOnly: true);
        reviews.Reject([hama.Key], "ناظر", reportsOnly: true);
        var before = ArchiveDump.Write(archive);
        archive.Sql.Run("UPDATE article SET knowledge = 'old'");
        new Rereader(archive, NewsEngine.Default, 2).Run();
        new Fuser(archive, NewsEngine.Default).Run();
        Assert.Equal(before, ArchiveDump.Write(archive));
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void Reviews_are_only_added(string store) => With(store, (archive, reviews, pages) =>
    {
        reviews.Accept([pages.Events(EventQuery.Everything).Events[0].Key], "ناظر");
        foreach (var statement in new[] { "UPDATE review SET action = 'reject'", "DELETE FROM review", "DELETE FROM review_target" })
        {
            Assert.ThrowsAny<System.Data.Common.DbException>(() => archive.Sql.Run(statement));
        }
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void What_is_reviewed_becomes_annotation(string store) => With(store, (archive, reviews, pages) =>
    {
        using var folder = new TemporaryFolder();
        var gold = new GoldExport(archive, NewsEngine.Default);
        Assert.Equal(0, gold.Write(folder.Path));
        var events = pages.Events(EventQuery.Everything, size: 100).Events;
        reviews.Accept([.. events.Select(e => e.Key)], "ناظر");
        Assert.Equal(3, gold.Write(folder.Path));
        foreach (var file in Directory.GetFiles(folder.Path))
        {
            GoldSpanCheck.File(file);
        }

        reviews.Reject([events[^1].Key], "ناظر");
        gold.Write(folder.Path);
        Assert.Equal(events.Sum(e => e.Reports.Count) - events[^1].Reports.Count, GoldArticles.Load(folder.Path).Values.Sum(a => a.Events.Count));
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void Queries_are_kept_by_name(string store) => With(store, (archive, _, _) =>
    {
        var saved = new SavedQueries(archive);
        saved.Save("غارات", Parse("نوع:اعتداء مكان:إدلب"));
        saved.Save("غارات", Parse("type:assault"));
        Assert.Equal("type:ASSAULT", Assert.Single(saved.All()).Query);
        Assert.True(saved.Delete("غارات") && !saved.Delete("غارات"));
        Assert.Null(saved.Find("غارات"));
        Assert.Throws<ArgumentException>(() => saved.Save(" ", EventQuery.Everything));
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
        KeptSumCheck.Recount(archive);
    }

    private static List<string> Of(StoredEvent e, string outlet) => [.. e.Reports.Where(r => r.Article.Outlet == outlet).Select(r => r.Key)];

    private static EventQuery Parse(string query)
    {
        Assert.True(EventQuery.TryParse(query, out var parsed, out var error), error?.In(query));
        return parsed;
    }
}
