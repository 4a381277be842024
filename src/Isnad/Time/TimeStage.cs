using Isnad.Knowledge;
using Isnad.Pipeline;

namespace Isnad.Time;

/// <summary>Finds temporal expressions and resolves them.</summary>
internal sealed class TimeStage : IStage
{
    public string Name => "times";

    public string Purpose => "Finds temporal expressions and resolves them.";

    public Layers Reads => Layers.Tokens | Layers.Structure | Layers.Words;

    public Layers Writes => Layers.Times;

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        document.Times = [];
    }
}
