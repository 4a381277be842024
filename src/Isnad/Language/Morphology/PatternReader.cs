namespace Isnad.Language.Morphology;

/// <summary>Puts the root letters of a verb into a pattern written in the notation of <see cref="VerbPattern"/>.</summary>
internal static class PatternReader
{
    public static List<Sound> Read(string pattern, VerbTraits verb)
    {
        var sounds = new List<Sound>(pattern.Length);
        foreach (var sign in pattern)
        {
            if (VowelOf(sign, verb) is var vowel and not Vowel.None)
            {
                sounds[^1] = sounds[^1].With(vowel);
            }
            else
            {
                sounds.Add(ConsonantOf(sign, verb));
            }
        }

        return sounds;
    }

    private static Vowel VowelOf(char sign, VerbTraits verb) => sign switch
    {
        'a' => Vowel.A,
        'i' => Vowel.I,
        'u' => Vowel.U,
        'A' => Vowel.LongA,
        'I' => Vowel.LongI,
        'U' => Vowel.LongU,
        'v' => verb.PastVowel,
        'V' => verb.PresentVowel,
        _ => Vowel.None,
    };

    private static Sound ConsonantOf(char sign, VerbTraits verb) => sign switch
    {
        >= '1' and <= '4' => new(sign == '1' && verb.Pattern.Name == "VIII" ? verb.First : verb.Root[sign - '0'], Vowel.None, sign - '0'),
        'x' => Affix(verb.Infix),
        '\'' => Affix(Sound.Hamza),
        '*' => Affix(Sound.Wasl),
        '=' => Affix(Sound.SilentAlef),
        'T' => Affix('ة'),
        't' => Affix('ت'),
        'n' => Affix('ن'),
        's' => Affix('س'),
        'm' => Affix('م'),
        'y' => Affix('ي'),
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, "no sign of a pattern"),
    };

    private static Sound Affix(char letter) => new(letter, Vowel.None, 0);
}
