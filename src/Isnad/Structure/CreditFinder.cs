using Isnad.Language;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Structure;

/// <summary>Finds who signs the article and from where: a credit line, the lead-in of the first paragraph, or a last word.</summary>
internal sealed class CreditFinder(NewsDocument document, CreditLexicon credits)
{
    private const int LongestCreditLine = 8;
    private const int MostLines = 3;
    private const int LongestLeadIn = 16;
    private const int LongestPlace = 3;
    private const int LongestSegment = 5;
    private readonly IReadOnlyList<Token> tokens = document.Tokens;

    /// <summary>Byline and dateline of a body.</summary>
    public (TextSpan? Byline, TextSpan? Dateline) Find(List<TextLine> body)
    {
        TextSpan? byline = null;
        for (var line = 0; line < Math.Min(MostLines, body.Count); line++)
        {
            if (CreditLine(body[line]) is { } signed)
            {
                byline ??= signed;
                continue;
            }

            var (credit, dateline) = LeadIn(body[line]);
            if (credit is not null || dateline is not null)
            {
                return (byline ?? credit, dateline);
            }

            if (!IsShort(body[line]))
            {
                break;
            }
        }

        return (byline ?? (body.Count > 0 ? SourceLine(body[^1]) ?? LastWords(body[^1]) : null), null);
    }

    // A subtitle or a caption stands before the first paragraph, an author's name before the agency's.
    private bool IsShort(TextLine line) =>
        line.EndToken - line.FirstToken <= LongestLeadIn && tokens[line.EndToken - 1].Folded is not ("." or ":");

    /// <summary>A line that is nothing but a credit: «| وكالات», «رويترز», «الجزيرة نت - بيروت», «كتب: محمود سالم».</summary>
    private TextSpan? CreditLine(TextLine line)
    {
        var first = line.FirstToken;
        var marked = tokens[first].Folded == "|";
        if (line.EndToken - first > LongestCreditLine + 1 || tokens[line.EndToken - 1].Folded is "." or "؟" or "!")
        {
            return null;
        }

        while (first < line.EndToken && tokens[first].Folded is "|" or "-" or "–" or "—")
        {
            first++;
        }

        if (first == line.EndToken)
        {
            return null;
        }

        var span = TextSpan.FromBounds(tokens[first].Span.Start, line.Span.End);
        return marked || (credits.Opens(tokens[first]) && line.EndToken - first > 1) || StartsWithCredit(first, line.EndToken) ? span : null;
    }

    // «رويترز», «(أ ف ب)», «رويترز، أ ف ب», «الجزيرة نت - بيروت»
    private bool StartsWithCredit(int first, int end)
    {
        var at = first;
        while (at < end && tokens[at].Kind is TokenKind.QuoteMark or TokenKind.Punctuation)
        {
            at++;
        }

        var after = at < end ? credits.CreditAt(tokens, at, end) : 0;
        return after > 0 && (after == end || tokens[after].Kind is TokenKind.Punctuation or TokenKind.QuoteMark && tokens[after].Folded != ":");
    }

