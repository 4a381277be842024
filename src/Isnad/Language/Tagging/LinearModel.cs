namespace Isnad.Language.Tagging;

/// <summary>
/// A linear classifier over hashed features: each feature adds its weights to the scores of the labels that it speaks for.
/// Immutable and safe to share between threads. File layout: docs/models.md.
/// </summary>
internal sealed class LinearModel
{
    private const int Version = 1;
    private readonly uint[] keys;
    private readonly int[] starts;
    private readonly byte[] labels;
    private readonly sbyte[] weights;
    private readonly int mask;

    private LinearModel(string[] labelNames, uint[] keys, int[] starts, byte[] labels, sbyte[] weights)
    {
        (Labels, this.keys, this.starts, this.labels, this.weights) = (labelNames, keys, starts, labels, weights);
        mask = keys.Length - 1;
    }

    public IReadOnlyList<string> Labels { get; }

    /// <summary>Adds a feature's weights to the scores, one score a label.</summary>
    public void Add(uint feature, Span<int> scores)
    {
        feature = feature == 0 ? 1 : feature;
        for (var slot = (int)(feature & (uint)mask); keys[slot] != 0; slot = (slot + 1) & mask)
        {
            if (keys[slot] == feature)
            {
                for (var i = starts[slot]; ; i++)
                {
                    // The last label of a feature carries the top bit.
                    scores[labels[i] & 0x7F] += weights[i];
                    if (labels[i] > 0x7F)
                    {
                        return;
                    }
                }
            }
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
        var size = 16;
        while (size < features * 2)
        {
            size *= 2;
        }

        var keys = new uint[size];
        var starts = new int[size];
        var written = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(reader.ReadBytes(features * sizeof(uint)));
        var counts = reader.ReadBytes(features);
        var total = reader.ReadInt32();
        var labels = reader.ReadBytes(total);
        var weights = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(reader.ReadBytes(total)).ToArray();
        var start = 0;
        for (var i = 0; i < features; i++)
        {
            var slot = (int)(written[i] & (uint)(size - 1));
            while (keys[slot] != 0)
            {
                slot = (slot + 1) & (size - 1);
            }

            keys[slot] = written[i];
            starts[slot] = start;
            start += counts[i];
            labels[start - 1] |= 0x80;
        }

        return new(names, keys, starts, labels, weights);
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
