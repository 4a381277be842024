using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Actors;

/// <summary>What a mention or entity is.</summary>
public enum ActorType
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation, institution, armed group, company, media outlet.</summary>
    Organization,

    /// <summary>A state or city as an actor.</summary>
    Geopolitical,

    /// <summary>An unnamed group: «متظاهرون»، «مصادر».</summary>
    Group,

    /// <summary>An agreement, treaty or plan.</summary>
    Agreement,
}

/// <summary>A phrase that names somebody.</summary>
/// <param name="Span">The smallest phrase that names it, title included: «رئيس النظام التركي رجب طيب أردوغان».</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="NameSpan">The proper name inside (after a title), or the span itself.</param>
/// <param name="EntityId">The entity it names (index into the entities' list), set by coreference.</param>
/// <param name="HasPreposition">A preposition is written into its first word: بـ، لـ، كـ.</param>
public sealed record ActorMention(TextSpan Span, int FirstToken, int EndToken, TextSpan NameSpan, int EntityId, bool HasPreposition);

/// <summary>Everybody the article names, once.</summary>
/// <param name="Index">Position among the entities; «E1» in outputs is index 0.</param>
/// <param name="Known">Id of the knowledge entry, or null for a name the engine did not know.</param>
/// <param name="Mentions">Where it is named, in text order.</param>
/// <param name="IsDual">Two at once: «الجانبان»، «الوزيران»; <paramref name="Members"/> are the two.</param>
/// <param name="Members">Entities it stands for; empty for one that stands for itself.</param>
/// <param name="MayBePlace">A state, city or region: an actor only where its verb says so.</param>
/// <param name="IsSource">Speaks or carries words: media, «مصادر»، «شهود».</param>
public sealed record Entity(
    int Index, string Name, string? NameEn, ActorType Type, string? Country, string? Sector, string? Known,
    IReadOnlyList<ActorMention> Mentions, bool IsDual, IReadOnlyList<int> Members, bool MayBePlace, bool IsSource, IReadOnlyList<Evidence> Because)
{
    /// <summary>Who else the name may mean, or which of his offices a person acts in; empty where there is no doubt.</summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];
}
