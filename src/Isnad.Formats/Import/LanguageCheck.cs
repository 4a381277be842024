using Isnad.Text;

namespace Isnad.Formats.Import;

/// <summary>Tells Arabic from other languages, those in Arabic letters included, by letters and the article.</summary>
public static class LanguageCheck
{
    private const int Sample = 20_000;

    /// <summary>Null for Arabic, else what the text seems to be.</summary>
    public static string? Refuses(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = FirstLetter(text);
        var sample = text.AsSpan(start, Math.Min(text.Length - start, Sample));
        int arabic = 0, letters = 0, persian = 0, urdu = 0, mojibake = 0, lost = 0;
        foreach (var c in sample)
        {
            lost += c == '\uFFFD' ? 1 : 0;
            if (!char.IsLetter(c))
            {
                continue;
            }

            letters++;
            arabic += ArabicFolding.IsArabicLetter(c) ? 1 : 0;
            // Letters that Arabic news does not use; those of Urdu alone count apart.
            persian += c is 'پ' or 'چ' or 'ژ' or 'گ' or 'ک' or 'ی' ? 1 : 0;
            urdu += c is 'ٹ' or 'ڈ' or 'ڑ' or 'ں' or 'ے' or 'ہ' ? 1 : 0;
            // The bytes 0xD8 and 0xD9, with which Arabic letters begin in UTF-8, read as Latin-1.
            mojibake += c is 'Ø' or 'Ù' ? 1 : 0;
        }

        if (lost * 5 > letters + lost)
        {
            return "text whose letters were lost when it was saved in a wrong encoding; save it again as UTF-8";
        }

        if (letters == 0)
        {
            return "no writing at all, without a single letter";
        }

        if (mojibake * 4 > letters)
        {
            return "Arabic that was saved in a wrong encoding («Ø§Ù„…»); save it again as UTF-8";
        }

        if (arabic * 2 < letters)
        {
            return "in another script than the Arabic one";
        }

        if (urdu * 50 > arabic)
        {
            return "Urdu";
        }

        // A Persian keyboard writes Arabic with ک and ی; the Arabic article tells the two languages apart.
        return persian * 25 > arabic && Articles(sample) * 40 < arabic ? "Persian, Kurdish or another language in Arabic letters" : null;
    }

    // A page may begin with much that is no writing.
    private static int FirstLetter(string text)
    {
        var at = 0;
        while (at < text.Length && !char.IsLetter(text[at]) && text[at] != '\uFFFD')
        {
            at++;
        }

        return at == text.Length ? 0 : at;
    }

    private static int Articles(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 1; i + 2 < text.Length; i++)
        {
            count += text[i] == 'ا' && text[i + 1] == 'ل' && !char.IsLetter(text[i - 1]) ? 1 : 0;
        }

        return count;
    }
}
