using System.Globalization;
using System.Text;
using Isnad.Reading;

namespace Isnad.Formats.Export;

/// <summary>
/// A reading for a terminal: English glosses and codes, one field per line. Arabic words stand alone at the end of a line,
/// because terminals do not order mixed directions.
/// </summary>
public static class ReadingSummary
{
    public static string Write(NewsReading reading)
    {
        var text = new StringBuilder();
        var entities = reading.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        text.AppendLine(CultureInfo.InvariantCulture, $"{reading.Id}  {reading.Published ?? "undated"}  {reading.Events.Count} events, {reading.Reports.Count} reports, {reading.Times.Count} times, {reading.Framing.Count} framing marks");
        foreach (var e in reading.Events)
        {
            text.AppendLine().Append(e.Id).Append("  ").Append(e.Type).Append(e.Mode is null ? "" : "/" + e.Mode).Append("  ").Append(e.Status);
            text.Append(e.Date is null ? "" : "  " + e.Date).AppendLine(e.PlaceCountry is null ? "" : "  in " + e.PlaceCountry);
            text.Append("    who:    ").AppendLine(Names(entities, e.Actors));
            if (e.Recipients.Count > 0)
            {
                text.Append("    whom:   ").AppendLine(Names(entities, e.Recipients));
            }

            foreach (var count in e.Counts)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"    {count.What + ":",-7} {CountText(count)}");
            }

            foreach (var report in reading.Reports.Where(r => r.Events.Contains(e.Id)))
            {
                text.Append("    said by: ").Append(Name(entities, report.Speaker)).Append(report.Via.Count > 0 ? " via " + string.Join(" via ", report.Via.Select(v => Name(entities, v))) : "");
                text.AppendLine(report.Stance == "neutral" ? "" : $" [outlet {report.Stance}]");
            }

            text.Append("    words:  ").AppendLine(e.Mentions[0].Text);
            if (e.Place is not null)
            {
                text.Append("    place:  ").AppendLine(e.Place);
            }
        }

        foreach (var d in reading.Diagnostics)
        {
            text.AppendLine().Append("note ").Append(d.Code).Append(": ").AppendLine(d.Message);
        }

        return text.ToString();
    }

    /// <summary>«12», «12 or more», «100–999».</summary>
    internal static string CountText(CountReading count) => (count.Min, count.Max) switch
    {
        ({ } min, null) => $"{min} or more",
        (null, { } max) => $"up to {max}",
        ({ } min, { } max) when min != max => $"{min}–{max}",
        _ => count.Min?.ToString(CultureInfo.InvariantCulture) ?? "?",
    };

    internal static string Name(IReadOnlyDictionary<string, EntityReading> entities, string? id)
    {
        if (id is null || !entities.TryGetValue(id, out var entity))
        {
            return "unknown";
        }

        var code = string.Join('.', new[] { entity.Country, entity.Sector }.Where(c => c is not null));
        return $"{entity.NameEn ?? entity.Name}{(code.Length > 0 ? $" ({code})" : "")}";
    }

    private static string Names(IReadOnlyDictionary<string, EntityReading> entities, IReadOnlyList<string> ids) =>
        ids.Count == 0 ? "not said" : string.Join(" + ", ids.Select(id => Name(entities, id)));
}
