using Isnad.Knowledge;
using Isnad.Pipeline;

namespace Isnad.Places;

/// <summary>Finds place names.</summary>
internal sealed class PlaceStage : IStage
{
    public string Name => "places";

    public string Purpose => "Finds place names.";

    public Layers Reads => Layers.Tokens;

    public Layers Writes => Layers.Places;

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        document.Places = [];
    }
}
