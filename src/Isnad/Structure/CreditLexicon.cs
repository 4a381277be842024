using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Text;

namespace Isnad.Structure;

/// <summary>Names that sign articles, words that open an author's credit, rubrics before headlines.</summary>
internal sealed class CreditLexicon
{
    private readonly Dictionary<string, KnowledgeRecord> credits;
    private readonly HashSet<string> openers;
    private readonly HashSet<string> sourceOpeners;
    private readonly HashSet<string> sourceWords;
    private readonly HashSet<string> rubrics;
    private readonly int longest;

    public CreditLexicon(KnowledgeBase knowledge)
    {
        credits = knowledge.OfKind("credit").SelectMany(r => r.Values("also").Prepend(r.Headword).Select(n => (Name: ArabicFolding.Fold(n), Record: r)))
            .DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.Record, StringComparer.Ordinal);
        sourceOpeners = Names(knowledge, "source-opener");
        sourceWords = [.. sourceOpeners.SelectMany(o => o.Split(' '))];
        openers = Names(knowledge, "credit-opener");
        rubrics = Names(knowledge, "rubric");
        longest = credits.Keys.Select(c => c.Count(x => x == ' ') + 1).DefaultIfEmpty(0).Max();
    }

    public static CreditLexicon Of(KnowledgeBase knowledge) => knowledge.Table(k => new CreditLexicon(k));

    /// <summary>True for «كتب», «بقلم».</summary>
    public bool Opens(Token token) => openers.Contains(token.Folded);

    /// <summary>True where the words are a rubric such as «عام» or «إضافة أولى».</summary>
    public bool IsRubric(ReadOnlySpan<char> words) => rubrics.Contains(ArabicFolding.Fold(words.Trim()));

    /// <summary>Index after the longest credit that begins at a token, or 0; full stops inside are stepped over: «أ.ف.ب».</summary>
    public int CreditAt(IReadOnlyList<Token> tokens, int start, int end) => Longest(tokens, start, end).End;

    /// <summary>«عن» before an agency's name.</summary>
    public bool IsFrom(Token token) => sourceWords.Contains(token.Folded);

    /// <summary>Index of the name after «المصدر:» or «نقلاً عن», or 0.</summary>
    public int SourceOpenerAt(IReadOnlyList<Token> tokens, int start, int end)
    {
        var words = "";
        for (var at = start; at < Math.Min(end, start + 3); at++)
        {
            words = at == start ? tokens[at].Folded : $"{words} {tokens[at].Folded}";
            if (!sourceOpeners.Contains(words) || at + 1 >= end)
            {
                continue;
            }

            if (tokens[at + 1].Folded is ":" or "/" or "-")
            {
                return at + 2 < end ? at + 2 : 0;
            }

            return at > start ? at + 1 : 0;
        }

        return 0;
    }

    /// <summary>The longest credit that begins at a token, with its entry; 0 and null where none does.</summary>
    public (int End, KnowledgeRecord? Entry) Longest(IReadOnlyList<Token> tokens, int start, int end)
    {
        var words = 0;
        var found = (End: 0, Entry: (KnowledgeRecord?)null);
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
            if (credits.TryGetValue(name, out var entry))
            {
                found = (at + 1, entry);
            }
        }

        return found;
    }

    private static HashSet<string> Names(KnowledgeBase knowledge, string kind) =>
        [.. knowledge.OfKind(kind).SelectMany(r => r.Values("also").Prepend(r.Headword)).Select(n => ArabicFolding.Fold(n))];
}
