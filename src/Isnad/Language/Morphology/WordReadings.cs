using Isnad.Knowledge;

namespace Isnad.Language.Morphology;

/// <summary>What a form is of its lemma.</summary>
public enum WordClass
{
    Verb,
    Masdar,
    Participle,
    Noun,
    Particle,
}

/// <summary>A form that knowledge derives: whose it is and what it is.</summary>
/// <param name="Entry">The record it comes from; <see cref="KnowledgeRecord.Kind"/> says what for: verb, noun, light-verb, cue-verb, status-cue, closed.</param>
/// <param name="Verb">Features where it is a finite verb.</param>
public sealed record WordSense(KnowledgeRecord Entry, WordClass Class, VerbFeatures? Verb, Number Number)
{
    /// <summary>Which participle it is: «معتقِل» detains, «معتقَل» is detained; null for other classes.</summary>
    public ParticipleKind? Participle { get; init; }
}

/// <summary>One way to read a token: a sense and the cut that leads to it.</summary>
public readonly record struct WordReading(WordSense Sense, Segmentation Cut);

/// <summary>The readings of every token; ambiguity is kept for the stages that know the context.</summary>
public sealed class WordReadings(IReadOnlyList<WordReading>[] readings)
{
    public int Count => readings.Length;

    /// <summary>Readings of a token, those with the fewest clitics first; empty for a word that no entry derives.</summary>
    public IReadOnlyList<WordReading> this[int token] => readings[token];
}
