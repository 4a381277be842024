using Isnad.Knowledge;
using Isnad.Pipeline;

namespace Isnad.Actors;

/// <summary>Finds the phrases that name somebody.</summary>
internal sealed class MentionStage : IStage
{
    public string Name => "mentions";

    public string Purpose => "Finds the phrases that name somebody.";

    public Layers Reads => Layers.Tokens | Layers.Structure | Layers.Quotations | Layers.Words | Layers.Places | Layers.Times;

    public Layers Writes => Layers.Mentions | Layers.Entities;

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        document.Mentions = [];
        document.Entities = [];
    }
}
