using System.Numerics;
using System.Runtime.InteropServices;

namespace Isnad.Language.Tagging;

/// <summary>
/// A linear classifier over hashed features: each feature adds its weights to the scores of the labels that it speaks for.
/// Immutable and safe to share between threads. File layout: docs/models.md.
/// </summary>
internal sealed class LinearModel
{
    private const int Version = 1;
    private const int FilterBitsPerFeature = 8;
    private const int Stretch = 48;

    // A feature is looked up in at most three places: most that were never learned stop at the filter, which is small enough
    // to stay near the processor; a slot holds a feature's hash and where its row is; a row holds labels and weights side by side.
    private readonly ulong[] filter;
    private readonly ulong[] slots;
    private readonly ushort[] rows;

    private LinearModel(string[] labelNames, ulong[] filter, ulong[] slots, ushort[] rows) =>
        (Labels, this.filter, this.slots, this.rows) = (labelNames, filter, slots, rows);

    public IReadOnlyList<string> Labels { get; }

    /// <summary>Adds the weights of features to the scores, one score a label.</summary>
    public void Add(ReadOnlySpan<uint> features, Span<int> scores)
    {
        // Nearly all the time goes into waiting for memory. So each step is taken for a stretch of features before the next one:
        // without branches between them the processor fetches many at once.
        Span<uint> kept = stackalloc uint[Stretch];
        Span<ulong> found = stackalloc ulong[Stretch];
        for (; features.Length > Stretch; features = features[Stretch..])
        {
            AddStretch(features[..Stretch], kept, found, scores);
        }

        AddStretch(features, kept, found, scores);
    }

    /// <summary>What a feature adds to the score of one label, or to those of two together.</summary>
    public int Weight(uint feature, int label, int second)
    {
        feature = feature == 0 ? 1 : feature;
        if (((filter[(feature >> 6) & (uint)(filter.Length - 1)] >> (int)(feature & 63)) & 1) == 0)
        {
            return 0;
        }

        var mask = (uint)(slots.Length - 1);
        var slot = feature;
        var found = slots[slot & mask];
        while (found != 0 && (uint)found != feature)
        {
            found = slots[++slot & mask];
        }

        return found == 0 ? 0 : WeightInRow((int)(found >> 32), label, second);
    }

    private int WeightInRow(int start, int label, int second)
    {
        var sum = 0;
        for (var at = start; ; at++)
        {
            int entry = rows[at];
            var of = entry & 0x7F;
            sum += of == label || of == second ? (sbyte)(entry >> 8) : 0;
            if ((entry & 0x80) != 0)
            {
                return sum;
            }
        }
    }

    private void AddStretch(ReadOnlySpan<uint> features, Span<uint> kept, Span<ulong> found, Span<int> scores)
    {
        var count = Filter(features, kept);
        count = Find(kept[..count], found);
        var firsts = MemoryMarshal.Cast<uint, int>(kept);
        for (var i = 0; i < count; i++)
        {
            firsts[i] = rows[(int)(found[i] >> 32)];
        }

        for (var i = 0; i < count; i++)
        {
            AddRow((int)(found[i] >> 32), firsts[i], scores);
        }
    }

    /// <summary>Keeps the features that may have been learned.</summary>
    private int Filter(ReadOnlySpan<uint> features, Span<uint> kept)
    {
        var bits = filter;
        var count = 0;
        foreach (var value in features)
        {
            var feature = value == 0 ? 1 : value;
            kept[count] = feature;
            count += (int)(bits[(feature >> 6) & (uint)(bits.Length - 1)] >> (int)(feature & 63)) & 1;
        }

        return count;
    }

    /// <summary>Finds the slots of the features that were learned.</summary>
    private int Find(ReadOnlySpan<uint> features, Span<ulong> found)
    {
        var table = slots;
        var mask = (uint)(table.Length - 1);
        for (var i = 0; i < features.Length; i++)
        {
            found[i] = table[features[i] & mask];
        }

        var count = 0;
        for (var i = 0; i < features.Length; i++)
        {
            var entry = found[i];
            for (var slot = features[i]; entry != 0 && (uint)entry != features[i]; entry = table[++slot & mask])
            {
            }

            found[count] = entry;
            count += entry != 0 ? 1 : 0;
        }

        return count;
    }

