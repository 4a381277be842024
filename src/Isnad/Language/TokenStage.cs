using Isnad.Knowledge;
using Isnad.Pipeline;

namespace Isnad.Language;

/// <summary>Cuts the text into tokens and sentences.</summary>
internal sealed class TokenStage : IStage
{
    public string Name => "tokens";

    public string Purpose => "Cuts the text into tokens and sentences.";

    public Layers Reads => Layers.Text;

    public Layers Writes => Layers.Tokens;

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        (document.Tokens, document.Sentences) = Tokenizer.Tokenize(document.Text);
    }
}
