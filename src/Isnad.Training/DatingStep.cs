using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Isnad.Pipeline;
using Isnad.Time;
using Isnad.Time.Dating;

namespace Isnad.Training;

/// <summary>
/// Learns how far clues of each kind lie from the day of publication, from articles that have one. Every fifth is left
/// out, so that <c>isnad evaluate --dates</c> can be asked about articles that were not counted.
/// </summary>
internal static class DatingStep
{
    public static void Run(ModelFolder folder)
    {
        var counts = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        var pipeline = new ReadingPipeline(StandardPipeline.Instance.Stages.TakeWhile(stage => stage is not TimeStage));
        var articles = 0;
        foreach (var (text, published) in Articles(folder.Corpus("news", "news.jsonl.gz")).Where((_, i) => i % 5 != 4))
        {
            var document = new NewsDocument(new Article("", text));
            pipeline.Run(document, NewsEngine.Default.Knowledge, CancellationToken.None);
            Count(counts, TimeStage.Clues(document, NewsEngine.Default.Knowledge), Timeline.Index(published));
            if (++articles % 2000 == 0)
            {
                folder.Say($"{articles} articles");
            }
        }

        Directory.CreateDirectory(folder.Model("dating"));
        File.WriteAllLines(folder.Model("dating/clues.tsv"), counts.Select(pair => $"{pair.Key}\t{Line(pair.Value)}"));
        folder.Say(string.Create(CultureInfo.InvariantCulture, $"dating: {counts.Count} kinds of clue from {articles} articles"));
    }

    // A clue counts for its kind and for the more general kinds it belongs to.
    private static void Count(SortedDictionary<string, int[]> counts, IReadOnlyList<DateClue> clues, int published)
    {
        var bins = new byte[Timeline.Length];
        foreach (var clue in clues)
        {
            clue.Fill(bins);
            for (var kind = clue.Kind; kind.Length > 0; kind = kind[..Math.Max(0, kind.LastIndexOf('.'))])
            {
                if (!counts.TryGetValue(kind, out var seen))
                {
                    counts.Add(kind, seen = new int[ClueBins.Count]);
                }

                seen[bins[published]]++;
            }
        }
    }

    private static string Line(int[] counts) =>
        string.Join(' ', counts.Select((count, bin) => (count, bin)).Where(x => x.count > 0).Select(x => string.Create(CultureInfo.InvariantCulture, $"{x.bin}={x.count}")));

    private static IEnumerable<(string Text, DateOnly Published)> Articles(string path)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var article = json.RootElement;
            if (article.GetProperty("date_type").GetString() == "published" && DateOnly.TryParseExact(article.GetProperty("date").GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                yield return ($"{article.GetProperty("title").GetString()}\n{article.GetProperty("text").GetString()}", day);
            }
        }
    }
}
