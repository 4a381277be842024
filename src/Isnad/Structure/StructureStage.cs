using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Structure;

/// <summary>Finds headlines, byline and dateline, and whom they credit with the article.</summary>
internal sealed class StructureStage : IStage
{
    // A first line that is longer than any title and ends as a sentence does is body.
    private const int LongestTitle = 40;

    public string Name => "structure";

    public string Purpose => "Finds headlines, byline and dateline, and whom they credit with the article.";

    public Layers Reads => Layers.Tokens;

    public Layers Writes => Layers.Structure;

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        var lines = TextLine.Of(document);
        if (lines.Count == 0)
        {
            document.Structure = new(default, [], null, null, [], default);
            return;
        }

        var credits = CreditLexicon.Of(knowledge);
        var hasTitle = HasTitle(document.Tokens, lines);
        var title = hasTitle ? lines[0].Span : default;
        var body = lines.Skip(hasTitle ? 1 : 0).ToList();
        var credit = new CreditFinder(document, credits).Find(body);
        document.Structure = new(
            title,
            hasTitle ? new HeadlineSplitter(document, credits).Split(lines[0]) : [],
            credit.Byline,
            credit.Dateline,
            new SourceFinder(document, credits).Find(credit.Byline, credit.Dateline),
            body.Count == 0 ? default : TextSpan.FromBounds(body[0].Span.Start, body[^1].Span.End));
    }

    private static bool HasTitle(IReadOnlyList<Token> tokens, List<TextLine> lines)
    {
        var first = lines[0];
        var endsAsSentence = tokens[first.EndToken - 1].Folded is "." or "؟" or "?" or "!" or "»" or "”" or "\""
            && (tokens[first.EndToken - 1].Kind != TokenKind.QuoteMark || (first.EndToken - 2 >= first.FirstToken && tokens[first.EndToken - 2].Folded == "."));
        return !endsAsSentence || (lines.Count > 1 && first.EndToken - first.FirstToken <= LongestTitle);
    }
}
