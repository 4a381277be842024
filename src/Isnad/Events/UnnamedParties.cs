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
    private static readonly HashSet<string> Directed = ["ACCUSE", "REQUEST", "SUPPORT", "REJECT", "SANCTION", "AID", "THREATEN", "ASSAULT", "COERCE", "AGREE", "COOPERATE", "CONCEDE"];
    private static readonly HashSet<string> Done = ["ACCUSE", "REQUEST", "SUPPORT", "REJECT", "SANCTION", "AID", "THREATEN", "CONSULT", "AGREE", "RETREAT", "COOPERATE", "CONCEDE", "MOBILIZE"];
    private readonly NewsDocument document;
    private readonly Dictionary<string, int> stateOf = new(StringComparer.Ordinal);
    private readonly List<ActorMention> named;
    private readonly int? home;

    public UnnamedParties(NewsDocument document)
    {
        this.document = document;
        foreach (var entity in document.Entities.Where(e => e is { Type: ActorType.Geopolitical, Known: not null, Country: not null }))
        {
            stateOf.TryAdd(entity.Country!, entity.Index);
        }

        home = Home();
        named = [.. document.Mentions.Concat(document.Allusions).OrderBy(m => m.FirstToken)];
    }

    /// <summary>The recipient of an event that has none, or null.</summary>
    public int? Recipient(Trigger trigger, Participants found, string? mode, PlaceMention? place)
    {
        if (found.Recipients.Count > 0)
        {
            return null;
        }

        if ((mode == "visit" || EventFrame.IsForce(trigger.Frame.Type)) && place?.Country is { } country && stateOf.TryGetValue(country, out var state) && found.Actors.All(a => document.Entities[a.EntityId].Country != country))
        {
            return state;
        }

        return Directed.Contains(trigger.Frame.Type) && !trigger.Frame.IsSymmetric ? After(trigger, found) ?? home : null;
    }

    /// <summary>The actor of an event that has none, or null: of acts that are laid at somebody's door, who is named last before it.</summary>
    public int? Actor(Trigger trigger, Participants found)
    {
        if (found.Actors.Count > 0 || trigger.IsPassive || !Done.Contains(trigger.Frame.Type))
        {
            return null;
        }

        return Before(trigger, found) ?? home;
    }

    /// <summary>The state that two thirds of the article speak of, or null.</summary>
    private int? Home()
    {
        var weights = document.Entities.Where(e => e.Country is not null).GroupBy(e => e.Country!).Select(g => (Country: g.Key, Weight: g.Sum(e => e.Mentions.Count))).ToList();
        var all = weights.Sum(w => w.Weight);
        return weights.Where(w => w.Weight > 0 && w.Weight * 3 >= all * 2).Select(w => stateOf.TryGetValue(w.Country, out var state) ? state : (int?)null).FirstOrDefault();
    }

    private int? Before(Trigger trigger, Participants found)
    {
        var first = document.Sentences[document.Tokens[trigger.FirstToken].Sentence].FirstToken;
        return Near(named.Where(m => m.FirstToken < trigger.FirstToken && m.FirstToken >= Math.Max(first, trigger.FirstToken - Reach)).Reverse(), found.Recipients);
    }

    private int? After(Trigger trigger, Participants found)
    {
        var end = document.Sentences[document.Tokens[trigger.FirstToken].Sentence].EndToken;
        return Near(named.Where(m => m.FirstToken >= trigger.EndToken && m.FirstToken < Math.Min(end, trigger.EndToken + Reach)), found.Actors);
    }

    /// <summary>The nearest of another country, else the nearest: in the news of one country both sides are its own.</summary>
    private int? Near(IEnumerable<ActorMention> candidates, IReadOnlyList<ActorMention> others)
    {
        int? same = null;
        foreach (var mention in candidates.Where(m => MayBeMeant(m, others)))
        {
            if (others.All(o => document.Entities[o.EntityId].Country != document.Entities[mention.EntityId].Country))
            {
                return mention.EntityId;
            }

            same ??= mention.EntityId;
        }

        return same;
    }

    private bool MayBeMeant(ActorMention mention, IReadOnlyList<ActorMention> others)
    {
        var entity = document.Entities[mention.EntityId];
        return entity is { Country: not null, IsDual: false, IsSource: false, Sector: not "JRN" }
            && others.All(o => o.EntityId != mention.EntityId);
    }
}
