using Isnad.Knowledge;
using Isnad.Language.Tagging;
using Isnad.Pipeline;

namespace Isnad.Language.Parsing;

/// <summary>Makes the sentences' trees available. A sentence is parsed when a later stage first asks for it.</summary>
internal sealed class SyntaxStage : IStage
{
    public string Name => "syntax";

    public string Purpose => "Parses sentences into heads and relations, when a later stage asks.";

    public Layers Reads => Layers.Tokens | Layers.Tags;

    public Layers Writes => Layers.Syntax;

    public void Run(NewsDocument document, KnowledgeBase knowledge) =>
        document.Syntax = new(document.Text, document.Tokens, document.Sentences, document.Tags, LanguageModels.Default);
}