    /// <summary>«واشنطن، الولايات المتحدة (CNN) --», «دمشق-سانا», «الجزائر -», «أبوظبي - وام:», «كييف 25 شوال … واس».</summary>
    private (TextSpan? Credit, TextSpan? Dateline) LeadIn(TextLine line)
    {
        var end = Math.Min(line.EndToken, line.FirstToken + LongestLeadIn);
        TextSpan? credit = null;
        var stop = 0;
        var words = 0;
        var inSegment = 0;
        var hasNumber = false;
        for (var at = line.FirstToken; at < end; at++)
        {
            var token = tokens[at];
            var after = inSegment == 0 || hasNumber ? credits.CreditAt(tokens, at, line.EndToken) : 0;
            if (after > 0 && EndsLeadIn(at, after, line))
            {
                (var span, after) = WithBrackets(at, after, line);
                credit = credit?.Union(span) ?? span;
                stop = after;
                words += after - at;
                at = after - 1;
                inSegment = 0;
                continue;
            }

            if (token.Kind is TokenKind.Word or TokenKind.Foreign or TokenKind.Number)
            {
                words++;
                hasNumber |= token.Kind == TokenKind.Number;
                if (++inSegment > LongestSegment && !hasNumber)
                {
                    break;
                }

                continue;
            }

            if (credit is null && stop == 0 && words is > 0 and <= LongestPlace && !hasNumber && IsDash(at) && IsSpacedDash(at))
            {
                stop = at;
            }

            if (token.Folded is "." or "؟" or "!" || (token.Folded == ":" && credit is null))
            {
                break;
            }

            inSegment = token.Kind == TokenKind.QuoteMark ? inSegment : 0;
        }

        if (stop == 0)
        {
            return (credit, null);
        }

        var whole = TextSpan.FromBounds(line.Span.Start, tokens[stop - 1].Span.End);
        return (credit, credit == whole ? null : whole);
    }

    // «في حوار مع «الشرق الأوسط» طالب …»: a name in running text signs nothing.
    private bool EndsLeadIn(int first, int after, TextLine line)
    {
        var next = after < line.EndToken && tokens[after].Kind == TokenKind.QuoteMark ? after + 1 : after;
        return next == line.EndToken || IsDash(next) || tokens[next].Folded is ":" or "/" or "،" or "," or ")"
            || (IsDash(first - 1) && next == after && first - line.FirstToken <= LongestPlace + 1);
    }

    private (TextSpan Span, int After) WithBrackets(int first, int after, TextLine line)
    {
        var span = TextSpan.FromBounds(tokens[first].Span.Start, tokens[after - 1].Span.End);
        return first > line.FirstToken && after < line.EndToken && (tokens[first - 1].Folded, tokens[after].Folded) is ("(", ")") or ("«", "»") or ("\"", "\"")
            ? (TextSpan.FromBounds(tokens[first - 1].Span.Start, tokens[after].Span.End), after + 1)
            : (span, after);
    }

    private bool IsDash(int at) => at >= 0 && tokens[at].Folded is "-" or "–" or "—" or "--";

    // «الجزائر - أعرب» opens with a place; «الصين-أمريكا» is a pair.
    private bool IsSpacedDash(int at) =>
        at + 1 < tokens.Count && (tokens[at + 1].Span.Start > tokens[at].Span.End || IsDash(at + 1));

    /// <summary>«المصدر: رويترز», «نقلاً عن وكالات»: a last line of its own.</summary>
    private TextSpan? SourceLine(TextLine line) =>
        line.EndToken - line.FirstToken <= LongestCreditLine && credits.SourceOpenerAt(tokens, line.FirstToken, line.EndToken) > 0 ? line.Span : null;

    /// <summary>A credit after the last sentence: «… في برلين. (د.ب.أ)».</summary>
    private TextSpan? LastWords(TextLine line)
    {
        for (var at = Math.Max(line.FirstToken, line.EndToken - LongestCreditLine); at < line.EndToken - 1; at++)
        {
            if (tokens[at].Folded != "(")
            {
                continue;
            }

            // «(رويترز)», «(رويترز، وام)»
            var after = credits.CreditAt(tokens, at + 1, line.EndToken);
            while (after > 0 && after < line.EndToken - 2 && tokens[after].Folded is "،" or "," or "-" or "/" or "+")
            {
                after = credits.CreditAt(tokens, after + 1, line.EndToken);
            }

            if (after > 0 && after >= line.EndToken - 2 && after < line.EndToken && tokens[after].Folded == ")" && (after == line.EndToken - 1 || tokens[after + 1].Folded == "."))
            {
                return TextSpan.FromBounds(tokens[at].Span.Start, tokens[after].Span.End);
            }
        }

        return null;
    }
}
