using System.Numerics;
using Isnad.Language.Tagging;

namespace Isnad.Language.Morphology;

/// <summary>
/// Leaves out the readings of a word that its sentence rules out: «وزير» is not و + «زير» (was visited), «بحث» after a
/// preposition is no verb. What remains may still be ambiguous.
/// </summary>
internal static class ReadingFilter
{
    /// <param name="readings">Readings of the word.</param>
    /// <param name="tagged">What the tagger says about it.</param>
    /// <param name="opensSentence">Whether it is the first word, where verbs stand and the tagger sees nothing before it: both classes stay.</param>
    public static IReadOnlyList<WordReading> Filter(WordReading[] readings, TaggedToken tagged, bool opensSentence)
    {
        // Words that the treebank left unanalysed (X) are cut nowhere there; their cut says nothing.
        if (tagged.Tag is WordTag.Unknown or WordTag.X || Array.TrueForAll(readings, Fits))
        {
            return readings;
        }

        return Array.FindAll(readings, Fits);

        bool Fits(WordReading reading) => Letters(reading.Cut) == tagged.Prefix && (opensSentence || IsVerb(reading) == IsVerbTag(tagged.Tag));
    }

    // The tagger counts letters in front of the article, which stays with the stem.
    private static int Letters(Segmentation cut) => BitOperations.PopCount((uint)(cut.Proclitics & ~Proclitics.Article));

    private static bool IsVerb(WordReading reading) => reading.Sense.Class == WordClass.Verb;

    private static bool IsVerbTag(WordTag tag) => tag is WordTag.Verb or WordTag.Aux;
}
