using System.Globalization;
using Isnad.Archive.Fusion;
using Isnad.Archive.Query;
using Isnad.Archive.Store;
using Isnad.Tests.Archive;
using Xunit;

namespace Isnad.Tests.Stories;

/// <summary>How well fusion groups what the engine found in invented stories; docs/archive.md tells the figures.</summary>
public sealed class StoryTests(ITestOutputHelper output)
{
    // The weights were chosen on the stories before this one; the others were written afterwards and did not change them.
    private const string FirstUnseen = "13-";

    private sealed record Told(string Event, string Cluster, string Where);

    [Fact]
    public void Fusion_groups_as_a_reader_does()
    {
        using var folder = new ArchiveFolder();
        Fill(folder, Articles(), 1000);
        var told = Annotated(folder, out var missed);
        output.WriteLine($"{StoryFile.All.Count} stories, {Articles().Count()} articles, {told.Count} words found of {told.Count + missed.Count}");
        var f1 = Show("all", told);
        Show("those that the weights were chosen on", [.. told.Where(t => string.CompareOrdinal(t.Event, FirstUnseen) < 0)]);
        Show("those written afterwards", [.. told.Where(t => string.CompareOrdinal(t.Event, FirstUnseen) >= 0)]);
        foreach (var group in told.GroupBy(t => t.Event))
        {
            output.WriteLine($"{group.Key}: {string.Join(" / ", group.GroupBy(t => t.Cluster).Select(c => string.Join(", ", c.Select(t => t.Where))))}");
        }

        output.WriteLine($"not found by the engine: {string.Join(", ", missed)}");
        // The goal is 0.9; the floor leaves room for an engine that reads a few of these words otherwise.
        Assert.True(f1 >= 0.85, $"B³ F1 is {f1}");
    }

    [Fact]
    public void Independent_origins_are_counted_as_a_reader_does()
    {
        using var folder = new ArchiveFolder();
        Fill(folder, Articles(), 1000);
        var (right, all, deniedRight, deniedAll) = (0, 0, 0, 0);
        foreach (var (name, fields, events) in EventsOf(folder))
        {
            all++;
            var found = events.MaxBy(e => e.Reports.Count);
            if (found is null)
            {
                output.WriteLine($"{name}: not found");
                continue;
            }

            var isRight = found.Origins == int.Parse(fields["origins"], CultureInfo.InvariantCulture);
            right += isRight ? 1 : 0;
            output.WriteLine($"{name}: {found.Origins} origins, {fields["origins"]} expected; denied {found.Denied}; claims {string.Join(" | ", found.Claims.Select(c => $"{c.What} {c.Min}-{c.Max} {c.Says?.Name}"))}");
            if (fields.TryGetValue("denied", out var denied))
            {
                deniedAll++;
                deniedRight += denied == "yes" == found.Denied ? 1 : 0;
            }
        }

        output.WriteLine($"origins right in {right} of {all}, denials in {deniedRight} of {deniedAll}");
        // The goal is 0.95. What is wrong is wrong where the engine misses a mention or its place, so the figure moves with every
        // change of the engine; the floor is below it.
        Assert.True(right >= 0.9 * all, $"origins right in {right} of {all}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_order_of_arrival_makes_no_difference(int seed)
    {
        using var inOrder = new ArchiveFolder();
        using var shuffled = new ArchiveFolder();
        Fill(inOrder, Articles(), 1000);
        var random = new Random(seed);
        // Fused after every few articles, in another order, and so again and again.
        Fill(shuffled, Articles().OrderBy(_ => random.Next()), batch: 3 + seed);
        Assert.Equal(inOrder.Dump(), shuffled.Dump());
    }

    private double Show(string which, List<Told> told)
    {
        var (precision, recall) = BCubed(told);
        var f1 = 2 * precision * recall / (precision + recall);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{which}: B³ precision {precision:0.000}, recall {recall:0.000}, F1 {f1:0.000} over {told.Count} words"));
        return f1;
    }

    private static IEnumerable<StoryArticle> Articles() => StoryFile.All.SelectMany(s => s.Articles);

    private static void Fill(ArchiveFolder folder, IEnumerable<StoryArticle> articles, int batch)
    {
        using var archive = NewsArchive.Open(folder.Location);
        foreach (var chunk in articles.Chunk(batch))
        {
            archive.Write(() =>
            {
                foreach (var story in chunk)
                {
                    archive.Add(ArchivedArticle.Read(NewsEngine.Default, story.Article));
                }
            });
            new Fuser(archive, NewsEngine.Default).Run();
        }
    }

    private static List<Told> Annotated(ArchiveFolder folder, out List<string> missed)
    {
        var told = new List<Told>();
        missed = [];
        using var archive = NewsArchive.Open(folder.Location, readOnly: true);
        foreach (var story in StoryFile.All)
        {
            foreach (var (article, words) in story.Articles.Select(a => (a.Article, a.Words)))
            {
                var mentions = archive.Sql.Rows(
                    "SELECT e.key, m.word, m.start_at FROM mention m JOIN article a ON a.id = m.article_id JOIN event e ON e.id = m.event_id WHERE a.key = @p1",
                    r => (Cluster: r.GetString(0), Word: r.GetString(1), Start: (int)r.GetInt64(2)), ArchivedArticle.KeyOf(article));
                foreach (var (name, word) in words)
                {
                    var mention = mentions.FirstOrDefault(m => word.Split('|').Any(w => m.Word.Contains(w, StringComparison.Ordinal) || w.Contains(m.Word, StringComparison.Ordinal)));
                    if (mention.Cluster is null)
                    {
                        missed.Add($"{article.Id} {word}");
                    }
                    else
                    {
                        told.Add(new($"{story.Name}/{name}", mention.Cluster, $"{article.Id[^1]} {word}"));
                    }
                }
            }
        }

        return told;
    }

    private static IEnumerable<(string Name, IReadOnlyDictionary<string, string> Fields, List<StoredEvent> Events)> EventsOf(ArchiveFolder folder)
    {
        var told = Annotated(folder, out _);
        using var archive = NewsArchive.Open(folder.Location, readOnly: true);
        var reader = new EventReader(archive.Sql);
        foreach (var story in StoryFile.All)
        {
            foreach (var (name, fields) in story.Events)
            {
                var keys = told.Where(t => t.Event == $"{story.Name}/{name}").Select(t => t.Cluster).Distinct();
                yield return ($"{story.Name}/{name}", fields, [.. reader.Read([.. keys.Select(key => archive.Sql.Number("SELECT id FROM event WHERE key = @p1", key))])]);
            }
        }
    }

    // For each word: how many of its group belong to its event, and how many of its event are in its group (Bagga and Baldwin 1998).
    private static (double Precision, double Recall) BCubed(List<Told> told) =>
        (told.Average(t => told.Count(x => x.Cluster == t.Cluster && x.Event == t.Event) / (double)told.Count(x => x.Cluster == t.Cluster)),
         told.Average(t => told.Count(x => x.Cluster == t.Cluster && x.Event == t.Event) / (double)told.Count(x => x.Event == t.Event)));
}
