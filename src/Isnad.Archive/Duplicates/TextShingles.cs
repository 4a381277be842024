using Isnad.Text;

namespace Isnad.Archive.Duplicates;

/// <summary>
/// The runs of four words of a text, as hashes, and a sample of them to find copies by. The title is left out: the same wire
/// story runs under many.
/// </summary>
internal sealed class TextShingles
{
    /// <summary>Words in a run. With every tenth word changed, two thirds of the runs stay.</summary>
    public const int RunLength = 4;

    // Of each so many runs the least hash is kept (winnowing, Schleimer et al. 2003): two texts that share
    // RunLength + Window - 1 words in a row share a mark, wherever these stand.
    private const int Window = 12;
    private const int LongestTitle = 250;

    private TextShingles(HashSet<long> runs, IReadOnlyList<long> marks) => (Runs, Marks) = (runs, marks);

    /// <summary>Every run.</summary>
    public IReadOnlySet<long> Runs { get; }

    /// <summary>The sample, without repetition, in ascending order.</summary>
    public IReadOnlyList<long> Marks { get; }

    public static TextShingles Of(string text)
    {
        var words = Words(WithoutTitle(text));
        if (words.Count == 0)
        {
            return new([], []);
        }

        var length = Math.Min(RunLength, words.Count);
        var runs = new long[words.Count - length + 1];
        for (var i = 0; i < runs.Length; i++)
        {
            var hash = FoldedHash.Seed;
            for (var j = 0; j < length; j++)
            {
                hash = FoldedHash.Mix(hash, words[i + j]);
            }

            runs[i] = unchecked((long)FoldedHash.Finish(hash));
        }

        return new([.. runs], Sample(runs));
    }

    /// <summary>How many runs two texts share.</summary>
    public int Shared(TextShingles other)
    {
        var (few, many) = Runs.Count <= other.Runs.Count ? (Runs, other.Runs) : (other.Runs, Runs);
        return few.Count(many.Contains);
    }

    private static List<long> Sample(long[] runs)
    {
        var marks = new SortedSet<long>();
        var window = Math.Min(Window, runs.Length);
        // Candidates for the least of the window, ascending: each run enters and leaves once.
        var queue = new LinkedList<int>();
        for (var i = 0; i < runs.Length; i++)
        {
            while (queue.Last is { } last && runs[last.Value] >= runs[i])
            {
                queue.RemoveLast();
            }

            queue.AddLast(i);
            if (queue.First!.Value <= i - window)
            {
                queue.RemoveFirst();
            }

            if (i >= window - 1)
            {
                marks.Add(runs[queue.First!.Value]);
            }
        }

        return [.. marks];
    }

    private static ReadOnlySpan<char> WithoutTitle(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end >= 0 && end <= LongestTitle && !text.AsSpan(end).IsWhiteSpace() ? text.AsSpan(end) : text;
    }

    private static List<ulong> Words(ReadOnlySpan<char> text)
    {
        var words = new List<ulong>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || ArabicFolding.IsIgnorable(text[i])))
            {
                continue;
            }

            if (i > start)
            {
                words.Add(FoldedHash.Of(ArabicFolding.Fold(text[start..i])));
            }

            start = i + 1;
        }

        return words;
    }
}
