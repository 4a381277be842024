namespace Isnad.Archive.Duplicates;

/// <summary>How one article's text is another's.</summary>
/// <param name="Kind">same, shortened or edited.</param>
/// <param name="Share">How much of the shorter one stands in the longer one, 0 to 1.</param>
internal sealed record CopyVerdict(string Kind, double Share);

/// <summary>Decides whether two texts are one. The answer depends on the two alone, not on the order in which they came.</summary>
internal static class CopyTest
{
    // Half of the shorter text, and no less than some fifteen words: a stock phrase is no copy.
    private const double LeastShare = 0.5;
    private const int LeastRuns = 12;
    private const double SameText = 0.9;

    // An outlet repeats what it wrote of a matter before under each new report; only nearly all of it is the same report again.
    private const double LeastShareAtHome = 0.8;

    /// <summary>Null where they are two texts.</summary>
    public static CopyVerdict? Compare(TextShingles a, TextShingles b, bool sameOutlet = false)
    {
        var shared = a.Shared(b);
        var (shorter, longer) = (Math.Min(a.Runs.Count, b.Runs.Count), Math.Max(a.Runs.Count, b.Runs.Count));
        if (shorter == 0 || (shared < LeastRuns && !(shared == shorter && shared == longer)))
        {
            return null;
        }

        var share = shared / (double)shorter;
        if (share < (sameOutlet ? LeastShareAtHome : LeastShare))
        {
            return null;
        }

        var kind = shared >= SameText * (shorter + longer - shared) ? "same" : share >= SameText ? "shortened" : "edited";
        return new(kind, Math.Round(share, 3));
    }
}
