using Isnad.Knowledge;
using Isnad.Pipeline;

namespace Isnad.Attribution;

/// <summary>Finds who is quoted or reported, in whose words, through whom.</summary>
internal sealed class ReportStage : IStage
{
    public string Name => "reports";

    public string Purpose => "Finds who is quoted or reported, in whose words, through whom.";

    public Layers Reads => Layers.Tokens | Layers.Structure | Layers.Quotations | Layers.Words | Layers.Times | Layers.Places | Layers.Mentions | Layers.Entities;

    public Layers Writes => Layers.Reports;

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        document.Reports = [];
    }
}
