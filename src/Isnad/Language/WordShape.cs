using System.Collections.Concurrent;

namespace Isnad.Language;

/// <summary>A folded word and every way to cut it, fewest cuts first. Shared between occurrences of the word.</summary>
public sealed class WordShape
{
    // News repeats its words; input is untrusted, so what is kept has a bound.
    private const int CacheLimit = 300_000;
    private const int LongestWord = 64;
    private static readonly Cache Marks = new(folded => new(folded, []));
    private static readonly Cache Words = new(folded => new(folded, CliticCutter.Cut(folded, mayHavePronoun: true)));
    private static readonly Cache ClosedWords = new(folded => new(folded, CliticCutter.Cut(folded, mayHavePronoun: false)));

    private WordShape(string folded, Segmentation[] segmentations) => (Folded, Segmentations) = (folded, segmentations);

    public string Folded { get; }

    public IReadOnlyList<Segmentation> Segmentations { get; }

    /// <summary>What a gate last said of the word, kept with it so that asking again costs nothing.</summary>
    internal GateAnswer? Answer { get; set; }

    /// <summary>The shape of a number, a mark or a word in another script, which nobody cuts.</summary>
    internal static WordShape OfMark(ReadOnlySpan<char> folded) => Marks[folded];

    /// <summary>The shape of a folded word.</summary>
    /// <param name="folded">The word.</param>
    /// <param name="lastLetter">Its last letter as written: after ة and ى no pronoun stands, «هجمة» is not «هجم» + ه.</param>
    internal static WordShape OfWord(ReadOnlySpan<char> folded, char lastLetter) =>
        folded.Length > LongestWord ? Marks[folded] : lastLetter is 'ة' or 'ى' ? ClosedWords[folded] : Words[folded];

    private sealed class Cache(Func<string, WordShape> create)
    {
        private readonly ConcurrentDictionary<string, WordShape> shapes = new(StringComparer.Ordinal);
        private int count;

        public WordShape this[ReadOnlySpan<char> folded]
        {
            get
            {
                if (shapes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var shape))
                {
                    return shape;
                }

                shape = create(folded.ToString());
                if (folded.Length <= LongestWord && count < CacheLimit && shapes.TryAdd(shape.Folded, shape))
                {
                    // Asking the dictionary for its count would take all its locks.
                    Interlocked.Increment(ref count);
                }

                return shape;
            }
        }
    }
}
