using Isnad.Actors;
using Isnad.Pipeline;
using Isnad.Places;

namespace Isnad.Events;

/// <summary>
/// Says who is meant where the grammar names nobody: whoever visits Baghdad is Iraq's guest, and a bomb in Aleppo strikes Syria;
/// words of blame, demand, praise or help that follow a name nobody else is spoken of mean that one.
/// </summary>
internal sealed class UnnamedParties
{
    private const int Reach = 30;
    private static readonly HashSet<string> Struck = ["ASSAULT", "COERCE"];
    private static readonly HashSet<string> Directed = ["ACCUSE", "REQUEST", "SUPPORT", "REJECT", "SANCTION", "AID", "THREATEN", "ASSAULT", "COERCE", "CONSULT"];
    private static readonly HashSet<string> Done = ["ACCUSE", "REQUEST", "SUPPORT", "REJECT", "SANCTION", "AID", "THREATEN", "CONSULT", "AGREE", "RETREAT", "COOPERATE", "CONCEDE", "MOBILIZE"];
    private readonly NewsDocument document;
    private readonly Dictionary<string, int> stateOf = new(StringComparer.Ordinal);
    private readonly List<ActorMention> named;

    public UnnamedParties(NewsDocument document)
    {
        this.document = document;
        foreach (var entity in document.Entities.Where(e => e is { Type: ActorType.Geopolitical, Known: not null, Country: not null }))
        {
            stateOf.TryAdd(entity.Country!, entity.Index);
        }

        named = [.. document.Mentions.Concat(document.Allusions).OrderBy(m => m.FirstToken)];
    }

    /// <summary>The recipient of an event that has none, or null.</summary>
    public int? Recipient(Trigger trigger, Participants found, string? mode, PlaceMention? place)
    {
        if (found.Recipients.Count > 0)
        {
            return null;
        }

        if ((mode == "visit" || Struck.Contains(trigger.Frame.Type)) && place?.Country is { } country && stateOf.TryGetValue(country, out var state) && found.Actors.All(a => document.Entities[a.EntityId].Country != country))
        {
            return state;
        }

        return Directed.Contains(trigger.Frame.Type) && !trigger.Frame.IsSymmetric ? After(trigger, found) : null;
    }

    /// <summary>The actor of an event that has none, or null: of acts that are laid at somebody's door, who is named last before it.</summary>
    public int? Actor(Trigger trigger, Participants found)
    {
        if (found.Actors.Count > 0 || trigger.IsPassive || !Done.Contains(trigger.Frame.Type))
        {
            return null;
        }

        return Before(trigger, found);
    }

    private int? Before(Trigger trigger, Participants found)
    {
        var sentence = document.Tokens[trigger.FirstToken].Sentence;
        for (var at = named.Count - 1; at >= 0; at--)
        {
            var mention = named[at];
            if (mention.FirstToken >= trigger.FirstToken)
            {
                continue;
            }

            if (document.Tokens[mention.FirstToken].Sentence != sentence || mention.EndToken < trigger.FirstToken - Reach)
            {
                return null;
            }

            if (MayBeMeant(mention, found.Recipients))
            {
                return mention.EntityId;
            }
        }

        return null;
    }

    /// <summary>Who is named next in the sentence.</summary>
    private int? After(Trigger trigger, Participants found)
    {
        var sentence = document.Tokens[trigger.FirstToken].Sentence;
        foreach (var mention in named)
        {
            if (mention.FirstToken < trigger.EndToken)
            {
                continue;
            }

            if (document.Tokens[mention.FirstToken].Sentence != sentence || mention.FirstToken > trigger.EndToken + Reach)
            {
                return null;
            }

            if (MayBeMeant(mention, found.Actors))
            {
                return mention.EntityId;
            }
        }

        return null;
    }

    private bool MayBeMeant(ActorMention mention, IReadOnlyList<ActorMention> others)
    {
        var entity = document.Entities[mention.EntityId];
        return entity is { Country: not null, IsDual: false, IsSource: false }
            && others.All(o => o.EntityId != mention.EntityId && document.Entities[o.EntityId].Country != entity.Country);
    }
}
