using Isnad.Actors;
using Isnad.Language;
using Isnad.Reading;

namespace Isnad.Attribution;

/// <summary>Reads quotations that nothing announces: whoever signs them said them, or whoever spoke before goes on.</summary>
internal sealed class UncuedReports(AttributionScope scope, ReportDesk desk)
{
    private readonly Signatures signatures = new(scope);

    /// <summary>
    /// Reads a paragraph or sentence that is nothing but a quotation: whoever signs it in the line below said it, else the one who spoke
    /// right before goes on.
    /// </summary>
    public void Read(Sentence first, bool opensParagraph)
    {
        if (!opensParagraph && Continues(first))
        {
            return;
        }

        if (scope.Quotations.OpeningAt(first.FirstToken) is not { IsSpeech: true, Closed: true } quotation || scope.Document.Structure.Title.Contains(quotation.Span.Start)
            || scope.Quotations.EndOfOpening(first.FirstToken) is var end && !(opensParagraph ? desk.EndsParagraph(end, first.Paragraph) : EndsSentence(end)))
        {
            return;
        }

        var signatory = opensParagraph ? signatures.Below(end) : null;
        if ((signatory ?? LastSpeaker(first, opensParagraph)) is not { } speaker)
        {
            return;
        }

        desk.Begin(first);
        var draft = new ReportDraft(null, speaker, new([quotation.Inner], end, ReportForm.Direct, quotation.Insertions), Stance.Neutral) { FirstToken = first.FirstToken, Confidence = signatory is null ? 0.6 : 0.7 };
        draft.Because.Add(new("report.uncued", null, scope.Document.Quote(quotation.Span), opensParagraph ? "a paragraph that is one quotation" : "a sentence that is one quotation"));
        draft.Because.Add(new(signatory is null ? "report.speaker.last" : "report.speaker.signed", speaker.Known, null, speaker.Name));
        desk.Carry(draft, [.. desk.Memory.ViaOf(speaker)], first.FirstToken, first.FirstToken, null);
        if (signatory is null)
        {
            desk.Keep(draft);
        }
        else
        {
            // A line set apart from the text: whoever spoke before it goes on after it.
            desk.Drafts.Add(draft);
        }
    }

    // Who spoke in the paragraph or sentence right before.
    private Entity? LastSpeaker(Sentence first, bool opensParagraph) =>
        desk.Drafts is [.., var last] && (opensParagraph ? scope.Document.Sentences[scope.Tokens[last.FirstToken].Sentence].Paragraph >= first.Paragraph - 1 : scope.Tokens[last.FirstToken].Sentence >= first.Index - 1)
            ? desk.Memory.Speaker : null;

    // «…». «…»: a sentence that is one quotation, right behind another, goes on with it.
    private bool Continues(Sentence sentence)
    {
        var first = sentence.FirstToken;
        if (desk.Drafts is not [.., { Words.Form: ReportForm.Direct, IsInner: false } last] || scope.Quotations.OpeningAt(first) is not { IsSpeech: true, Closed: true } quotation
            || scope.Quotations.EndOfOpening(first) is var end && !EndsSentence(end))
        {
            return false;
        }

        for (var at = last.Words.EndToken; at < first; at++)
        {
            if (scope.Tokens[at].Kind is not (TokenKind.Punctuation or TokenKind.QuoteMark))
            {
                return false;
            }
        }

        last.Words = last.Words with { Spans = [.. last.Words.Spans, quotation.Inner], EndToken = end, Insertions = [.. last.Words.Insertions, .. quotation.Insertions] };
        last.Because.Add(new("report.continued", null, scope.Document.Quote(quotation.Span), "a sentence that is one quotation, right behind it"));
        return true;
    }

    // «…». Of a mark whose closing one no token is, the end is not known.
    private bool EndsSentence(int end)
    {
        if (end <= 0)
        {
            return false;
        }

        while (end < scope.Tokens.Count && scope.Tokens[end - 1].Sentence == scope.Tokens[end].Sentence && scope.Tokens[end].Folded is "." or "»" or "\"" or "”")
        {
            end++;
        }

        return end >= scope.Tokens.Count || scope.Tokens[end].Sentence > scope.Tokens[end - 1].Sentence;
    }
}
