using Isnad.Knowledge;
using Isnad.Language.Syntax;
using Isnad.Pipeline;

namespace Isnad.Actors;

/// <summary>Finds the phrases that name somebody and decides which of them name the same.</summary>
internal sealed class MentionStage : IStage
{
    public string Name => "mentions";

    public string Purpose => "Finds the phrases that name somebody and decides which of them name the same.";

    public Layers Reads => Layers.Tokens | Layers.Tags | Layers.Structure | Layers.Places | Layers.Times;

    public Layers Writes => Layers.Mentions | Layers.Entities;

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        var lexicon = ActorLexicon.Of(knowledge);
        var entities = new EntityResolver(document, lexicon).Resolve(new DraftFinder(document, lexicon, ClosedClass.Of(knowledge)).Find());
        document.Entities = entities;
        document.Mentions = [.. entities.SelectMany(e => e.Mentions).Where(m => m.EntityId >= 0).DistinctBy(m => (m.FirstToken, m.EntityId)).OrderBy(m => m.Span)];
    }
}
