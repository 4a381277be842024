namespace Isnad.Language.Morphology;

/// <summary>The vowel after a consonant.</summary>
internal enum Vowel
{
    None,
    A,
    I,
    U,
    LongA,
    LongI,
    LongU,

    /// <summary>A long ā that ends the word as ى: «التقى»; before a suffix it is written ا: «ملقاة».</summary>
    Maqsura,
}

/// <summary>A consonant with its vowel.</summary>
/// <param name="Letter">The consonant; hamza is always ء here, <see cref="Spelling"/> finds its seat.</param>
/// <param name="Vowel">What is heard after it.</param>
/// <param name="Radical">Which root letter it is, 1 to 4, or 0 for a letter of the pattern or an affix.</param>
internal readonly record struct Sound(char Letter, Vowel Vowel, int Radical)
{
    public const char Hamza = 'ء';

    /// <summary>The alef that carries a word over an initial cluster: «انفجر».</summary>
    public const char Wasl = 'ٱ';

    /// <summary>The alef after a plural و, written and not heard: «قصفوا».</summary>
    public const char SilentAlef = 'ا';

    public bool IsGlide => Letter is 'و' or 'ي';

    public bool IsShort => Vowel is Vowel.A or Vowel.I or Vowel.U;

    public Sound With(Vowel vowel) => this with { Vowel = vowel };
}
