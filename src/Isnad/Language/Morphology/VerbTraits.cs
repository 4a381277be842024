namespace Isnad.Language.Morphology;

/// <summary>What a verb chooses beyond its root and form.</summary>
/// <param name="PastVowel">Middle vowel of a form I past: «قَتَل», «لقِي».</param>
/// <param name="PresentVowel">Middle vowel of a form I present: «يقول», «يبيع», «ينال».</param>
/// <param name="DropsFirst">Whether the form I present loses its first letter: «يصل» from و ص ل.</param>
/// <param name="FirmMiddle">Whether a weak middle letter stays where others lose it: «استجوب».</param>
/// <param name="First">First root letter in form VIII, after assimilation: ت of «اتصل».</param>
/// <param name="Infix">The infixed ت of form VIII, after assimilation: د of «ازدهر».</param>
internal sealed record VerbTraits(
    Root Root,
    VerbPattern Pattern,
    Vowel PastVowel,
    Vowel PresentVowel,
    bool DropsFirst,
    bool FirmMiddle,
    char First,
    char Infix)
{
    /// <summary>Whether the middle letter turns into a vowel: «قال», «أعاد», «اغتال».</summary>
    public bool WeakMiddle => Root.IsHollow && !Pattern.KeepsMiddle && !FirmMiddle;

    /// <summary>Whether two equal root letters may meet: «ردّ», «احتلّ», «احمرّ», and not «ردّد».</summary>
    public bool Contracts => Pattern.Name == "IX" || (Root.IsDoubled && Pattern.Name is not ("II" or "V"));

    /// <summary>«خذ», «كل», «مر».</summary>
    public bool ClipsImperative => Pattern.IsFirst && Root[1] == Sound.Hamza && (Root[2], Root[3]) is ('خ', 'ذ') or ('ك', 'ل') or ('م', 'ر');

    /// <summary>How the infix of form VIII and the first root letter change each other; the likeliest first.</summary>
    public static IReadOnlyList<(char First, char Infix)> Infixes(Root root) => root[1] switch
    {
        'د' => [('د', 'د')],
        'ذ' => [('د', 'د'), ('ذ', 'ذ'), ('ذ', 'د')],
        'ز' => [('ز', 'د')],
        'ص' => [('ص', 'ط')],
        'ض' => [('ض', 'ط')],
        'ط' => [('ط', 'ط')],
        'ظ' => [('ظ', 'ظ'), ('ظ', 'ط')],
        'ث' => [('ث', 'ث'), ('ث', 'ت')],
        'و' or 'ي' => [('ت', 'ت')],
        Sound.Hamza => [(Sound.Hamza, 'ت'), ('ت', 'ت')],
        var letter => [(letter, 'ت')],
    };
}
