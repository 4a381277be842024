using System.Globalization;

namespace Isnad.Time.Dating;

/// <summary>
/// How far clues of each kind lie from the day of writing: counts by class of distance, learned from dated articles
/// (models/dating, docs/dating.md). Immutable.
/// </summary>
internal sealed class ClueWeights
{
    private const int FewestSeen = 40;
    private const double Smoothing = 0.3;
    // «العام الماضي 2014» says what year it is; there is nothing to learn.
    private const string Said = ".said";
    private static readonly double[] Exact = [.. Enumerable.Range(0, ClueBins.Count).Select(bin => bin == ClueBins.Middle ? 1.0 : 0)];
    private static readonly Lazy<ClueWeights> Embedded = new(Load);
    private readonly Dictionary<string, double[]> shares = new(StringComparer.Ordinal);

    private ClueWeights(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            if (line.Split('\t') is [var kind, var counted])
            {
                Add(kind, counted);
            }
        }
    }

    public static ClueWeights Default => Embedded.Value;

    public static ClueWeights Read(IEnumerable<string> lines) => new(lines);

    /// <summary>Share of each class of distance for a kind of clue, or for the more general kind it belongs to; null for one never seen.</summary>
    public double[]? Of(string kind)
    {
        if (kind.EndsWith(Said, StringComparison.Ordinal))
        {
            return Exact;
        }

        while (true)
        {
            if (shares.TryGetValue(kind, out var found))
            {
                return found;
            }

            var dot = kind.LastIndexOf('.');
            if (dot < 0)
            {
                return null;
            }

            kind = kind[..dot];
        }
    }

    private void Add(string kind, string counted)
    {
        var counts = new double[ClueBins.Count];
        foreach (var pair in counted.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split('=') is [var bin, var count] && int.TryParse(bin, CultureInfo.InvariantCulture, out var at) && at is >= 0 and < ClueBins.Count)
            {
                counts[at] = int.Parse(count, CultureInfo.InvariantCulture);
            }
        }

        var all = counts.Sum();
        if (all >= FewestSeen)
        {
            shares.Add(kind, [.. counts.Select(count => (count + Smoothing) / (all + (Smoothing * ClueBins.Count)))]);
        }
    }

    private static ClueWeights Load()
    {
        using var stream = typeof(ClueWeights).Assembly.GetManifestResourceStream("clues.tsv");
        if (stream is null)
        {
            return new([]);
        }

        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd().Split('\n'));
    }
}
