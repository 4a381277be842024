using Isnad.Attribution;
using Isnad.Knowledge;
using Isnad.Language.Syntax;
using Isnad.Pipeline;

namespace Isnad.Actors;

/// <summary>Finds the phrases that name somebody and decides which of them name the same.</summary>
internal sealed class MentionStage : IStage
{
    public string Name => "mentions";

    public string Purpose => "Finds the phrases that name somebody and decides which of them name the same.";

    public Layers Reads => Layers.Tokens | Layers.Tags | Layers.Structure | Layers.Quotations | Layers.Words | Layers.Places | Layers.Times;

    public Layers Writes => Layers.Mentions | Layers.Entities;

    public void Prepare(KnowledgeBase knowledge) => ActorLexicon.Of(knowledge);

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        var lexicon = ActorLexicon.Of(knowledge);
        var drafts = new DraftFinder(document, lexicon, ClosedClass.Of(knowledge), AttributionLexicon.Of(knowledge)).Find();
        var alluded = new StateAllusions(document, knowledge).Find(drafts);
        var entities = new EntityResolver(document, lexicon, drafts).Resolve(alluded.Select(a => a.State));
        var states = entities.Where(e => e.Known is not null).DistinctBy(e => e.Known).ToDictionary(e => e.Known!, e => e.Index, StringComparer.Ordinal);
        document.Entities = entities;
        document.Mentions = [.. entities.SelectMany(e => e.Mentions).Where(m => m.EntityId >= 0).DistinctBy(m => (m.FirstToken, m.EntityId)).OrderBy(m => m.Span)];
        document.Allusions = [.. alluded.Select(a => new ActorMention(a.Span, a.First, a.End, a.Span, states[a.State.Id], false))];
    }
}
