namespace Isnad.Language.Morphology;

/// <summary>The consonants of a root.</summary>
internal sealed class Root
{
    private readonly char[] letters;

    private Root(char[] letters) => this.letters = letters;

    public int Length => letters.Length;

    /// <summary>A root letter, counted from 1.</summary>
    public char this[int radical] => letters[radical - 1];

    public char Last => letters[^1];

    /// <summary>«د ع و»: the last letter may turn into a vowel.</summary>
    public bool IsDefective => IsGlide(Last);

    /// <summary>«ق و ل»: the middle letter may turn into a vowel; not in «ن و ي», where the last does.</summary>
    public bool IsHollow => letters.Length == 3 && IsGlide(letters[1]) && !IsDefective;

    /// <summary>«ر د د».</summary>
    public bool IsDoubled => letters.Length == 3 && letters[1] == letters[2] && !IsDefective;

    /// <summary>«ر ء ي», which loses its hamza in «يرى» and «أرى».</summary>
    public bool IsToSee => letters is ['ر', Sound.Hamza, 'ي'];

    public static Root Parse(string root)
    {
        var letters = new List<char>(4);
        foreach (var part in root.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            letters.Add(part is [var letter] ? Consonant(letter, root) : throw new ConjugationException($"root «{root}»: write its letters one by one, parted by spaces"));
        }

        return letters.Count is 3 or 4 ? new([.. letters]) : throw new ConjugationException($"root «{root}» has {letters.Count} letters; a verb has three or four");
    }

    private static char Consonant(char letter, string root) => letter switch
    {
        'أ' or 'إ' or 'آ' or 'ؤ' or 'ئ' or 'ء' => Sound.Hamza,
        'ى' => 'ي',
        'ا' => throw new ConjugationException($"root «{root}»: an alef is no root letter; write و, ي or أ"),
        >= 'ب' and <= 'ي' and not 'ة' and not 'ـ' => letter,
        _ => throw new ConjugationException($"root «{root}»: «{letter}» is no Arabic consonant"),
    };

    private static bool IsGlide(char letter) => letter is 'و' or 'ي';

    public override string ToString() => string.Join(' ', letters);
}
