using Isnad.Language;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Structure;

/// <summary>
/// Cuts a title into its headlines: «… في سورية … لقاء بين بوتين وأردوغان» holds two. A rubric in front («عام / …») is no
/// headline; «..» joins two halves of one.
/// </summary>
internal sealed class HeadlineSplitter(NewsDocument document, CreditLexicon credits)
{
    private const int FewestWords = 2;

    public List<TextSpan> Split(TextLine title)
    {
        var headlines = new List<TextSpan>();
        var start = title.FirstToken;
        for (var at = title.FirstToken; at <= title.EndToken; at++)
        {
            var length = at == title.EndToken ? 1 : Separator(at, title.EndToken);
            if (length == 0)
            {
                continue;
            }

            Add(headlines, start, at, isLast: at == title.EndToken);
            start = at + length;
            at = start - 1;
        }

        return headlines;
    }

    private void Add(List<TextSpan> headlines, int start, int end, bool isLast)
    {
        var tokens = document.Tokens;
        if (start >= end)
        {
            return;
        }

        var span = TextSpan.FromBounds(tokens[start].Span.Start, tokens[end - 1].Span.End);
        var words = 0;
        for (var at = start; at < end; at++)
        {
            words += tokens[at].Kind is TokenKind.Word or TokenKind.Foreign or TokenKind.Number ? 1 : 0;
        }

        if (credits.IsRubric(span.Of(document.Text)) && !isLast)
        {
            return;
        }

        // «العراق … مقتل»: a piece too short to say anything belongs to what it stands beside.
        if (words < FewestWords && headlines.Count > 0)
        {
            headlines[^1] = headlines[^1].Union(span);
        }
        else
        {
            headlines.Add(span);
        }
    }

    /// <summary>How many tokens part two headlines here; 0 for none.</summary>
    private int Separator(int at, int end)
    {
        var tokens = document.Tokens;
        switch (tokens[at].Folded)
        {
            case "…" or "|":
                return Run(at, end, tokens[at].Folded);
            case ".":
                // «...» parts, «..» does not.
                var dots = Run(at, end, ".");
                return dots >= 3 ? dots : 0;
            case "/":
                // Only after a rubric: «عام / …»; elsewhere it joins («سبتمبر/أيلول»).
                var first = at;
                while (first > 0 && tokens[first - 1].Sentence == tokens[at].Sentence && at - first < 3)
                {
                    first--;
                }

                return credits.IsRubric(document.Text.AsSpan(tokens[first].Span.Start, tokens[at].Span.Start - tokens[first].Span.Start)) ? 1 : 0;
            default:
                return 0;
        }
    }

    private int Run(int at, int end, string mark)
    {
        var length = 0;
        while (at + length < end && document.Tokens[at + length].Folded == mark)
        {
            length++;
        }

        return length;
    }
}
