namespace Isnad.Language.Tagging;

/// <summary>Hashes of feature values. Features are known by their hash alone, so that no strings are built or stored.</summary>
internal static class FeatureHash
{
    /// <summary>FNV-1a of the letters.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash;
    }

    /// <summary>One feature: its template's number and its values, well mixed.</summary>
    public static uint Mix(uint template, uint first, uint second = 0, uint third = 0)
    {
        var hash = (template * 0x9E3779B1u) ^ first;
        hash = Scramble(hash) + (second * 0x85EBCA77u);
        hash = Scramble(hash) + (third * 0xC2B2AE3Du);
        return Scramble(hash);
    }

    private static uint Scramble(uint h)
    {
        h ^= h >> 16;
        h *= 0x7FEB352Du;
        h ^= h >> 15;
        h *= 0x846CA68Bu;
        return h ^ (h >> 16);
    }
}
