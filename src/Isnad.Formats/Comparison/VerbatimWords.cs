using Isnad.Reading;

namespace Isnad.Formats.Comparison;

/// <summary>The stretches of an article that are a speaker's own words, the outlet's insertions cut out.</summary>
internal sealed class VerbatimWords
{
    private readonly List<(int Start, int End)> spans;
    private readonly List<SpanText> insertions;

    public VerbatimWords(NewsReading reading)
    {
        var direct = reading.Reports.Where(r => r.Form == "direct").ToList();
        insertions = [.. direct.SelectMany(r => r.Insertions)];
        spans = [];
        foreach (var content in direct.SelectMany(r => r.Content).OrderBy(c => c.Start))
        {
            if (spans is [.., var last] && content.Start <= last.End)
            {
                spans[^1] = (last.Start, Math.Max(last.End, content.End));
            }
            else
            {
                spans.Add((content.Start, content.End));
            }
        }
    }

    public bool Holds(SpanText words)
    {
        int low = 0, high = spans.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].Start <= words.Start ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && words.End <= spans[low - 1].End && !insertions.Exists(i => i.Start <= words.Start && words.End <= i.End);
    }
}
