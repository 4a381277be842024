using Isnad.Pipeline;

namespace Isnad.Formats.Annotation;

/// <summary>Finds the tokens that a stretch of the text touches.</summary>
internal static class TokenSpans
{
    /// <summary>Indices of the tokens, in order; the first is looked for by halves.</summary>
    public static IEnumerable<int> Touched(NewsDocument document, int start, int end)
    {
        var (low, high) = (0, document.Tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (document.Tokens[middle].Span.End <= start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        for (var at = low; at < document.Tokens.Count && document.Tokens[at].Span.Start < end; at++)
        {
            yield return at;
        }
    }
}
