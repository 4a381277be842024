using Isnad.Archive;
using Isnad.Archive.Export;
using Isnad.Archive.Fusion;
using Isnad.Archive.Ingest;
using Isnad.Archive.Query;
using Isnad.Archive.Store;
using Isnad.Formats.Import;
using Isnad.Tests.Stories;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>PostgreSQL holds the same and answers the same as SQLite.</summary>
public sealed class PostgresTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private static readonly string[] Queries =
    [
        "", "type:assault", "نوع:اعتداء -denied:yes", "denied:yes", "place:إدلب since:2024-01", "مكان:سوريا", "place:EGY", "killed:>3", "killed:12", "قتلى:<10", "actor:روسيا", "actor:MIL",
        "said-by:المرصد", "via:رويترز", "outlet:الأرز", "origins:>1", "outlets:>2 type:assault", "\"سوق شعبية\"", "سوق", "وبإدلب", "(type:protest OR type:coerce) -place:المغرب", "until:2020", "on:2023-12-15",
        "stance:denies", "published:2021", "participants:>1000", "100%_!'",
    ];

    [Fact]
    public void Holds_and_answers_the_same()
    {
        server.SkipWhereMissing();
        using var sqlite = new ArchiveFolder();
        var location = server.NewDatabase();
        var file = sqlite.Write("a.jsonl", InventedNews.Lines(Enumerable.Range(0, 120)));
        foreach (var place in new[] { sqlite.Location, location })
        {
            Fill(place, file);
        }

        Assert.Equal(ArchiveDump.Write(sqlite.Location), ArchiveDump.Write(location));
        Assert.All(Queries, query => Assert.Equal(Answer(sqlite.Location, query), Answer(location, query)));
        Assert.NotEmpty(Answer(location, "origins:>1"));
    }

    [Fact]
    public void Takes_the_same_in_again_and_reads_again()
    {
        server.SkipWhereMissing();
        using var folder = new ArchiveFolder();
        var location = server.NewDatabase();
        var file = folder.Write("a.jsonl", InventedNews.Lines(Enumerable.Range(0, 60)));
        Fill(location, file);
        var once = ArchiveDump.Write(location);
        Fill(location, file);
        Assert.Equal(once, ArchiveDump.Write(location));
        using var archive = NewsArchive.Open(location);
        archive.Sql.Run("UPDATE article SET knowledge = 'old'");
        var result = new Rereader(archive, NewsEngine.Default, 2).Run();
        new Fuser(archive, NewsEngine.Default).Run();
        Assert.Equal((60 + StoryFile.All.Sum(s => s.Articles.Count), 0), (result.Articles, result.Changed));
        Assert.Equal(once, ArchiveDump.Write(location));
        KeptSumCheck.Recount(archive);
    }

    [Fact]
    public void A_server_that_is_not_there_is_said() =>
        Assert.Equal("KH3001", Assert.Throws<ArchiveException>(() => NewsArchive.Open("postgres://nobody@127.0.0.1:1/nothing")).Code);

    private static void Fill(string location, string file)
    {
        using var archive = NewsArchive.Open(location);
        archive.Write(() =>
        {
            foreach (var article in StoryFile.All.SelectMany(s => s.Articles))
            {
                archive.Add(ArchivedArticle.Read(NewsEngine.Default, article.Article));
            }
        });
        new Ingester(archive, NewsEngine.Default, 2).Run([file], ArticleDefaults.None);
        new Fuser(archive, NewsEngine.Default).Run();
    }

    private static List<string> Answer(string location, string query)
    {
        using var archive = NewsArchive.Open(location, readOnly: true);
        Assert.True(EventQuery.TryParse(query, out var parsed, out var error), error?.In(query));
        return [.. new ArchiveSearch(archive, NewsEngine.Default).Find(parsed).Select(ArchiveJson.Write)];
    }
}
