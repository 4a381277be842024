using System.Globalization;
using Isnad.Reading;

namespace Isnad.Formats.Annotation;

/// <summary>An annotation of a stretch of text: a layer, and a value for each of its features.</summary>
internal sealed record SpanAnnotation(string Layer, int Start, int End, IReadOnlyList<string?> Values);

/// <summary>The layers of spans that a reading is written in, as custom layers of WebAnno and INCEpTION; ids tie them together.</summary>
internal static class WebAnnoLayers
{
    public const string Prefix = "webanno.custom.";
    public const string Entity = "IsnadEntity";
    public const string Event = "IsnadEvent";
    public const string Report = "IsnadReport";
    public const string Content = "IsnadContent";
    public const string Time = "IsnadTime";
    public const string Framing = "IsnadFraming";

    /// <summary>The layers with their features, in the order of the columns.</summary>
    public static IReadOnlyList<(string Layer, string[] Features)> All { get; } =
    [
        (Entity, ["id", "type", "name", "name_en", "country", "sector", "known"]),
        (Event, ["id", "type", "mode", "status", "claim", "date", "place", "place_country", "actors", "recipients", "counts", "rank"]),
        (Report, ["id", "form", "stance", "speaker", "via", "events", "cue"]),
        (Content, ["report"]),
        (Time, ["type", "value"]),
        (Framing, ["kind", "target"]),
    ];

    /// <summary>What a reading says of each stretch of its text.</summary>
    public static IEnumerable<SpanAnnotation> Of(NewsReading reading)
    {
        foreach (var (entity, mention) in reading.Entities.SelectMany(e => e.Mentions.Select(m => (e, m))))
        {
            yield return new(Entity, mention.Start, mention.End, [entity.Id, entity.Type, entity.Name, entity.NameEn, entity.Country, entity.Sector, entity.Known]);
        }

        foreach (var (e, mention, rank) in reading.Events.SelectMany(e => e.Mentions.Select((m, i) => (e, m, i))))
        {
            var counts = e.Counts.Count == 0 ? null : string.Join(',', e.Counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.What}:{c.Min}-{c.Max}")));
            yield return new(Event, mention.Start, mention.End,
                [e.Id, e.Type, e.Mode, e.Status, e.Claim ? "true" : null, e.Date, e.Place, e.PlaceCountry, List(e.Actors), List(e.Recipients), counts, rank.ToString(CultureInfo.InvariantCulture)]);
        }

        foreach (var report in reading.Reports)
        {
            if ((report.Cue ?? (report.Content.Count > 0 ? report.Content[0] : null)) is { } at)
            {
                yield return new(Report, at.Start, at.End, [report.Id, report.Form, report.Stance, report.Speaker, List(report.Via), List(report.Events), report.Cue is null ? "false" : null]);
            }

            foreach (var content in report.Content)
            {
                yield return new(Content, content.Start, content.End, [report.Id]);
            }
        }

        foreach (var time in reading.Times)
        {
            yield return new(Time, time.Span.Start, time.Span.End, [time.Type, time.Value]);
        }

        foreach (var framing in reading.Framing)
        {
            yield return new(Framing, framing.Span.Start, framing.Span.End, [framing.Kind, framing.Target]);
        }
    }

    private static string? List(IReadOnlyList<string> ids) => ids.Count == 0 ? null : string.Join(',', ids);
}
