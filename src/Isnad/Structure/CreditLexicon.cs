using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Text;

namespace Isnad.Structure;

/// <summary>Names that sign articles, words that open an author's credit, rubrics before headlines.</summary>
internal sealed class CreditLexicon
{
    private readonly HashSet<string> credits;
    private readonly HashSet<string> openers;
    private readonly HashSet<string> rubrics;
    private readonly int longest;

    public CreditLexicon(KnowledgeBase knowledge)
    {
        credits = Names(knowledge, "credit");
        openers = Names(knowledge, "credit-opener");
        rubrics = Names(knowledge, "rubric");
        longest = credits.Select(c => c.Count(x => x == ' ') + 1).DefaultIfEmpty(0).Max();
    }

    public static CreditLexicon Of(KnowledgeBase knowledge) => knowledge.Table(k => new CreditLexicon(k));

    /// <summary>True for «كتب», «بقلم».</summary>
    public bool Opens(Token token) => openers.Contains(token.Folded);

    /// <summary>True where the words are a rubric such as «عام» or «إضافة أولى».</summary>
    public bool IsRubric(ReadOnlySpan<char> words) => rubrics.Contains(ArabicFolding.Fold(words.Trim()));

    /// <summary>Index after the longest credit that begins at a token, or 0; full stops inside are stepped over: «أ.ف.ب».</summary>
    public int CreditAt(IReadOnlyList<Token> tokens, int start, int end)
    {
        var words = 0;
        var found = 0;
        var name = "";
        for (var at = start; at < end && words < longest; at++)
        {
            var token = tokens[at];
            if (token.Folded == "." && words > 0)
            {
                continue;
            }

            if (token.Kind is not (TokenKind.Word or TokenKind.Foreign))
            {
                break;
            }

            name = words++ == 0 ? token.Folded : $"{name} {token.Folded}";
            if (credits.Contains(name))
            {
                found = at + 1;
            }
        }

        return found;
    }

    private static HashSet<string> Names(KnowledgeBase knowledge, string kind) =>
        [.. knowledge.OfKind(kind).SelectMany(r => r.Values("also").Prepend(r.Headword)).Select(n => ArabicFolding.Fold(n))];
}
