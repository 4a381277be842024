using System.Numerics;

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

    /// <summary>The same, cheaper, for the parser's many features: the values are multiplied side by side and mixed once.</summary>
    public static uint Join(uint template, uint first, uint second = 0, uint third = 0)
    {
        var hash = ((first + 1UL) * 0x9E3779B97F4A7C15UL)
            ^ BitOperations.RotateLeft((second + 1UL) * 0xC2B2AE3D27D4EB4FUL, 23)
            ^ BitOperations.RotateLeft((third + 1UL) * 0x165667B19E3779F9UL, 41)
            ^ (template * 0x27D4EB2F165667C5UL);
        hash ^= hash >> 29;
        hash *= 0xBF58476D1CE4E5B9UL;
        return (uint)(hash >> 32);
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
