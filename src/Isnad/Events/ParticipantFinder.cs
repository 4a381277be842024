using Isnad.Actors;
using Isnad.Knowledge;
using Isnad.Language.Syntax;
using Isnad.Pipeline;

namespace Isnad.Events;

/// <summary>Fills the parts of a trigger's frame from its clause.</summary>
internal sealed class ParticipantFinder(NewsDocument document, KnowledgeBase knowledge, ClauseScanner scanner)
{
    private readonly ImpliedSubjects implied = new(document, scanner);
    private readonly NationalActors nations = new(document, knowledge);
    private readonly GovernorFinder governors = new(document, scanner);

    public Participants Of(Trigger trigger)
    {
        var found = trigger.IsVerbal
            ? new VerbParticipants(document, scanner, implied).Of(trigger)
            : new NounParticipants(document, scanner, implied, governors, nations).Of(trigger);
        found = WithoutTeller(trigger, found);
        foreach (var actor in found.Actors)
        {
            implied.Remember(trigger.FirstToken, actor);
        }

        return found;
    }

    /// <summary>«وقال الخبير إن تحرير المدينة قريب»: where nobody is named who did it, the one who tells of violence is not who did it, but an officer may be.</summary>
    private Participants WithoutTeller(Trigger trigger, Participants found) =>
        !trigger.IsVerbal && found is { IsImplied: true, Actors: [var only] } && EventFrame.IsForce(trigger.Frame.Type) && document.Entities[only.EntityId] is { Type: ActorType.Person, Sector: not ("MIL" or "REB" or "COP") }
            && document.Reports.Any(r => r.Speaker == only.EntityId && r.Content.Any(span => span.Contains(trigger.Span.Start))) ? found with { Actors = [], IsImplied = false } : found;
}
