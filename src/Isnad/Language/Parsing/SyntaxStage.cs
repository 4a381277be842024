using Isnad.Knowledge;
using Isnad.Language.Tagging;
using Isnad.Pipeline;

namespace Isnad.Language.Parsing;

/// <summary>Makes the sentences' trees available. A sentence is parsed when a later stage first asks for it.</summary>
/// <param name="trained">Whether there is a trained parser; without it no word has a head.</param>
internal sealed class SyntaxStage(bool trained = true) : IStage
{
    public string Name => "syntax";

    public string Purpose => "Parses sentences into heads and relations, when a later stage asks.";

    public Layers Reads => Layers.Tokens | Layers.Tags;

    public Layers Writes => Layers.Syntax;

    public void Run(NewsDocument document, KnowledgeBase knowledge) =>
        document.Syntax = new(document.Text, document.Tokens, document.Sentences, document.Tags, trained ? LanguageModels.Default : null);
}
