namespace Isnad.Training.Clusters;

/// <summary>How often each word of the vocabulary follows each other one. Word 0 stands for sentence ends and rare words.</summary>
internal sealed class BigramCounts
{
    private BigramCounts(string[] vocabulary, long[] frequencies, (int Word, int Count)[][] next, (int Word, int Count)[][] previous) =>
        (Vocabulary, Frequencies, Next, Previous) = (vocabulary, frequencies, next, previous);

    /// <summary>Words, most frequent first, from index 1.</summary>
    public string[] Vocabulary { get; }

    public long[] Frequencies { get; }

    public (int Word, int Count)[][] Next { get; }

    public (int Word, int Count)[][] Previous { get; }

    /// <summary>Reads the sentences twice: once to choose the vocabulary, once to count.</summary>
    public static BigramCounts Count(Func<IEnumerable<string[]>> sentences, int vocabularySize)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var word in sentences().SelectMany(s => s))
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
        }

        string[] vocabulary = ["", .. counts.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).Take(vocabularySize - 1).Select(p => p.Key)];
        var index = vocabulary.Select((word, i) => (word, i)).Skip(1).ToDictionary(p => p.word, p => p.i, StringComparer.Ordinal);
        var pairs = new Dictionary<long, int>();
        foreach (var sentence in sentences())
        {
            var before = 0;
            foreach (var word in sentence.Append(""))
            {
                var next = index.GetValueOrDefault(word);
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(pairs, ((long)before << 32) | (uint)next, out _)++;
                before = next;
            }
        }

        var following = Lists(vocabulary.Length, pairs.Select(p => ((int)(p.Key >> 32), (int)p.Key, p.Value)));
        var preceding = Lists(vocabulary.Length, pairs.Select(p => ((int)p.Key, (int)(p.Key >> 32), p.Value)));
        return new(vocabulary, [.. vocabulary.Select((word, i) => i == 0 ? 0 : counts[word])], following, preceding);
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
