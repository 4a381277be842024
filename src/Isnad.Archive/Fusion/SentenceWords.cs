using Isnad.Archive.Duplicates;
using Isnad.Text;

namespace Isnad.Archive.Fusion;

/// <summary>What the sentence of an event says besides it: the strongest sign that two articles tell of one event is that they tell the same of it.</summary>
internal static class SentenceWords
{
    /// <summary>How far a sentence is looked at on either side of the word, in characters.</summary>
    public const int Reach = 170;

    // Function words are shorter («من», «على», «الذي» without its article), so that no list of them is needed.
    private const int Shortest = 4;
    private const int Fewest = 4;

    /// <summary>The hashes of its words, each once and ascending: that makes comparing two sentences one walk along both.</summary>
    /// <param name="window">The text around the word.</param>
    /// <param name="start">Where in it the word stands.</param>
    public static ulong[] Around(string window, int start, int length)
    {
        var words = new SortedSet<ulong>();
        var (from, to) = (Math.Min(start, window.Length), Math.Min(start + length, window.Length));
        AddWords(window.AsSpan(LastEnd(window.AsSpan(0, from))..from), words);
        var after = window.AsSpan(to);
        var end = after.IndexOfAny(Ends);
        AddWords(end < 0 ? after : after[..end], words);
        return [.. words];
    }

    /// <summary>How many of the words of the one with fewer are in the other, 0 to 1; null where one has too few to tell.</summary>
    /// <param name="a">As <see cref="Around"/> gives them.</param>
    /// <param name="b">The same of the other.</param>
    public static double? Share(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var fewer = Math.Min(a.Length, b.Length);
        if (fewer < Fewest)
        {
            return null;
        }

        var common = 0;
        for (var (i, j) = (0, 0); i < a.Length && j < b.Length;)
        {
            common += a[i] == b[j] ? 1 : 0;
            (i, j) = a[i].CompareTo(b[j]) switch { < 0 => (i + 1, j), > 0 => (i, j + 1), _ => (i + 1, j + 1) };
        }

        return common / (double)fewer;
    }

    private static ReadOnlySpan<char> Ends => ".\n!؟?";

    private static int LastEnd(ReadOnlySpan<char> text) => text.LastIndexOfAny(Ends) + 1;

    private static void AddWords(ReadOnlySpan<char> text, SortedSet<ulong> words)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetter(text[i]) || ArabicFolding.IsIgnorable(text[i])))
            {
                continue;
            }

            if (i > start && Bare(ArabicFolding.Fold(text[start..i])) is { Length: >= Shortest } word)
            {
                words.Add(FoldedHash.Of(word));
            }

            start = i + 1;
        }
    }

    // «والمدنيين», «للمدنيين», «المدنيين» → «مدنيين». What begins so by nature («الجزائر») does so in both texts.
    private static string Bare(string word) => word switch
    {
        ['و' or 'ف' or 'ب' or 'ك', 'ا', 'ل', .. { Length: > 1 } rest] => rest,
        ['ا' or 'ل', 'ل', .. { Length: > 1 } rest] => rest,
        ['و', .. { Length: >= Shortest } rest] => rest,
        _ => word,
    };
}
