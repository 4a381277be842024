using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Archive.Store;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>Sums stay true through everything that changes events, and a question can be given up; the same on both databases.</summary>
public sealed class SumTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private static readonly string[] Articles =
    [
        """{"id":"a","outlet":"وكالة الشمال","published":"2024-03-13","title":"غارة","text":"قصفت طائرات حربية روسية سوقاً شعبية في إدلب أمس، ما أدى إلى مقتل 12 مدنياً، بحسب الدفاع المدني."}""",
        """{"id":"b","outlet":"صحيفة الأرز","published":"2024-03-13","title":"قصف","text":"قصفت طائرات حربية روسية الثلاثاء سوقاً في مدينة إدلب، وقتل 15 مدنياً وفق المرصد السوري لحقوق الإنسان."}""",
        """{"id":"c","outlet":"صحيفة النيل","published":"2024-05-02","title":"قصف آخر","text":"قصفت مدفعية الجيش قرية في حماة أمس."}""",
    ];

    public static TheoryData<string> Both => ["sqlite", "postgres"];

    [Theory]
    [MemberData(nameof(Both))]
    public void Sums_are_what_a_recount_gives_while_articles_come_in_one_by_one(string store) => With(store, (archive, folder) =>
    {
        foreach (var (article, at) in Articles.Select((a, at) => (a, at)))
        {
            Fill(archive, folder, at, article);
            KeptSumCheck.Recount(archive);
        }

        // Two reports of one event count once under what both say, and each under its own outlet.
        var pages = new ArchivePages(archive, NewsEngine.Default);
        Assert.Equal((2L, 1L, 1L, 1L), (Count("type:assault"), Count("type:assault on:2024-03"), Count("outlet:الشمال"), Count("outlet:الأرز")));

        long Count(string query) => pages.Count(EventQuery.TryParse(query, out var parsed, out _) ? parsed : throw new ArgumentException(query));
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void An_archive_from_before_is_counted_through_when_it_is_opened(string store) => With(store, (archive, folder) =>
    {
        Fill(archive, folder, 0, string.Join('\n', Articles));
        var dump = ArchiveDump.Write(archive);
        archive.Sql.Script(
            """
            DELETE FROM schema_step WHERE number >= 8; DROP TABLE sum_facet; DROP INDEX event_long; DROP INDEX event_origins; DROP INDEX framing_target;
            CREATE TABLE sum_day (day TEXT); CREATE TABLE sum_place (day TEXT); CREATE TABLE sum_dyad (day TEXT)
            """);
        Isnad.Archive.Schema.Migrator.Run(archive.Sql, Isnad.Archive.Schema.Migration.All);
        Assert.Equal(dump, ArchiveDump.Write(archive));
        Assert.True(archive.Sql.Number("SELECT COUNT(*) FROM sum_facet") > 0);
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void An_archive_without_sums_by_name_gets_them(string store) => With(store, (archive, folder) =>
    {
        Fill(archive, folder, 0, string.Join('\n', Articles));
        var dump = ArchiveDump.Write(archive);
        archive.Sql.Script(
            """
            DELETE FROM schema_step WHERE number >= 9; DELETE FROM sum_facet WHERE scope LIKE 'place=%' OR scope LIKE '%#%' OR facet IN ('part', 'site', 'recipient', 'doer', 'name', 'telling');
            UPDATE sum_facet SET events = 7 WHERE facet = 'dyad'; DROP INDEX framing_target;
            CREATE INDEX sum_facet_dyads ON sum_facet (scope, events DESC, value) WHERE facet = 'dyad' AND period = ''
            """);
        Assert.NotEqual(dump, ArchiveDump.Write(archive));
        Isnad.Archive.Schema.Migrator.Run(archive.Sql, Isnad.Archive.Schema.Migration.All);
        Assert.Equal(dump, ArchiveDump.Write(archive));
        KeptSumCheck.Compare(new ArchivePages(archive, NewsEngine.Default), "place:إدلب");
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void The_whole_name_of_an_outlet_means_no_other_whose_name_is_longer(string store) => With(store, (archive, folder) =>
    {
        Fill(archive, folder, 0, $"{Articles[0].Replace("وكالة الشمال", "النهار", StringComparison.Ordinal)}\n{Articles[2].Replace("صحيفة النيل", "النهار العربي", StringComparison.Ordinal)}");
        var pages = new ArchivePages(archive, NewsEngine.Default);
        foreach (var (query, titles) in new[] { ("outlet:النهار", "غارة"), ("outlet:\"النهار العربي\"", "قصف آخر"), ("outlet:العربي", "قصف آخر"), ("outlet:نهار", "غارة، قصف آخر") })
        {
            Assert.True(EventQuery.TryParse(query, out var parsed, out _));
            Assert.Equal((query, titles), (query, string.Join("، ", pages.Events(parsed).Events.Select(e => e.Reports[0].Article.Title).Distinct().Order(StringComparer.Ordinal))));
            KeptSumCheck.Compare(pages, query);
        }
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void A_question_that_nobody_waits_for_ends(string store) => With(store, (archive, _) =>
    {
        const string Endless = "WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < 4000000000) SELECT COUNT(*) FROM n";
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        archive.Cancellation = stop.Token;
        Assert.Throws<OperationCanceledException>(() => archive.Sql.Number(Endless));
        Assert.Throws<OperationCanceledException>(() => archive.Sql.Number("SELECT 1"));
        archive.Cancellation = CancellationToken.None;
        Assert.Equal(1, archive.Sql.Number("SELECT 1"));
    });

    private static void Fill(NewsArchive archive, ArchiveFolder folder, int at, string lines)
    {
        new Isnad.Archive.Ingest.Ingester(archive, NewsEngine.Default, 1).Run([folder.Write($"{at}.jsonl", lines + "\n")], Isnad.Formats.Import.ArticleDefaults.None);
        new Isnad.Archive.Fusion.Fuser(archive, NewsEngine.Default).Run();
    }

    private void With(string store, Action<NewsArchive, ArchiveFolder> test)
    {
        if (store == "postgres")
        {
            server.SkipWhereMissing();
        }

        using var folder = new ArchiveFolder();
        using var archive = NewsArchive.Open(store == "postgres" ? server.NewDatabase() : folder.Location);
        test(archive, folder);
    }
}
