namespace Isnad.Archive.Duplicates;

/// <summary>A 64-bit hash (FNV-1a with a final mix) that is the same on every machine and in every run, since it is stored.</summary>
internal static class FoldedHash
{
    public const ulong Seed = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Seed;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * Prime);
        }

        return hash;
    }

    public static ulong Mix(ulong hash, ulong next) => unchecked((((hash << 5) | (hash >> 59)) ^ next) * Prime);

    // FNV leaves the high bits of short inputs alike; the sample takes the least hash, so all bits must count.
    public static ulong Finish(ulong hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
            hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
            return hash ^ (hash >> 33);
        }
    }
}
