namespace Isnad.Language.Tagging;

/// <summary>Where a word is cut into proclitics, stem and attached pronoun, in folded characters.</summary>
/// <param name="Prefix">Number of one-letter proclitics: و ف ب ل ك س.</param>
/// <param name="Suffix">Length of the attached pronoun, or 0.</param>
internal readonly record struct WordCut(int Prefix, int Suffix)
{
    /// <summary>Every way to cut a word; the whole word first.</summary>
    public static void Candidates(WrittenWord spelling, List<WordCut> cuts)
    {
        ReadOnlySpan<char> word = spelling.Folded;
        cuts.Clear();
        if (word.Length > 1 && char.IsAsciiDigit(word[1]))
        {
            // «ب159», «و6»: a number has no stem to mistake its first letter for.
            cuts.Add(IsPrefix(word[..1], 0) ? new(1, 0) : default);
            return;
        }

        cuts.Add(default);
        var conjunction = word.Length > 1 && word[0] is 'و' or 'ف' ? 1 : 0;
        for (var prefix = 0; prefix <= conjunction + 1; prefix++)
        {
            if (prefix >= word.Length || !IsPrefix(word[..prefix], conjunction))
            {
                continue;
            }

            var rest = word[prefix..];
            if (prefix > 0 && (rest.Length >= 2 || IsPronoun(rest)))
            {
                cuts.Add(new(prefix, 0));
            }

            foreach (var pronoun in CliticCutter.Pronouns)
            {
                if (rest.Length >= pronoun.Length + 2 && rest.EndsWith(pronoun, StringComparison.Ordinal) && spelling.Ending is not ('ة' or '\u064B'))
                {
                    cuts.Add(new(prefix, pronoun.Length));
                }
            }
        }
    }

    /// <summary>The stem as it would stand alone: «للحكومه» → «الحكومه», «زيارته» → «زياره».</summary>
    public ReadOnlySpan<char> Stem(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var stem = word[Prefix..^Suffix];
        var article = Prefix > 0 && word[Prefix - 1] == 'ل' && stem.Length > 2 && stem[0] == 'ل';
        if (!article && !(Suffix > 0 && stem[^1] == 'ت'))
        {
            return stem;
        }

        if (article)
        {
            buffer[0] = 'ا';
        }

        stem.CopyTo(buffer[(article ? 1 : 0)..]);
        var length = stem.Length + (article ? 1 : 0);
        if (Suffix > 0 && stem[^1] == 'ت')
        {
            buffer[length - 1] = 'ه';
        }

        return buffer[..length];
    }

    private static bool IsPrefix(ReadOnlySpan<char> prefix, int conjunction) => prefix.Length switch
    {
        0 => true,
        1 => prefix[0] is 'و' or 'ف' or 'ب' or 'ل' or 'ك' or 'س',
        _ => conjunction == 1 && prefix[1] is 'ب' or 'ل' or 'ك' or 'س',
    };

    private static bool IsPronoun(ReadOnlySpan<char> rest)
    {
        foreach (var pronoun in CliticCutter.Pronouns)
        {
            if (rest.SequenceEqual(pronoun))
            {
                return true;
            }
        }

        return false;
    }
}
