namespace Isnad.Language.Morphology;

/// <summary>A verb as its knowledge entry gives it.</summary>
/// <param name="Past">Third person masculine singular of the past, with or without vowel signs; «أصيب», «قُتل» stand for the passive alone.</param>
/// <param name="Root">Root letters parted by spaces: «ق ص ف».</param>
/// <param name="Form">Derived form: I to X, QI, QII.</param>
/// <param name="Present">Third person masculine singular of the present; read for form I, whose middle vowel no rule gives: «يقول», «يلقى», «يقع».</param>
public sealed record VerbLemma(string Past, string Root, string Form, string? Present);

/// <summary>A finite verb form as written, without vowel signs and clitics.</summary>
public readonly record struct VerbForm(string Surface, VerbFeatures Features);

public enum ParticipleKind { Active, Passive }

/// <summary>A form of a participle as written, without vowel signs and clitics.</summary>
public readonly record struct ParticipleForm(string Surface, ParticipleKind Kind, Gender Gender, Number Number);

/// <summary>Root, form and spelling of a verb entry contradict each other; the message says how.</summary>
public sealed class ConjugationException : Exception
{
    public ConjugationException()
    {
    }

    public ConjugationException(string message)
        : base(message)
    {
    }

    public ConjugationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
