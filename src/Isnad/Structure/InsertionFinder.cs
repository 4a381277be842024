using Isnad.Language;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Structure;

/// <summary>
/// Finds the outlet's own words in brackets: «تناولا (فيه) أيضاً … (ما يسمى)». Brackets that the sentence cannot do without,
/// such as a name after a preposition («كل من (العصائب)»), a figure or «(...)» are none.
/// </summary>
internal sealed class InsertionFinder(NewsDocument document, ClosedClass closed)
{
    private const int LongestInsertion = 12;

    /// <summary>All brackets that can be insertions, in text order.</summary>
    public List<TextSpan> All()
    {
        var found = new List<TextSpan>();
        var tokens = document.Tokens;
        var open = -1;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Folded is "(" or "[")
            {
                open = at;
            }
            else if (tokens[at].Folded is ")" or "]" && open >= 0)
            {
                if (at - open <= LongestInsertion && HasWord(open, at) && !IsGoverned(open))
                {
                    found.Add(TextSpan.FromBounds(tokens[open].Span.Start, tokens[at].Span.End));
                }

                open = -1;
            }
        }

        return found;
    }

    private bool HasWord(int open, int close)
    {
        for (var at = open + 1; at < close; at++)
        {
            if (document.Tokens[at].Kind == TokenKind.Word)
            {
                return true;
            }
        }

        return false;
    }

    // «من (فلان)», «لـ(فلان)»
    private bool IsGoverned(int open)
    {
        if (open == 0 || document.Tokens[open - 1] is not { Kind: TokenKind.Word } before || before.Sentence != document.Tokens[open].Sentence)
        {
            return false;
        }

        return before.Folded.Length == 1 || closed.PrepositionOf(before) == before.Folded.TrimStart('و');
    }
}
