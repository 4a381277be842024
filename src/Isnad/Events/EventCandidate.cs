using Isnad.Language;
using Isnad.Reading;
using Isnad.Text;
using Isnad.Time;

namespace Isnad.Events;

/// <summary>One trigger with all that was found around it: an event before the article's mentions of it are joined.</summary>
internal sealed record EventCandidate(
    Trigger Trigger, string? Mode, EventStatus Status, IReadOnlyList<int> Actors, IReadOnlyList<int> Recipients,
    string? Date, string? Place, string? PlaceCountry, IReadOnlyList<CountReading> Counts, int Sentence, bool InTitle,
    double Confidence, IReadOnlyList<Evidence> Because)
{
    /// <summary>Who most likely did it where no mention of the event names anybody; never a reason to join or part events.</summary>
    public int? MeantActor { get; init; }

    /// <summary>Who most likely underwent it where no mention of the event names anybody.</summary>
    public int? MeantRecipient { get; init; }

    /// <summary>The day that the article tells of, where it happened then; dates the event where no mention has a date.</summary>
    public TimeMention? NarrativeDay { get; init; }

    /// <summary>A finite verb carries its noun: «أجرى محادثات».</summary>
    public bool IsCarried { get; init; }

    public string Type => Trigger.Frame.Type;

    public TextSpan Span => Trigger.Span;

    public bool IsDefiniteNoun => !Trigger.IsVerbal && Trigger.Cut.Has(Proclitics.Article);

    /// <summary>Its status comes from a verb or a cue, not from a bare noun.</summary>
    public bool Says => Trigger.IsVerb || Because.Any(e => e.Rule.StartsWith("event.status", StringComparison.Ordinal) && (e.Entry is not null || e.Rule != "event.status.tense") && e.Rule != StatusFinder.Lasting);

    /// <summary>A bare noun of what takes its time: it goes on unless another mention says otherwise.</summary>
    public bool Lasts => Because.Any(e => e.Rule == StatusFinder.Lasting);
}
