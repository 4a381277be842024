namespace Isnad.Language.Tagging;

/// <summary>What raw news says of a word form: how frequent it is and which words it behaves like.</summary>
/// <param name="Frequency">Logarithm (base 2) of how often it was seen, or 0.</param>
/// <param name="Coarse">Its class among few, or 0 for an unknown word.</param>
/// <param name="Fine">Its class among many, or 0 for an unknown word.</param>
internal readonly record struct WordProfile(byte Frequency, byte Coarse, ushort Fine);

/// <summary>Word classes learned from raw news. Immutable.</summary>
internal sealed class WordClusters
{
    private readonly Dictionary<string, WordProfile> profiles;
    private readonly Dictionary<string, WordProfile>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    private WordClusters(Dictionary<string, WordProfile> profiles)
    {
        this.profiles = profiles;
        bySpan = profiles.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Profile of a folded word; all zero for one that was not seen often enough.</summary>
    public WordProfile this[ReadOnlySpan<char> word] => bySpan.TryGetValue(word, out var profile) ? profile : default;

    public int Count => profiles.Count;

    /// <exception cref="InvalidDataException">The stream holds no such table.</exception>
    public static WordClusters Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        var count = reader.ReadInt32();
        var profiles = new Dictionary<string, WordProfile>(count, StringComparer.Ordinal);
        var word = "";
        for (var i = 0; i < count; i++)
        {
            // Sorted words share their beginnings with the one before.
            word = string.Concat(word.AsSpan(0, reader.ReadByte()), reader.ReadString());
            profiles.Add(word, new(reader.ReadByte(), reader.ReadByte(), reader.ReadUInt16()));
        }

        return new(profiles);
    }

    public static void Write(Stream stream, IEnumerable<KeyValuePair<string, WordProfile>> profiles)
    {
        var sorted = profiles.Where(p => p.Key.Length is > 0 and < 128).OrderBy(p => p.Key, StringComparer.Ordinal).ToList();
        using var writer = new BinaryWriter(stream);
        writer.Write(sorted.Count);
        var before = "";
        foreach (var (word, profile) in sorted)
        {
            var shared = word.AsSpan().CommonPrefixLength(before);
            writer.Write((byte)shared);
            writer.Write(word[shared..]);
            writer.Write(profile.Frequency);
            writer.Write(profile.Coarse);
            writer.Write(profile.Fine);
            before = word;
        }
    }
}
