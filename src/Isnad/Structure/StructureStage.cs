using Isnad.Knowledge;
using Isnad.Pipeline;


namespace Isnad.Structure;

/// <summary>Finds headlines, byline and dateline.</summary>
internal sealed class StructureStage : IStage
{
    public string Name => "structure";

    public string Purpose => "Finds headlines, byline and dateline.";

    public Layers Reads => Layers.Tokens;

    public Layers Writes => Layers.Structure;

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        document.Structure = new(default, [], null, null, default);
    }
}
