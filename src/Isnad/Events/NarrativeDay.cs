using Isnad.Language.Morphology;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Time;

namespace Isnad.Events;

/// <summary>
/// The day that an article tells of: the first day its opening names, at most a few before publication. What happens in its
/// own sentences, without a date and without a sign that it lies further back («كان قد»), happened then.
/// </summary>
internal sealed class NarrativeDay
{
    private const int OpeningParagraphs = 3;
    private const int DaysBack = 6;
    private const int AuxiliaryReach = 3;
    private const int DayLength = 10;
    private readonly NewsDocument document;
    private readonly ClauseScanner scanner;

    public NarrativeDay(NewsDocument document, ClauseScanner scanner)
    {
        (this.document, this.scanner) = (document, scanner);
        Time = document.Article.Published is { } published ? Opening(published) : null;
    }

    /// <summary>The expression that names the day, or null.</summary>
    public TimeMention? Time { get; }

    /// <summary>Whether a trigger without a date of its own happened that day.</summary>
    public bool Holds(Trigger trigger, EventStatus status) =>
        Time is not null && (IsNarrated(trigger, status) || (status is EventStatus.Occurred or EventStatus.Ongoing && IsDuring(trigger))) && !LiesBack(trigger) && !IsRelative(trigger);

    private bool IsNarrated(Trigger trigger, EventStatus status) =>
        status is EventStatus.Occurred && (trigger.Verb is { Tense: Tense.Past } || (trigger.IsVerbal && trigger.Frame.IsSpoken))
            && (trigger.Frame.IsSpoken || !IsTold(trigger));

    // «أعلن ذلك خلال اجتماع»
    private bool IsDuring(Trigger trigger) =>
        !trigger.IsVerbal && trigger.FirstToken > 0 && scanner.Closed.Is(document.Tokens[trigger.FirstToken - 1], FunctionWord.During) && !IsTold(trigger);

    private TimeMention? Opening(DateOnly published)
    {
        foreach (var time in document.Times)
        {
            var token = FirstTokenOf(time);
            if (token >= document.Tokens.Count || document.Sentences[document.Tokens[token].Sentence].Paragraph > OpeningParagraphs)
            {
                return null;
            }

            if (DateFinder.IsoDate(time) is { Length: DayLength } && time.Earliest is { } day && day <= published && day >= published.AddDays(-DaysBack))
            {
                return time;
            }
        }

        return null;
    }

    private int FirstTokenOf(TimeMention time)
    {
        var (low, high) = (0, document.Tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = document.Tokens[middle].Span.End <= time.Span.Start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // «وكان الوزير قد زار»
    private bool LiesBack(Trigger trigger)
    {
        for (var token = trigger.FirstToken - 1; token >= Math.Max(0, trigger.FirstToken - AuxiliaryReach) && document.Tokens[token].Sentence == document.Tokens[trigger.FirstToken].Sentence; token--)
        {
            if (scanner.Closed.Is(document.Tokens[token], FunctionWord.Auxiliary))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsTold(Trigger trigger) => document.Reports.Any(r => r.Content.Any(span => span.Contains(trigger.Span)));

    private bool IsRelative(Trigger trigger)
    {
        var chunk = scanner.ChunkAt(trigger.FirstToken);
        return chunk > 0 && scanner.Chunks[chunk - 1].Kind == ChunkKind.Relative;
    }
}
