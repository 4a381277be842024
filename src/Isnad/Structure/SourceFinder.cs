using Isnad.Attribution;
using Isnad.Language;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Structure;

/// <summary>Finds the agencies that a byline or dateline credits. The outlet's own name credits nobody else, an author's name is no agency.</summary>
internal sealed class SourceFinder(NewsDocument document, CreditLexicon credits)
{
    private readonly IReadOnlyList<Token> tokens = document.Tokens;

    /// <summary>The sources in the order written, each once.</summary>
    public IReadOnlyList<SourceCredit> Find(TextSpan? byline, TextSpan? dateline)
    {
        var found = new List<SourceCredit>();
        Add(found, byline, "signs the article");
        Add(found, dateline, "stands in the dateline");
        return found;
    }

    private void Add(List<SourceCredit> found, TextSpan? line, string why)
    {
        if (line is not { } span)
        {
            return;
        }

        var (first, end) = TokensOf(span);
        var isAuthors = first < end && credits.Opens(tokens[first]);
        var named = credits.SourceOpenerAt(tokens, first, end);
        for (var at = first; at < end; at++)
        {
            if ((isAuthors && !MayFollowAuthor(at, first)) || credits.Longest(tokens, at, end) is not { Entry: { } entry } credit)
            {
                continue;
            }

            Keep(found, new(Words(at, credit.End), entry.Headword, entry.Id, entry.Is("shared"), []), why);
            (at, named) = (credit.End - 1, 0);
        }

        if (named > 0 && named < end)
        {
            // «المصدر: صحيفة الصباح»: a name that no list has.
            Keep(found, new(Words(named, end), Words(named, end).Of(document.Text), null, false, []), "is named as the source");
        }
    }

    private void Keep(List<SourceCredit> found, SourceCredit credit, string why)
    {
        if (!IsOutlet(credit) && found.TrueForAll(f => f.Name != credit.Name))
        {
            found.Add(credit with { Because = [new("structure.source", credit.Known, document.Quote(credit.Span), why)] });
        }
    }

    private bool IsOutlet(SourceCredit credit) =>
        document.Article.Outlet is { } outlet && (ArabicFolding.Fold(outlet) == ArabicFolding.Fold(credit.Name) || OutletName.IsSpeltAs(credit.Name, outlet));

    // «كتب محمود فارس» names a man; «كتب محمود سالم - رويترز» an agency.
    private bool MayFollowAuthor(int at, int first) =>
        at > first + 1 && (tokens[at - 1].Folded is "-" or "–" or "—" or "(" or "/" or "|" or "،" || credits.IsFrom(tokens[at - 1]));

    private TextSpan Words(int first, int end)
    {
        while (end > first + 1 && tokens[end - 1].Kind == TokenKind.Punctuation)
        {
            end--;
        }

        return TextSpan.FromBounds(tokens[first].Span.Start, tokens[end - 1].Span.End);
    }

    private (int First, int End) TokensOf(TextSpan span)
    {
        var (low, high) = (0, tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens[middle].Span.Start < span.Start ? (middle + 1, high) : (low, middle);
        }

        var end = low;
        while (end < tokens.Count && tokens[end].Span.End <= span.End)
        {
            end++;
        }

        return (low, end);
    }
}
