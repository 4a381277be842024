namespace Isnad.Language.Morphology;

/// <summary>A person of a tense with what is written before and after the stem, in the notation of <see cref="VerbPattern"/>.</summary>
internal readonly record struct Affix(int Person, Gender Gender, Number Number, Mood Mood, string Prefix, string Suffix);

/// <summary>Endings and prefixes of verbs, endings of participles. Third persons come first: they are what news is made of.</summary>
internal static class Affixes
{
    // = is the silent alef of «قصفوا».
    public static readonly Affix[] Past =
    [
        new(3, Gender.Masculine, Number.Singular, Mood.Any, "", "a"),
        new(3, Gender.Feminine, Number.Singular, Mood.Any, "", "at"),
        new(3, Gender.Masculine, Number.Dual, Mood.Any, "", "A"),
        new(3, Gender.Feminine, Number.Dual, Mood.Any, "", "atA"),
        new(3, Gender.Masculine, Number.Plural, Mood.Any, "", "U="),
        new(3, Gender.Feminine, Number.Plural, Mood.Any, "", "na"),
        new(1, Gender.None, Number.Plural, Mood.Any, "", "nA"),
        new(1, Gender.None, Number.Singular, Mood.Any, "", "tu"),
        new(2, Gender.Masculine, Number.Singular, Mood.Any, "", "ta"),
        new(2, Gender.Feminine, Number.Singular, Mood.Any, "", "ti"),
        new(2, Gender.None, Number.Dual, Mood.Any, "", "tumA"),
        new(2, Gender.Masculine, Number.Plural, Mood.Any, "", "tum"),
        new(2, Gender.Feminine, Number.Plural, Mood.Any, "", "tunna"),
    ];

    public static readonly Affix[] Present =
    [
        .. Singular(3, Gender.Masculine, "y"),
        .. Singular(3, Gender.Feminine, "t"),
        .. WithEnding(3, Gender.Masculine, Number.Dual, "y", "Ani", "A"),
        .. WithEnding(3, Gender.Feminine, Number.Dual, "t", "Ani", "A"),
        .. WithEnding(3, Gender.Masculine, Number.Plural, "y", "Una", "U="),
        new(3, Gender.Feminine, Number.Plural, Mood.Any, "y", "na"),
        .. Singular(1, Gender.None, "'"),
        .. Singular(1, Gender.None, "n", Number.Plural),
        .. Singular(2, Gender.Masculine, "t"),
        .. WithEnding(2, Gender.Feminine, Number.Singular, "t", "Ina", "I"),
        .. WithEnding(2, Gender.None, Number.Dual, "t", "Ani", "A"),
        .. WithEnding(2, Gender.Masculine, Number.Plural, "t", "Una", "U="),
        new(2, Gender.Feminine, Number.Plural, Mood.Any, "t", "na"),
    ];

    public static readonly Affix[] Imperative =
    [
        new(2, Gender.Masculine, Number.Singular, Mood.Any, "", ""),
        new(2, Gender.Feminine, Number.Singular, Mood.Any, "", "I"),
        new(2, Gender.None, Number.Dual, Mood.Any, "", "A"),
        new(2, Gender.Masculine, Number.Plural, Mood.Any, "", "U="),
        new(2, Gender.Feminine, Number.Plural, Mood.Any, "", "na"),
    ];

    /// <summary>Endings of participles; U and I stand before a genitive: «معتقلو الرأي», «معتقلي الرأي».</summary>
    public static readonly (Gender Gender, Number Number, string Suffix)[] Nominal =
    [
        (Gender.Masculine, Number.Singular, "u"),
        (Gender.Feminine, Number.Singular, "aTu"),
        (Gender.Masculine, Number.Dual, "Ani"),
        (Gender.Masculine, Number.Dual, "ayni"),
        (Gender.Feminine, Number.Dual, "atAni"),
        (Gender.Feminine, Number.Dual, "atayni"),
        (Gender.Masculine, Number.Plural, "Una"),
        (Gender.Masculine, Number.Plural, "Ina"),
        (Gender.Masculine, Number.Plural, "U"),
        (Gender.Masculine, Number.Plural, "I"),
        (Gender.Feminine, Number.Plural, "Atu"),
    ];

    private static Affix[] Singular(int person, Gender gender, string prefix, Number number = Number.Singular) =>
    [
        new(person, gender, number, Mood.Indicative, prefix, "u"),
        new(person, gender, number, Mood.SubjunctiveOrJussive, prefix, "a"),
        new(person, gender, number, Mood.SubjunctiveOrJussive, prefix, ""),
    ];

    private static Affix[] WithEnding(int person, Gender gender, Number number, string prefix, string indicative, string other) =>
    [
        new(person, gender, number, Mood.Indicative, prefix, indicative),
        new(person, gender, number, Mood.SubjunctiveOrJussive, prefix, other),
    ];
}
