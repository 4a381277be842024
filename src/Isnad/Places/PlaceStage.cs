using Isnad.Knowledge;
using Isnad.Pipeline;

namespace Isnad.Places;

/// <summary>Finds place names and says which place each is.</summary>
internal sealed class PlaceStage : IStage
{
    public string Name => "places";

    public string Purpose => "Finds place names and says which place each is.";

    public Layers Reads => Layers.Tokens | Layers.Tags;

    public Layers Writes => Layers.Places;

    public void Prepare(KnowledgeBase knowledge)
    {
        Gazetteer.Of(knowledge);
        WorldPlaces.Of(knowledge);
    }

    public void Run(NewsDocument document, KnowledgeBase knowledge) =>
        document.Places = new PlaceFinder(document, Gazetteer.Of(knowledge), knowledge).Find();
}
