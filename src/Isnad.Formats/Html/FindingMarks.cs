using Isnad.Formats.Export;
using Isnad.Reading;
using static Isnad.Formats.Html.HtmlText;

namespace Isnad.Formats.Html;

/// <summary>Every finding of a reading as a mark in its text.</summary>
internal static class FindingMarks
{
    private const int MostReasons = 3;

    /// <summary>Kinds of mark as the legend shows them: class, Arabic name, English gloss.</summary>
    public static readonly (string Class, string Arabic, string English)[] Kinds =
    [
        ("event", "حدث", "event"),
        ("entity", "علم", "who"),
        ("time", "زمن", "when"),
        ("cue", "لفظ النقل", "cue"),
        ("quote", "كلام منقول", "reported words"),
        ("insertion", "إقحام", "insertion"),
        ("framing", "لفظ الصحيفة", "framing"),
    ];

    /// <summary>All marks, in the order of their first character.</summary>
    public static IReadOnlyList<FindingMark> Of(ReadingNames names)
    {
        var reading = names.Reading;
        IEnumerable<FindingMark> marks =
        [
            .. new[] { reading.Structure.Byline, reading.Structure.Dateline }.OfType<SpanText>().Select(s => new FindingMark(s.Start, s.End, "credit", "")),
            .. reading.Reports.SelectMany(r => Reported(names, r)),
            .. reading.Entities.SelectMany(e => e.Mentions.Select(m => new FindingMark(m.Start, m.End, "entity", names.Entity(e)))),
            .. reading.Times.Select(t => Time(names, t)),
            .. reading.Events.SelectMany(e => Triggers(names, e)),
            .. reading.Framing.Select(f => Framing(names, f)),
        ];
        return [.. marks.Where(m => m.End > m.Start).OrderBy(m => m.Start)];
    }

    private static FindingMark Time(ReadingNames names, TimeReading time) =>
        new(time.Span.Start, time.Span.End, "time", $"{Code(time.Type)} {Code(time.Value, "strong")}{Reasons(names, time.Because)}", Code(time.Value, "tag time"));

    private static IEnumerable<FindingMark> Triggers(ReadingNames names, EventReading e)
    {
        var (voice, becomes) = (names.Voice, Becomes(names));
        var note = $"<b>{voice.Say(Labels.EventTypes, e.Type)}</b> {voice.Say(Labels.Statuses, e.Status)} {Code(names.EventCode(e))}"
            + $"<br>{names.List(e.Actors)}{(e.Recipients.Count > 0 ? $"{becomes}{names.List(e.Recipients)}" : "")}{Reasons(names, e.Because)}";
        return e.Mentions.Select(m => new FindingMark(m.Start, m.End, "event", note, Code(e.Id, "tag event"), IsAnchor: true));
    }

    private static IEnumerable<FindingMark> Reported(ReadingNames names, ReportReading report)
    {
        if (report.Cue is { } cue)
        {
            var note = $"{Manner(names.Voice, report)}<br>{names.List([.. report.Via.Prepend(report.Speaker ?? "")], Becomes(names))}{Reasons(names, report.Because)}";
            yield return new(cue.Start, cue.End, "cue", note, Code(report.Id, "tag cue"), IsAnchor: true);
        }

        foreach (var content in report.Content)
        {
            yield return new(content.Start, content.End, "quote", "");
        }

        foreach (var insertion in report.Insertions)
        {
            yield return new(insertion.Start, insertion.End, "insertion", names.Voice.Say("أقحمته الصحيفة في كلام غيرها", "put by the outlet into the words of others"));
        }
    }

    private static FindingMark Framing(ReadingNames names, FramingReading framing)
    {
        var neutral = framing.Neutral is null ? "" : $"<br>{names.Voice.Say("بلفظ محايد", "a neutral agency would write")}: {Isolated(framing.Neutral)}";
        var target = framing.Target is null ? "" : $"<br>{names.Voice.Say("يلوّن", "colours")}: {names.List([framing.Target])}";
        var kind = names.Voice.Say(Labels.FramingKinds, framing.Kind);
        return new(framing.Span.Start, framing.Span.End, "framing", $"<b>{kind}</b>{target}{neutral}{Reasons(names, framing.Because)}", $"<span class=\"tag framing\">{kind}</span>");
    }

    private static string Manner(PageVoice voice, ReportReading report) => voice.IsEnglish
        ? $"{voice.Say(Labels.Forms, report.Form)}, the outlet: {voice.Say(Labels.Stances, report.Stance)}"
        : $"{voice.Say(Labels.Forms, report.Form)}، والصحيفة {voice.Say(Labels.Stances, report.Stance)}";

    // Points the way the page is read.
    private static string Becomes(ReadingNames names) => names.Voice.Say(" ← ", " → ");

    private static string Reasons(ReadingNames names, IReadOnlyList<Evidence> because) =>
        string.Concat(because.Take(MostReasons).Select(b => $"<br>{names.Reason(b)}"));
}
