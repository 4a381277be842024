using Isnad.Knowledge;
using Isnad.Pipeline;
using Isnad.Time.Grammar;
using Isnad.Time.Lexicon;

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
        var text = new TimeText(document, TimeLexicon.Of(knowledge));
        var matches = new TimeGrammar(text).FindAll(document.Sentences.Count);
        document.Times = new TimeResolver(document, new(document, text)).Resolve(matches);
    }
}
