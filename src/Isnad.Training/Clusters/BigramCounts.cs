using System.Runtime.InteropServices;

namespace Isnad.Training.Clusters;

/// <summary>How often each word of the vocabulary follows each other one. Word 0 stands for sentence ends and rare words.</summary>
internal sealed class BigramCounts
{
    private const string SentenceEnd = "";

    private BigramCounts(string[] vocabulary, long[] frequencies, (int Word, int Count)[][] next, (int Word, int Count)[][] previous) =>
        (Vocabulary, Frequencies, Next, Previous) = (vocabulary, frequencies, next, previous);

    /// <summary>Words, most frequent first, from index 1.</summary>
    public string[] Vocabulary { get; }

    public long[] Frequencies { get; }

    public (int Word, int Count)[][] Next { get; }

    public (int Word, int Count)[][] Previous { get; }

    /// <summary>Numbers the words in the order met, chooses the vocabulary, then counts.</summary>
    public static BigramCounts Count(IEnumerable<string[]> sentences, int vocabularySize)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal) { [SentenceEnd] = 0 };
        var text = new List<int>();
        foreach (var word in sentences.SelectMany(s => s.Append(SentenceEnd)))
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, word, out var known);
            number = known ? number : numbers.Count - 1;
            text.Add(number);
        }

        var seen = new long[numbers.Count];
        text.ForEach(number => seen[number]++);
        var ranked = numbers.Skip(1).OrderByDescending(n => seen[n.Value]).ThenBy(n => n.Key, StringComparer.Ordinal).Take(vocabularySize - 1).ToList();
        var index = new int[numbers.Count];
        for (var i = 0; i < ranked.Count; i++)
        {
            index[ranked[i].Value] = i + 1;
        }

        // A word and the next as one number below 2³²: the halves of a longer key would cancel out in its hash.
        var size = ranked.Count + 1;
        var pairs = new Dictionary<uint, int>();
        var before = 0;
        foreach (var number in text)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(pairs, (uint)((before * size) + index[number]), out _)++;
            before = index[number];
        }

        return new(
            [SentenceEnd, .. ranked.Select(r => r.Key)],
            [0, .. ranked.Select(r => seen[r.Value])],
            Lists(size, pairs.Select(p => ((int)(p.Key / size), (int)(p.Key % size), p.Value))),
            Lists(size, pairs.Select(p => ((int)(p.Key % size), (int)(p.Key / size), p.Value))));
    }

    private static (int, int)[][] Lists(int size, IEnumerable<(int From, int To, int Count)> pairs)
    {
        var lists = new List<(int, int)>[size];
        foreach (var (from, to, count) in pairs)
        {
            (lists[from] ??= []).Add((to, count));
        }

        return [.. lists.Select(list => list?.ToArray() ?? [])];
    }
}
