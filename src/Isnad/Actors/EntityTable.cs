using Isnad.Knowledge;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Actors;

/// <summary>The entities of a document while they are made, by what later mentions are looked up with.</summary>
internal sealed class EntityTable(NewsDocument document, ActorLexicon lexicon)
{
    private readonly List<EntityBuilder> entities = [];

    /// <summary>By id of the record, name, or title and country: «actors/states#SYR», «name:…», «title:وزير:TUR».</summary>
    public Dictionary<string, EntityBuilder> ByKey { get; } = new(StringComparer.Ordinal);

    /// <summary>Persons by their names and the ends of them.</summary>
    public PersonNames People { get; } = new(document, lexicon);

    /// <summary>Somebody or something not named before.</summary>
    public EntityBuilder New(ActorType type)
    {
        var entity = new EntityBuilder(entities.Count, type);
        entities.Add(entity);
        return entity;
    }

    /// <summary>The entity of a record, made where the article has not named it yet.</summary>
    public EntityBuilder Known(KnowledgeRecord record, ActorType type)
    {
        if (ByKey.TryGetValue(record.Id, out var known))
        {
            return known;
        }

        var entity = New(type);
        entity.Known = record;
        entity.NameEn = record["en"];
        entity.Name = record["name"] ?? record.Headword;
        entity.Take(record.Kind == "state" ? new(record.Headword, "GOV", true) : OfficeHolders.Standing(record, document.DayOfWriting));
        entity.MayBePlace = record.Kind == "state";
        ByKey[record.Id] = entity;
        if (record.Kind == "person")
        {
            People.Remember([.. record.Headword.Split(' ').Select(w => ArabicFolding.Fold(w))], entity);
            foreach (var role in lexicon.Offices.SingleHeldBy(record, document.DayOfWriting))
            {
                ByKey.TryAdd($"title:{ArabicFolding.Fold(role.Headword)}:{role["country"]}", entity);
            }
        }

        return entity;
    }

    /// <summary>The entities in the order of their making; those whose mentions moved to another are left out, the rest renumbered.</summary>
    public IReadOnlyList<Entity> Build()
    {
        var members = entities.SelectMany(e => e.Members).ToHashSet();
        var kept = entities.Where(e => e.Mentions.Count > 0 || e.IsAlluded || members.Contains(e.Index)).ToList();
        var number = new int[entities.Count];
        for (var i = 0; i < kept.Count; i++)
        {
            number[kept[i].Index] = i;
        }

        return [.. kept.Select(e => e.Build()).Select(e => e with
        {
            Index = number[e.Index],
            Members = [.. e.Members.Select(m => number[m])],
            Mentions = [.. e.Mentions.Select(m => m with { EntityId = number[e.Index] })],
        })];
    }
}
