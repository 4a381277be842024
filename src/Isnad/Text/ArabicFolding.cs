namespace Isnad.Text;

/// <summary>
/// Folds spelling differences that carry no meaning in news text, so that knowledge lists one spelling only.
/// Every kept letter stays one letter; marks, tatweel and bidi controls vanish. Offsets always refer to the original.
/// </summary>
public static class ArabicFolding
{
    private const char SoftHyphen = '\u00AD';
    private const char FirstPresentationForm = '\uFE80';
    private const char LastPresentationForm = '\uFEF4';

    // The letters of U+FE80 to U+FEF4 in order: initial, medial and final shapes that old pages write. Not left to Unicode
    // normalisation, which knows only ASCII where the runtime carries no culture data.
    private const string PresentationForms =
        "ءآآأأؤؤإإئئئئااببببةةتتتتثثثثججججححححخخخخددذذررززسسسسششششصصصصضضضضططططظظظظععععغغغغففففققققككككللللممممننننههههووىىيييي";

    /// <summary>Folds a word or phrase: «إِدلبـ» → «ادلب», «سورية» → «سوريه», «٢٠١٩» → «2019».</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var buffer = text.Length <= 256 ? stackalloc char[text.Length * 2] : new char[text.Length * 2];
        var length = Fold(text, buffer);
        return new string(buffer[..length]);
    }

    /// <summary>Folds into a buffer of at least twice the length; returns how many characters were written.</summary>
    internal static int Fold(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (c < 0x600)
            {
                if (c != SoftHyphen)
                {
                    buffer[length++] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
                }

                continue;
            }

            if (IsIgnorable(c))
            {
                continue;
            }

            if (IsLamAlef(c))
            {
                buffer[length++] = 'ل';
                buffer[length++] = 'ا';
                continue;
            }

            buffer[length++] = FoldLetter(c);
        }

        return length;
    }

    /// <summary>True for vowel marks, tatweel, bidi controls and joiners: they take room in the text and none in a word.</summary>
    public static bool IsIgnorable(char c) =>
        c is (>= '\u064B' and <= '\u065F') or '\u0640' /* tatweel */ or '\u0670' /* superscript alef */
            or (>= '\u0610' and <= '\u061A') or (>= '\u06D6' and <= '\u06ED')
            or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u061C' or '\uFEFF' or SoftHyphen;

    /// <summary>How many folded characters a character of the text becomes: none, one, or two for a ligature of lam and alef.</summary>
    internal static int FoldedLength(char c) => IsIgnorable(c) ? 0 : IsLamAlef(c) ? 2 : 1;

    /// <summary>True for a letter of the Arabic script, presentation forms and Persian or Urdu letters included.</summary>
    public static bool IsArabicLetter(char c) =>
        c is (>= '\u0620' and <= '\u064A') or (>= '\u066E' and <= '\u06D3' and not '\u0670') or (>= '\uFB50' and <= '\uFD3D') or (>= '\uFD50' and <= '\uFDFB') or (>= '\uFE70' and <= '\uFEFC');

    private static bool IsLamAlef(char c) => c is >= '\uFEF5' and <= '\uFEFC';

    private static char FoldLetter(char c) => c switch
    {
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ى' or 'ی' or 'ې' or 'ئ' => 'ي',
        'ؤ' => 'و',
        'ة' or 'ۀ' or 'ە' or 'ہ' or 'ھ' => 'ه',
        'ک' or 'ڪ' => 'ك',
        >= '٠' and <= '٩' => (char)(c - '٠' + '0'),
        >= '۰' and <= '۹' => (char)(c - '۰' + '0'),
        '٫' => '.',
        '٬' => ',',
        '٪' => '%',
        >= FirstPresentationForm and <= LastPresentationForm => FoldLetter(PresentationForms[c - FirstPresentationForm]),
        'ﮎ' or 'ﮏ' or 'ﮐ' or 'ﮑ' => 'ك',
        'ﯼ' or 'ﯽ' or 'ﯾ' or 'ﯿ' => 'ي',
        _ => c,
    };
}
