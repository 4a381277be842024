using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Text;

namespace Isnad.Events;

/// <summary>A word or phrase that may name an event.</summary>
/// <param name="Frame">What its entry says.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="Span">The words that name it.</param>
/// <param name="Verb">Features where it is a finite verb, else null.</param>
/// <param name="Cut">Clitics of its (first) word.</param>
/// <param name="Class">Verb, masdar, participle or noun.</param>
internal sealed record Trigger(EventFrame Frame, int FirstToken, int EndToken, TextSpan Span, VerbFeatures? Verb, Segmentation Cut, WordClass Class)
{
    public bool IsVerb => Verb is not null;

    /// <summary>Stands where a verb would: a finite verb, or a participle such as «داعياً».</summary>
    public bool IsVerbal => IsVerb || Class == WordClass.Participle;

    public bool IsPassive => Verb is { Voice: Voice.Passive };

    /// <summary>The same letters are an active and a passive.</summary>
    public bool MayBePassive { get; init; }

    /// <summary>Which participle it is, if it is one.</summary>
    public ParticipleKind? Participle { get; init; }
}
