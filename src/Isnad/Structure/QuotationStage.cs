using Isnad.Knowledge;
using Isnad.Pipeline;

namespace Isnad.Structure;

/// <summary>Pairs quotation marks and finds the outlet's insertions inside them.</summary>
internal sealed class QuotationStage : IStage
{
    public string Name => "quotations";

    public string Purpose => "Pairs quotation marks and finds the outlet's insertions inside them.";

    public Layers Reads => Layers.Tokens | Layers.Structure;

    public Layers Writes => Layers.Quotations;

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        document.Quotations = [];
    }
}