    private void AddRow(int start, int entry, Span<int> scores)
    {
        // The last label of a row carries a bit of its own.
        for (scores[entry & 0x7F] += (sbyte)(entry >> 8); (entry & 0x80) == 0; scores[entry & 0x7F] += (sbyte)(entry >> 8))
        {
            entry = rows[++start];
        }
    }

    /// <exception cref="InvalidDataException">The stream holds no such model.</exception>
    public static LinearModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        if (reader.ReadByte() != Version)
        {
            throw new InvalidDataException("not a linear model of this version; train it again");
        }

        var names = new string[reader.ReadByte()];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = reader.ReadString();
        }

        var features = reader.ReadInt32();
        var keys = MemoryMarshal.Cast<byte, uint>(reader.ReadBytes(features * sizeof(uint)));
        var counts = reader.ReadBytes(features);
        var total = reader.ReadInt32();
        var labels = reader.ReadBytes(total);
        var weights = reader.ReadBytes(total);
        var rows = new ushort[total];
        for (var i = 0; i < total; i++)
        {
            rows[i] = (ushort)(labels[i] | (weights[i] << 8));
        }

        var slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, features * 2))];
        var filter = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, features * FilterBitsPerFeature / 64))];
        var start = 0;
        for (var i = 0; i < features; i++)
        {
            var slot = keys[i] & (uint)(slots.Length - 1);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (uint)(slots.Length - 1);
            }

            slots[slot] = keys[i] | ((ulong)start << 32);
            filter[(keys[i] >> 6) & (uint)(filter.Length - 1)] |= 1UL << (int)(keys[i] & 63);
            start += counts[i];
            rows[start - 1] |= 0x80;
        }

        return new(names, filter, slots, rows);
    }

    /// <summary>Writes weights in the form that <see cref="Read"/> takes; at most 127 labels.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="labelNames">Names of the labels.</param>
    /// <param name="features">Weights by feature; those that are 0 are left out.</param>
    /// <param name="steps">Steps a unit is kept in; without it, as many as let the largest weight fit a signed byte.</param>
    public static void Write(Stream stream, IReadOnlyList<string> labelNames, IEnumerable<KeyValuePair<uint, float[]>> features, float? steps = null)
    {
        var rows = features.OrderBy(f => f.Key).ToList();
        // A few outliers must not flatten the rest: the scale follows the largest weight but one in a thousand.
        var sizes = rows.SelectMany(r => r.Value).Where(w => w != 0).Select(Math.Abs).Order().ToList();
        var scale = steps ?? (sizes.Count == 0 ? 1 : 127 / sizes[(int)Math.Ceiling((sizes.Count - 1) * 0.999)]);
        var kept = new List<(uint Key, List<(byte Label, sbyte Weight)> Row)>();
        foreach (var (key, row) in rows)
        {
            List<(byte Label, sbyte Weight)> quantised = [.. row.Select((w, label) => ((byte)label, (sbyte)Math.Clamp(MathF.Round(w * scale), -127, 127))).Where(p => p.Item2 != 0)];
            if (quantised.Count > 0)
            {
                kept.Add((key, quantised));
            }
        }

        using var writer = new BinaryWriter(stream);
        writer.Write((byte)Version);
        writer.Write((byte)labelNames.Count);
        foreach (var name in labelNames)
        {
            writer.Write(name);
        }

        writer.Write(kept.Count);
        kept.ForEach(f => writer.Write(f.Key));
        kept.ForEach(f => writer.Write((byte)f.Row.Count));
        writer.Write(kept.Sum(f => f.Row.Count));
        kept.ForEach(f => f.Row.ForEach(w => writer.Write(w.Label)));
        kept.ForEach(f => f.Row.ForEach(w => writer.Write(w.Weight)));
    }
}
