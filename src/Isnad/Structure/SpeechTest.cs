using Isnad.Language;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Structure;

/// <summary>Tells words that somebody said from a name, a title or a term in marks: «الكرملين», «اتفاق إدلب».</summary>
internal sealed class SpeechTest(NewsDocument document, ClosedClass closed)
{
    private const int LongestName = 6;
    private const int ShortestClause = 3;
    private const FunctionWord OfClauses = FunctionWord.Complementizer | FunctionWord.Negator | FunctionWord.Auxiliary
        | FunctionWord.Pronoun | FunctionWord.Relative | FunctionWord.Subordinator;

    /// <param name="opener">Index of the token of the opening mark.</param>
    /// <param name="inner">The words between the marks.</param>
    public bool IsSpeech(int opener, TextSpan inner)
    {
        var words = 0;
        var clause = false;
        for (var at = opener + 1; at < document.Tokens.Count && document.Tokens[at].Span.Start < inner.End && words <= LongestName; at++)
        {
            words += document.Tokens[at].Kind is TokenKind.Word or TokenKind.Foreign or TokenKind.Number ? 1 : 0;
            clause |= closed.Is(document.Tokens[at], OfClauses);
        }

        return words > LongestName
            || (words >= ShortestClause && clause)
            || (words > 0 && inner.Length > 0 && document.Text[inner.End - 1] is '.' or '؟' or '!')
            || (words > 0 && opener > 0 && IsAnnounced(opener - 1));
    }

    // «وقال: «…», «أكد أن «…»
    private bool IsAnnounced(int before) =>
        document.Tokens[before].Folded == ":" || closed.Is(document.Tokens[before], FunctionWord.Complementizer);
}
