using System.Text;

namespace Isnad.Fuzz.Making;

/// <summary>Chance that can be had again: the same seed, target and index give the same input.</summary>
internal sealed class Dice
{
    private readonly Random random;

    public Dice(int seed, string target, long index)
    {
        // FNV-1a, for string.GetHashCode differs between processes.
        var hash = 14695981039346656037UL;
        foreach (var c in $"{seed}/{target}/{index}")
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        random = new((int)(hash ^ (hash >> 32)));
    }

    public int Below(int limit) => random.Next(limit);

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int times) => random.Next(times) == 0;

    public T Of<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>A number up to a limit, of any order of magnitude alike: small ones are frequent, large ones occur.</summary>
    public int Size(int limit) => (int)Math.Exp(random.NextDouble() * Math.Log(limit));

    public byte Byte() => (byte)random.Next(256);

    public char Char() => (char)random.Next(0x10000);

    /// <summary>Several of the choices, one after the other.</summary>
    public string Several(IReadOnlyList<string> choices, int most, string between = "")
    {
        var text = new StringBuilder();
        for (var i = Size(most); i > 0; i--)
        {
            text.Append(Of(choices)).Append(between);
        }

        return text.ToString();
    }
}
