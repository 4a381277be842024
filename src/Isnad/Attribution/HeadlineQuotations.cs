using Isnad.Language;
using Isnad.Structure;

namespace Isnad.Attribution;

/// <summary>
/// Words in marks that a headline gives without a cue: «روما وأثينا "تبحثان تطبيع العلاقات"». Whoever says most of them in the body
/// said them.
/// </summary>
internal sealed class HeadlineQuotations(AttributionScope scope, IReadOnlyList<ReportDraft> drafts)
{
    private const int FewestWords = 3;
    private const int ShortestWord = 3;
    private const double LeastShared = 0.6;

    // More than any headline has; each is compared with every statement.
    private const int MostQuotations = 40;

    /// <summary>The reports that the headlines hold besides those with a cue.</summary>
    public List<ReportDraft> Read()
    {
        var found = new List<ReportDraft>();
        var title = scope.Document.Structure.Title;
        foreach (var quotation in scope.Document.Quotations.TakeWhile(q => q.Span.Start < title.End).Take(MostQuotations))
        {
            if (quotation is { Depth: 0, Closed: true } && title.Contains(quotation.Span) && !drafts.Any(d => d.Words.Spans.Any(s => s.Overlaps(quotation.Inner)))
                && Words(quotation) is { Count: >= FewestWords } words && Teller(words) is { } told)
            {
                var draft = new ReportDraft(null, told.Speaker, new([quotation.Inner], 0, ReportForm.Direct, quotation.Insertions), Stance.Neutral) { Confidence = 0.6 };
                draft.Via.AddRange(told.Via);
                draft.Because.Add(new("report.uncued.headline", null, scope.Document.Quote(quotation.Span), "words in marks that the body gives to a speaker"));
                draft.Because.Add(new("report.speaker.headline", told.Speaker!.Known, told.Cue is { } cue ? scope.Document.Quote(cue.Span) : null, told.Speaker.Name));
                found.Add(draft);
            }
        }

        return found;
    }

    // The first statement of the body that has most of the words.
    private ReportDraft? Teller(List<string> words)
    {
        foreach (var draft in drafts)
        {
            if (draft.Speaker is null || draft.IsInner || !scope.Document.Structure.Body.Contains(draft.Words.Spans[0]))
            {
                continue;
            }

            var told = new HashSet<string>(StringComparer.Ordinal);
            for (var at = draft.FirstToken; at < Math.Min(draft.Words.EndToken, scope.Tokens.Count); at++)
            {
                told.Add(Bare(scope.Tokens[at]));
            }

            if (words.Count(told.Contains) >= LeastShared * words.Count)
            {
                return draft;
            }
        }

        return null;
    }

    private List<string> Words(Quotation quotation) =>
        [.. scope.Tokens.TakeWhile(t => t.Span.Start < quotation.Inner.End).Where(t => t.Span.Start >= quotation.Inner.Start && t.Kind == TokenKind.Word && t.Folded.Length >= ShortestWord).Select(Bare)];

    // «لتطبيع» and «التطبيع» are one word here.
    private static string Bare(Token token) => token.Shape.Segmentations.Select(cut => cut.Stem).Append(token.Folded).MinBy(stem => stem.Length)!;
}
