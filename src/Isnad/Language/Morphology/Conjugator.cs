namespace Isnad.Language.Morphology;
public readonly record struct VerbForm(string Surface, VerbFeatures Features);
public sealed record VerbLemma(string Past, string Root, string Form, string? Present);
public enum ParticipleKind { Active, Passive }
public sealed class ConjugationException : Exception;
public static class Conjugator {
 public static IReadOnlyList<VerbForm> Conjugate(VerbLemma verb) => [new(verb.Past, new(Tense.Past, Voice.Active, 3, Gender.Masculine, Number.Singular, Mood.Any))];
 public static IReadOnlyList<(string Surface, ParticipleKind Kind)> Participles(VerbLemma verb) => [];
}
