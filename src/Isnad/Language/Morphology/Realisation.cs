namespace Isnad.Language.Morphology;

/// <summary>Turns a pattern with its affixes into written words.</summary>
internal static class Realisation
{
    public static IEnumerable<string> All(string pattern, VerbTraits verb)
    {
        var word = PatternReader.Read(pattern, verb);
        WeakLetters.Apply(word, verb);
        return Spelling.Of(word);
    }

    public static string First(string pattern, VerbTraits verb) => All(pattern, verb).First();

    /// <summary>Imperatives: the jussive without its prefix, an alef before an initial cluster: «ابحث», «قل».</summary>
    public static IEnumerable<string> Imperatives(string suffix, VerbTraits verb)
    {
        var stem = verb.ClipsImperative ? "2V3" : StemOf(verb);
        var word = PatternReader.Read((verb.Pattern.Name == "IV" ? "'a" : "") + stem + suffix, verb);
        WeakLetters.Apply(word, verb);
        if (word.Count > 1 && word[0].Vowel == Vowel.None)
        {
            word.Insert(0, new(Sound.Wasl, Vowel.I, 0));
        }

        return Spelling.Of(word);
    }

    public static string PresentOf(VerbTraits verb, string prefix, string suffix) => prefix + verb.Pattern.PrefixVowel + StemOf(verb) + suffix;

    // «يصل» from و ص ل
    private static string StemOf(VerbTraits verb) => verb is { Pattern.IsFirst: true, DropsFirst: true } ? "2V3" : verb.Pattern.Present;
}
