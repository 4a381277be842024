namespace Isnad.Language.Morphology;

public enum Tense { Past, Present, Imperative }

public enum Voice { Active, Passive }

public enum Mood { Any, Indicative, SubjunctiveOrJussive }

/// <summary>Features of a verb form; person is 1 to 3.</summary>
public readonly record struct VerbFeatures(Tense Tense, Voice Voice, int Person, Gender Gender, Number Number, Mood Mood);
