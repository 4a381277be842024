using Isnad.Knowledge;
using Isnad.Pipeline;

namespace Isnad.Events;

/// <summary>Codes events with their participants, status, date and place.</summary>
internal sealed class EventStage : IStage
{
    public string Name => "events";

    public string Purpose => "Codes events with their participants, status, date and place.";

    public Layers Reads => Layers.Tokens | Layers.Structure | Layers.Quotations | Layers.Words | Layers.Times | Layers.Places | Layers.Mentions | Layers.Entities | Layers.Reports;

    public Layers Writes => Layers.Events;

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        document.Events = [];
    }
}
