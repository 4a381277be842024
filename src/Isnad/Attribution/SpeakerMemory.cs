using Isnad.Actors;

namespace Isnad.Attribution;

/// <summary>Who spoke last and through whom, because «وأضاف» names nobody; and which office is whose name.</summary>
internal sealed class SpeakerMemory
{
    private readonly Dictionary<Entity, IReadOnlyList<Entity>> carriers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Entity, Entity> persons = new(ReferenceEqualityComparer.Instance);

    /// <summary>The speaker of the last report that lay in no other; null before the first.</summary>
    public Entity? Speaker { get; private set; }


    /// <summary>Media named by a phrase before the cue: «ووفقاً لما نقله الإعلام، قال …».</summary>
    public List<Entity> Pending { get; } = [];

    /// <summary>Who carried a speaker's words last; the next words of his came the same way unless they say otherwise.</summary>
    public IReadOnlyList<Entity> ViaOf(Entity speaker) => carriers.GetValueOrDefault(speaker, []);

    public void Remember(Entity speaker, IReadOnlyList<Entity> via)
    {
        Speaker = speaker;
        if (via.Count > 0)
        {
            carriers[speaker] = via;
        }
    }

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
