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

    /// <param name="window">The text around the word.</param>
    /// <param name="start">Where in it the word stands.</param>
    public static IReadOnlySet<string> Around(string window, int start, int length)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var (from, to) = (Math.Min(start, window.Length), Math.Min(start + length, window.Length));
        AddWords(window.AsSpan(LastEnd(window.AsSpan(0, from))..from), words);
        var after = window.AsSpan(to);
        var end = after.IndexOfAny(Ends);
        AddWords(end < 0 ? after : after[..end], words);
        return words;
    }

    /// <summary>How many of the words of the one with fewer are in the other, 0 to 1; null where one has too few to tell.</summary>
    public static double? Share(IReadOnlySet<string> a, IReadOnlySet<string> b)
    {
        var (fewer, more) = a.Count <= b.Count ? (a, b) : (b, a);
        return fewer.Count < Fewest ? null : fewer.Count(more.Contains) / (double)fewer.Count;
    }

    private static ReadOnlySpan<char> Ends => ".\n!؟?";

    private static int LastEnd(ReadOnlySpan<char> text) => text.LastIndexOfAny(Ends) + 1;

    private static void AddWords(ReadOnlySpan<char> text, HashSet<string> words)
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
                words.Add(word);
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
