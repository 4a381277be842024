using Isnad.Knowledge;
using Isnad.Language.Morphology;
using Isnad.Text;

namespace Isnad.Attribution;

/// <summary>What a cue is made of.</summary>
internal enum CueKind
{
    /// <summary>«قال»</summary>
    Verb,

    /// <summary>«مشيراً»، «مؤكدة»: goes with the verb of its sentence.</summary>
    Participle,

    /// <summary>«قوله»، «نفيه»</summary>
    Masdar,

    /// <summary>«بحسب»، «نقلاً عن»</summary>
    Phrase,

    /// <summary>«لافروف: …»</summary>
    Colon,
}

/// <summary>How a cue is tied to the words before it in its sentence.</summary>
internal enum CueLead
{
    /// <summary>Nothing parts it from what stands before: «السكان يقولون».</summary>
    None,

    /// <summary>The sentence, a comma, و or a conjunction opens it: «، وأكد».</summary>
    Clause,

    /// <summary>A relative pronoun: «التي قال».</summary>
    Relative,

    /// <summary>The outlet turns to somebody else: «إلا أن السكان يقولون».</summary>
    Contrast,
}

/// <summary>Words that announce somebody's words.</summary>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="Span">As written.</param>
/// <param name="Entry">The knowledge entry; null for a colon.</param>
/// <param name="Verb">Features of a finite verb.</param>
/// <param name="Negated">«لم ينف».</param>
/// <param name="Lead">What ties it to the words before.</param>
/// <param name="LeadToken">Index of the token where its clause begins: what was told before ends here.</param>
/// <param name="Enclitic">Attached pronoun, or empty.</param>
internal sealed record Cue(
    CueKind Kind, int FirstToken, int EndToken, TextSpan Span, KnowledgeRecord? Entry, VerbFeatures? Verb, bool Negated,
    CueLead Lead, int LeadToken, string Enclitic)
{
    public bool Continues => Entry?.Is("continues") ?? false;

    /// <summary>«وصف [القصف بـ«الجريمة»]»: says what something is called, so that the marks alone hold the words.</summary>
    public bool GivesName => Entry?.Is("gives-name") ?? false;

    /// <summary>«قول [السفير]: «…»»: a masdar that its speaker follows, and no pronoun that stands for him.</summary>
    public bool IsOwned { get; init; }

    public bool IsRelay => Entry?["role"] == "relay";

    public bool IsChain => Entry?["names"] == "chain";

    /// <summary>A word of several meanings: a cue only where words visibly follow it.</summary>
    public bool IsAmbiguous => Entry?.Is("ambiguous") ?? false;

    /// <summary>«نقلت عن», «نسبت إلى»: after this preposition stands whose words they are.</summary>
    public bool TakesSourceAfter(string preposition) => Entry is not null && Entry.Values("source-after").Any(p => ArabicFolding.Fold(p) == preposition);

    /// <summary>Whether the words can follow after this preposition, folded or not.</summary>
    public bool TakesAfter(string preposition) => Entry is not null && Entry.Values("takes").Any(p => ArabicFolding.Fold(p) == preposition);

    public bool Takes(string complement) => Entry is not null && Entry.Values("takes").Contains(complement);
}
