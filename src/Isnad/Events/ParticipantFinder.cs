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
        foreach (var actor in found.Actors)
        {
            implied.Remember(trigger.FirstToken, actor);
        }

        return found;
    }
}
