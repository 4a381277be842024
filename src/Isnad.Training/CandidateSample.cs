using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Isnad.Events.Judging;
using Isnad.Reading;
using Isnad.Text;
using Isnad.Training.Events;

namespace Isnad.Training;

/// <summary>
/// Writes what the judge thinks of candidates in random political articles that no verdict was given on, for somebody to judge:
/// article, start, end, type, probability, status, the words around. Lines with a verdict in place of the rest belong into <c>verdicts.tsv</c>.
/// </summary>
internal static class CandidateSample
{
    private const int Before = 90;
    private const int After = 80;

    public static void Write(ModelFolder folder, TextWriter lines, int seed, int articles)
    {
        var judged = File.ReadLines(folder.Model("events/verdicts.tsv")).Select(l => l.Split('\t')[0]).ToHashSet(StringComparer.Ordinal);
        var pool = Political(folder.Corpus("news", "news.jsonl.gz")).Where(a => !judged.Contains(a.Id)).OrderBy(a => a.Id, StringComparer.Ordinal).ToArray();
        new Random(seed).Shuffle(pool);
        var extractor = new CandidateExtractor();
        foreach (var article in pool.Take(articles))
        {
            foreach (var (span, candidate) in extractor.Of(article))
            {
                lines.WriteLine(string.Join('\t', article.Id, span.Start, span.End, candidate.Type, Probability(candidate).ToString("0.00", CultureInfo.InvariantCulture), Around(article.Text, span)));
            }
        }
    }

    private static double Probability(JudgeCandidate candidate) =>
        JudgeModel.Default is not { } model || model[candidate.Type] is not { } question ? 1
            : 1 / (1 + Math.Exp(-question.Bias - model.Contributions(candidate.Seen, candidate.Scale, question.Name).Sum()));

    private static string Around(string text, TextSpan span)
    {
        var (from, to) = (Math.Max(0, span.Start - Before), Math.Min(text.Length, span.End + After));
        return $"{text[from..span.Start]}[{text[span.Start..span.End]}]{text[span.End..to]}".ReplaceLineEndings(" / ").Replace('\t', ' ');
    }

    private static IEnumerable<Article> Political(string news)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(news), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetProperty("pol") is { ValueKind: JsonValueKind.True } or { ValueKind: JsonValueKind.Number })
            {
                yield return JudgeCorpora.ArticleOf(json.RootElement);
            }
        }
    }
}
