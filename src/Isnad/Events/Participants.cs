using Isnad.Actors;
using Isnad.Language.Syntax;

namespace Isnad.Events;

/// <summary>Who fills the parts of an event.</summary>
/// <param name="Actors">Mentions of those who did it.</param>
/// <param name="Recipients">Mentions of those who underwent it.</param>
/// <param name="Clause">The complements it was read from.</param>
/// <param name="Governors">The words that carry the trigger, from the nearest outwards.</param>
/// <param name="IsImplied">The actor is not named in the clause.</param>
internal sealed record Participants(IReadOnlyList<ActorMention> Actors, IReadOnlyList<ActorMention> Recipients, Clause Clause, IReadOnlyList<Governor> Governors, bool IsImplied)
{
    /// <summary>Token of the verb of the relative clause that describes an event noun («الحرب التي تشنها روسيا»), or -1.</summary>
    public int RelativeVerb { get; init; } = -1;

    public bool IsEmpty => Actors.Count == 0 && Recipients.Count == 0;
}

/// <summary>Fills the parts of a frame from the complements of a clause.</summary>
internal static class FrameSlots
{
    public const string To = "الي";
    public const string For = "ل";
    public const string From = "من";

    /// <summary>Who stands in the first slot that is filled.</summary>
    public static IReadOnlyList<ActorMention> Fill(IReadOnlyList<string> slots, Clause clause)
    {
        foreach (var slot in slots)
        {
            IReadOnlyList<ActorMention> fillers = slot switch
            {
                EventFrame.Subject => clause.Subjects,
                EventFrame.Object => clause.Objects,
                // «اتهام لدمشق», «زيارة لموسكو»: ل does what إلى does.
                To => [.. clause.After(To), .. clause.After(For)],
                _ => [.. clause.After(slot)],
            };
            if (fillers.Count > 0)
            {
                return fillers;
            }
        }

        return [];
    }

    /// <summary>Who stands after a preposition of the frame.</summary>
    public static IReadOnlyList<ActorMention> FillPrepositional(IReadOnlyList<string> slots, Clause clause) =>
        Fill([.. slots.Where(s => s is not (EventFrame.Subject or EventFrame.Object))], clause);

    /// <summary>The states that the phrases of the first filled slot point to, where they name nobody: «حظرت منتجات روسية».</summary>
    public static IReadOnlyList<ActorMention> FillAlluded(IReadOnlyList<string> slots, Clause clause)
    {
        foreach (var slot in slots)
        {
            IReadOnlyList<ActorMention> fillers = slot == To ? [.. clause.AlludedIn(To), .. clause.AlludedIn(For)] : [.. clause.AlludedIn(slot)];
            if (fillers.Count > 0)
            {
                return fillers;
            }
        }

        return [];
    }

    /// <summary>The agent of a passive or masdar: «من قبل»، «على يد»، «من جانب».</summary>
    public static IEnumerable<ActorMention> Agents(Clause clause, ClosedClass closed) =>
        clause.Prepositional.Where(p => (closed[p.Preposition] & FunctionWord.Agent) != 0).Select(p => p.Mention);

    /// <summary>Both sides named after one preposition: «محادثات بين موسكو وأنقرة».</summary>
    public static IEnumerable<ActorMention> BothSides(Clause clause, ClosedClass closed) =>
        clause.Prepositional.Where(p => (closed[p.Preposition] & FunctionWord.Between) != 0).Select(p => p.Mention);

    public static IReadOnlyList<ActorMention> Distinct(IEnumerable<ActorMention> mentions) => [.. mentions.DistinctBy(m => m.EntityId)];

    public static IReadOnlyList<ActorMention> Without(IEnumerable<ActorMention> mentions, IReadOnlyList<ActorMention> others) =>
        [.. mentions.Where(m => others.All(o => o.EntityId != m.EntityId)).DistinctBy(m => m.EntityId)];
}
