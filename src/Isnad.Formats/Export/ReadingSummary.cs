using System.Globalization;
using Isnad.Reading;

namespace Isnad.Formats.Export;

/// <summary>A reading at a glance, for a terminal: an event or statement per paragraph, one field per line, English glosses.</summary>
public static class ReadingSummary
{
    public static string Write(NewsReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var text = new TerminalText();
        var entities = Entities(reading);
        text.Head($"{reading.Id}  {reading.Published ?? When(reading.Dated)}  {Counted(reading.Events.Count, "event")}, {Counted(reading.Reports.Count, "report")}, {Counted(reading.Times.Count, "time")}, {Counted(reading.Framing.Count, "framing mark")}");
        foreach (var e in reading.Events)
        {
            Event(text.Gap(), reading, entities, e);
        }

        var told = reading.Events.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var report in reading.Reports.Where(r => !r.Events.Any(told.Contains)))
        {
            text.Gap().Head($"{report.Id}  {Labels.Forms.English(report.Form)}{Stance(report)}");
            Chain(text, entities, report);
            text.Field("words", report.Content.Count > 0 ? TerminalText.Quote(report.Content[0].Text) : "");
        }

        foreach (var f in reading.Framing)
        {
            text.Gap().Head($"framing  {Labels.FramingKinds.English(f.Kind)}");
            if (f.Target is not null)
            {
                text.Field("of", Name(entities, f.Target));
            }

            text.Field("words", TerminalText.Quote(f.Span.Text));
        }

        foreach (var d in reading.Diagnostics)
        {
            text.Gap().Head($"{d.Code}  {d.Message}");
        }

        return text.ToString();
    }

    /// <summary>«about 2019-03-23», «2015-07 to 2015-09»; an estimate never looks like a date that was given.</summary>
    internal static string When(DatingReading? dated) => dated is null ? "undated"
        : dated.Earliest == dated.Latest ? $"probably {dated.Earliest}"
        : $"probably {dated.Earliest} to {dated.Latest}";

    /// <summary>«12», «12 or more», «100–999».</summary>
    internal static string CountText(CountReading count) => (count.Min, count.Max) switch
    {
        ({ } min, null) => $"{min} or more",
        (null, { } max) => $"up to {max}",
        ({ } min, { } max) when min != max => $"{min}–{max}",
        _ => count.Min?.ToString(CultureInfo.InvariantCulture) ?? "?",
    };

    internal static IReadOnlyDictionary<string, EntityReading> Entities(NewsReading reading) => reading.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);

    /// <summary>«TUR GOV  Recep Tayyip Erdogan»: codes first, since the name may be Arabic.</summary>
    internal static string Name(IReadOnlyDictionary<string, EntityReading> entities, string? id) =>
        id is not null && entities.TryGetValue(id, out var entity) ? $"{entity.Country ?? "-",-3} {entity.Sector ?? "-",-3}  {entity.NameEn ?? entity.Name}" : "not named";

    /// <summary>Speaker and carriers, one per line, and the outlet's stance where it takes one.</summary>
    internal static void Chain(TerminalText text, IReadOnlyDictionary<string, EntityReading> entities, ReportReading report)
    {
        text.Field("said by", Name(entities, report.Speaker));
        foreach (var carrier in report.Via)
        {
            text.Field("via", Name(entities, carrier));
        }
    }

    internal static string EventHead(EventReading e) =>
        $"{e.Id}  {(e.Claim ? "claimed: " : "")}{e.Status}{(e.Date is null ? "" : "  " + e.Date)}  {e.Type}{(e.Mode is null ? "" : "/" + e.Mode)}: {Labels.EventTypes.English(e.Type)}";

    private static void Event(TerminalText text, NewsReading reading, IReadOnlyDictionary<string, EntityReading> entities, EventReading e)
    {
        text.Head(EventHead(e));
        People(text, entities, "who", e.Actors);
        if (e.Recipients.Count > 0)
        {
            People(text, entities, "whom", e.Recipients);
        }

        if (e.Place is not null || e.PlaceCountry is not null)
        {
            text.Field("where", $"{e.PlaceCountry ?? "-",-3}  {e.Place}".TrimEnd());
        }

        foreach (var count in e.Counts)
        {
            text.Field("how many", $"{CountText(count)} {Labels.Counts.English(count.What)}");
        }

        text.Field("word", TerminalText.Quote(e.Mentions.Count > 0 ? e.Mentions[0].Text : ""));
        // A run of speech by one speaker is several reports; who said it through whom is written once.
        foreach (var chain in reading.Reports.Where(r => r.Events.Contains(e.Id)).GroupBy(r => string.Join(' ', [r.Speaker, .. r.Via])))
        {
            Chain(text, entities, chain.First());
            text.Field("in", string.Join(", ", chain.Select(r => r.Id + Stance(r))));
        }
    }

    private static void People(TerminalText text, IReadOnlyDictionary<string, EntityReading> entities, string label, IReadOnlyList<string> ids)
    {
        text.Field(label, Name(entities, ids.Count > 0 ? ids[0] : null));
        foreach (var id in ids.Skip(1))
        {
            text.Field("", Name(entities, id));
        }
    }

    private static string Stance(ReportReading report) => report.Stance == "neutral" ? "" : $", the outlet {Labels.Stances.English(report.Stance)}";

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : string.Create(CultureInfo.InvariantCulture, $"{count} {what}s");
}
