using Isnad.Text;

namespace Isnad.Language.Tagging;

/// <summary>A word as cutting sees it: folded, with what folding loses.</summary>
/// <param name="Folded">Its folded text, never empty.</param>
/// <param name="Ending">The letter or nunation it ends with as written: ة is no attached ه.</param>
/// <param name="Hamzas">How its first letters are written: two bits each, 0 for a bare letter, 1 أ, 2 إ, 3 آ.</param>
internal readonly record struct WrittenWord(string Folded, char Ending, uint Hamzas)
{
    private const int Letters = 8;

    public static WrittenWord Of(string folded, ReadOnlySpan<char> original)
    {
        uint hamzas = 0;
        var letter = 0;
        foreach (var c in original)
        {
            if (letter == Letters)
            {
                break;
            }

            if (!ArabicFolding.IsIgnorable(c))
            {
                hamzas |= (c switch { 'أ' => 1u, 'إ' => 2u, 'آ' => 3u, _ => 0u }) << (2 * letter++);
            }
        }

        return new(folded.Length > 0 ? folded : "_", EndingOf(original), hamzas);
    }

    /// <summary>How the letter with this index is written; 0 for one beyond the first few.</summary>
    public uint Hamza(int letter) => letter < Letters ? (Hamzas >> (2 * letter)) & 3 : 0;

    /// <summary>The letter or sign of nunation that ends a word as written.</summary>
    public static char EndingOf(ReadOnlySpan<char> original)
    {
        for (var i = original.Length - 1; i >= 0; i--)
        {
            if (original[i] is '\u064B' /* fathatan */ || !ArabicFolding.IsIgnorable(original[i]))
            {
                // «اجتماعًا» and «اجتماعاً» end alike.
                return i > 0 && original[i] == 'ا' && original[i - 1] == '\u064B' ? '\u064B' : original[i];
            }
        }

        return ' ';
    }
}
