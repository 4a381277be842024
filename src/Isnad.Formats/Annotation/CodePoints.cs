namespace Isnad.Formats.Annotation;

/// <summary>Turns offsets that count UTF-16 code units into offsets that count characters of Unicode, and back. They differ behind an emoji.</summary>
internal sealed class CodePoints
{
    // Where the second halves of surrogate pairs stand: usually nowhere.
    private readonly List<int> second = [];

    public CodePoints(string text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]))
            {
                second.Add(at);
            }
        }
    }

    /// <summary>The offset in characters of an offset in code units.</summary>
    public int Of(int unit) => unit - Below(second, unit);

    /// <summary>The offset in code units of an offset in characters.</summary>
    public int Units(int point)
    {
        // Each pair in front moves it by one, which may bring further pairs in front.
        var (low, high) = (0, second.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (second[middle] - middle <= point)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return point + low;
    }

    private static int Below(List<int> sorted, int unit)
    {
        var found = sorted.BinarySearch(unit);
        return found < 0 ? ~found : found;
    }
}
