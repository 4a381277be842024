using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Pipeline;

namespace Isnad.Attribution;

/// <summary>Finds who is quoted or reported, in whose words, through whom.</summary>
internal sealed class ReportStage : IStage
{
    public string Name => "reports";

    public string Purpose => "Finds who is quoted or reported, in whose words, through whom.";

    public Layers Reads => Layers.Tokens | Layers.Tags | Layers.Structure | Layers.Quotations | Layers.Words | Layers.Times | Layers.Places | Layers.Mentions | Layers.Entities;

    public Layers Writes => Layers.Reports;

    public void Prepare(KnowledgeBase knowledge) => AttributionLexicon.Of(knowledge);

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        var scope = new AttributionScope(document, knowledge);
        var reader = new ReportReader(scope);
        var colons = new ColonReports(scope);
        var paragraph = -1;
        var interview = Interview.Of(scope);
        var interviewee = interview?.Interviewee;
        var turn = Interview.Turn.None;
        var at = -1;
        foreach (var sentence in document.Sentences)
        {
            var opensParagraph = sentence.Paragraph != paragraph;
            paragraph = sentence.Paragraph;
            at += opensParagraph ? 1 : 0;
            turn = interview?.TurnOf(at) ?? turn;
            interviewee ??= turn == Interview.Turn.Question ? reader.LastPerson : null;
            if (turn != Interview.Turn.None && interviewee is null)
            {
                // Questions that nobody is known to have answered: an explanation in the outlet's own words.
                (interview, turn) = (null, Interview.Turn.None);
            }

            if (turn == Interview.Turn.Answer && opensParagraph && !reader.IsFull)
            {
                reader.ReadAnswer(interview!, at, interviewee!, sentence);
            }

            if (turn != Interview.Turn.None)
            {
                continue;
            }

            if (opensParagraph && colons.Read(sentence.FirstToken, sentence.EndToken) is { } draft)
            {
                reader.Add(draft, sentence);
                continue;
            }

            reader.ReadUncued(sentence, opensParagraph);
            reader.Read(sentence);
        }

        if (reader.IsFull)
        {
            document.Report("KH1024", $"{ReportReader.MostReports} statements are more than an article has; the rest was not read for any");
        }

        if (reader.Drafts.Count(d => d.Speaker is null) is > 0 and var unnamed)
        {
            var first = reader.Drafts.Find(d => d is { Speaker: null, Cue: not null })?.Cue?.Span;
            document.Report("KH1023", $"{unnamed} statement(s) whose speaker is not named", first);
        }

        reader.Drafts.AddRange(new HeadlineQuotations(scope, reader.Drafts).Read());
        CarryToHeadlines(document, reader.Drafts);
        document.Reports = [.. reader.Drafts.OrderBy(d => d.Cue?.Span.Start ?? d.Words.Spans[0].Start).Select(d => d.Build())];
    }

    // A headline tells what the body tells in full: what its speaker says there through a medium came the same way.
    private static void CarryToHeadlines(NewsDocument document, List<ReportDraft> drafts)
    {
        foreach (var headline in drafts.Where(d => d is { Via.Count: 0, Speaker: not null } && document.Structure.Title.Contains(d.Words.Spans[0])))
        {
            var told = drafts.Find(d => d.Speaker == headline.Speaker && !d.IsInner && document.Structure.Body.Contains(d.Words.Spans[0]));
            if (told is { Via.Count: > 0 })
            {
                headline.Via.AddRange(told.Via);
                headline.Because.Add(new("report.via.headline", null, null, "as for his words in the body"));
            }
        }
    }
}
