namespace Isnad.Formats.Import;

/// <summary>Tells Arabic from other languages, those in Arabic letters included, by letters and the commonest words.</summary>
public static class LanguageCheck
{
    private const int Sample = 20_000;

    /// <summary>Null for Arabic, else what it seems to be.</summary>
    public static string? Refuses(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        int arabic = 0, letters = 0, persian = 0, urdu = 0;
        foreach (var c in sample)
        {
            if (!char.IsLetter(c))
            {
                continue;
            }

            letters++;
            arabic += Isnad.Text.ArabicFolding.IsArabicLetter(c) ? 1 : 0;
            // Letters that Arabic news does not use: پ چ ژ گ ک ی; and those of Urdu alone: ٹ ڈ ڑ ں ے ہ.
            persian += c is 'پ' or 'چ' or 'ژ' or 'گ' or 'ک' or 'ی' ? 1 : 0;
            urdu += c is 'ٹ' or 'ڈ' or 'ڑ' or 'ں' or 'ے' or 'ہ' ? 1 : 0;
        }

        if (letters == 0)
        {
            return "no letters";
        }

        if (arabic * 2 < letters)
        {
            return "a text in another script than Arabic";
        }

        if (urdu * 50 > arabic)
        {
            return "Urdu";
        }

        // A Persian keyboard writes Arabic with ک and ی; the Arabic article tells the two languages apart.
        return persian * 25 > arabic && Articles(sample) * 40 < arabic ? "Persian, Kurdish or another language in Arabic letters" : null;
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
