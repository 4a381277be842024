using System.Numerics;

namespace Isnad.Language;

/// <summary>Particles written together with the word that follows.</summary>
[Flags]
public enum Proclitics
{
    None = 0,
    And = 1,        // و
    So = 2,         // ف
    By = 4,         // ب
    For = 8,        // ل
    Like = 16,      // ك
    Article = 32,   // ال
    Future = 64,    // س
}

/// <summary>One way to cut a word: proclitics + stem + attached pronoun.</summary>
/// <param name="Stem">Folded stem without clitics and without the article.</param>
/// <param name="Proclitics">What was cut off in front.</param>
/// <param name="Enclitic">Attached pronoun, folded («ه», «ها», «هم»), or empty.</param>
/// <param name="Key">The stem with its article, the form that phrases are listed under.</param>
/// <param name="Offset">Number of folded characters before <paramref name="Key"/>.</param>
public readonly record struct Segmentation(string Stem, Proclitics Proclitics, string Enclitic, string Key, int Offset)
{
    /// <summary>Number of clitics cut off; the article counts as one.</summary>
    public int Cuts => BitOperations.PopCount((uint)Proclitics) + (Enclitic.Length > 0 ? 1 : 0);

    public bool Has(Proclitics proclitic) => (Proclitics & proclitic) != 0;

    /// <summary>A preposition written into the word: ب، ل، ك.</summary>
    public bool HasPreposition => Has(Proclitics.By | Proclitics.For | Proclitics.Like);
}
