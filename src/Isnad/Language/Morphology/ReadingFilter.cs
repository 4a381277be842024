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
    /// <param name="opensSentence">
    /// Whether it is the first word, where verbs stand and the tagger sees nothing before it: both classes stay, and so does a whole
    /// verb that begins like a conjunction («وفرت» of وفّر and not و + فرت).
    /// </param>
    public static IReadOnlyList<WordReading> Filter(WordReading[] readings, TaggedToken tagged, bool opensSentence)
    {
        // Words that the treebank left unanalysed (X) are cut nowhere there; their cut says nothing.
        if (tagged.Tag is WordTag.Unknown or WordTag.X || Array.TrueForAll(readings, Fits))
        {
            return readings;
        }

        var fitting = Array.FindAll(readings, Fits);
        return fitting.Length > 0 || !Array.TrueForAll(readings, IsVerb) ? fitting
            : Array.FindAll(readings, r => Letters(r.Cut) == tagged.Prefix ? IsInflected(r) : IsVerbTag(tagged.Tag) && IsFuture(r));

        bool Fits(WordReading reading) =>
            opensSentence ? Letters(reading.Cut) == tagged.Prefix || (IsVerb(reading) && Letters(reading.Cut) == 0)
            : Letters(reading.Cut) == tagged.Prefix && IsVerb(reading) == IsVerbTag(tagged.Tag);
    }

    // The tagger counts letters in front of the article, which stays with the stem.
    private static int Letters(Segmentation cut) => BitOperations.PopCount((uint)(cut.Proclitics & ~Proclitics.Article));

    // «وشددا»: the treebank has few duals, so the tagger takes one for a noun; no noun that is known is spelt like it, and the
    // ending is believed.
    private static bool IsInflected(WordReading reading) => reading.Sense.Verb is { Number: not Number.Singular, Person: 3, Voice: Voice.Active };

    // «ستوقعه»: the tagger sees the verb and not its س.
    private static bool IsFuture(WordReading reading) => reading.Cut.Has(Proclitics.Future);

    private static bool IsVerb(WordReading reading) => reading.Sense.Class == WordClass.Verb;

    private static bool IsVerbTag(WordTag tag) => tag is WordTag.Verb or WordTag.Aux;
}
