using Isnad.Actors;

namespace Isnad.Attribution;

/// <summary>Who spoke last and through whom, because «وأضاف» names nobody; and which office is whose name.</summary>
internal sealed class SpeakerMemory
{
    private readonly Dictionary<Entity, Entity> persons = new(ReferenceEqualityComparer.Instance);

    /// <summary>The speaker of the last report that lay in no other; null before the first.</summary>
    public Entity? Speaker { get; private set; }

    /// <summary>Who carried the last speaker's words.</summary>
    public IReadOnlyList<Entity> Via { get; private set; } = [];

    /// <summary>Index of the sentence of the last report.</summary>
    public int Sentence { get; private set; } = -1;

    /// <summary>Media named by a phrase before the cue: «ووفقاً لما نقله الإعلام، قال …».</summary>
    public List<Entity> Pending { get; } = [];

    public void Remember(Entity speaker, IReadOnlyList<Entity> via, int sentence) => (Speaker, Via, Sentence) = (speaker, via, sentence);

    /// <summary>«السفير الروسي أناتولي أنتونوف»: later «السفير الروسي» is the same person.</summary>
    public void Learn(Entity? office, Entity? person)
    {
        if (office is { Type: ActorType.Person } && person is not null && office != person)
        {
            persons[office] = person;
        }
    }

    /// <summary>The person behind an office, or the entity itself.</summary>
    public Entity? Resolve(Entity? entity) => entity is not null && persons.TryGetValue(entity, out var person) ? person : entity;
}
