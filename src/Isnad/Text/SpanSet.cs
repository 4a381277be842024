namespace Isnad.Text;

/// <summary>Spans of one text that answers quickly whether another span touches any of them. Immutable.</summary>
internal sealed class SpanSet
{
    private readonly List<TextSpan> merged = [];

    public SpanSet(IEnumerable<TextSpan> spans)
    {
        foreach (var span in spans.Where(s => s.Length > 0).Order())
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
            {
                merged[^1] = merged[^1].Union(span);
            }
            else
            {
                merged.Add(span);
            }
        }
    }

    public bool Overlaps(TextSpan span)
    {
        // The last stretch that begins before the span ends is the only one that can reach into it: stretches are apart.
        int low = 0, high = merged.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (merged[middle].Start < span.End)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low > 0 && merged[low - 1].Overlaps(span);
    }
}
