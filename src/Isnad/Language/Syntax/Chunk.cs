using Isnad.Actors;

namespace Isnad.Language.Syntax;

/// <summary>What a chunk is for the shallow grammar of the clause.</summary>
internal enum ChunkKind
{
    /// <summary>A noun, number or name with the adjectives that belong to it, or a preposition with its pronoun.</summary>
    Nominal,

    /// <summary>A finite verb.</summary>
    Verb,

    /// <summary>A temporal expression.</summary>
    Time,

    /// <summary>A punctuation mark.</summary>
    Mark,

    /// <summary>A quotation mark.</summary>
    Quote,

    /// <summary>أن، إن، بأنه</summary>
    Complementizer,

    /// <summary>إذا، بينما، عندما</summary>
    Subordinator,

    /// <summary>الذي، التي، ما</summary>
    Relative,

    /// <summary>قد، لم، كان: words between a subject and its verb.</summary>
    Particle,
}

/// <summary>A run of tokens that plays one part in a clause.</summary>
/// <param name="Kind">Its part.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
internal sealed record Chunk(ChunkKind Kind, int First, int End)
{
    /// <summary>The preposition that governs it (folded), standing before it or written into it.</summary>
    public string? Preposition { get; init; }

    /// <summary>The mention that it is.</summary>
    public ActorMention? Mention { get; init; }

    /// <summary>The state that its place or adjective points to, where it names nobody: «منتجات روسية».</summary>
    public ActorMention? Alluded { get; init; }

    /// <summary>Joined by و to what stands before.</summary>
    public bool Joined { get; init; }

    /// <summary>Second part of an idafa or a counted noun: it opens no phrase of its own («مواقع | الجيش»، «ثلاثة | جنود»).</summary>
    public bool Dependent { get; init; }

    /// <summary>An indefinite accusative, which can be no subject of a verb: «هجوماً».</summary>
    public bool Accusative { get; init; }

    /// <summary>A preposition with its pronoun: «خلالها»، «معه».</summary>
    public bool Pronoun { get; init; }

    /// <summary>What follows are some of those just named: «بينهم», «من بينها».</summary>
    public bool Lists { get; init; }

    /// <summary>Begins with a number or a number word.</summary>
    public bool Numeric { get; init; }

    public bool IsBareNominal => Kind == ChunkKind.Nominal && Preposition is null && !Dependent;
}
