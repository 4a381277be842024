using System.Globalization;
using Isnad.Reading;

namespace Isnad.Formats.Annotation;

/// <summary>Puts the spans of <see cref="WebAnnoLayers"/> together to a reading.</summary>
internal static class AnnotatedReading
{
    public static NewsReading Of(string id, string text, IEnumerable<SpanAnnotation> annotations)
    {
        var layers = annotations.OrderBy(a => a.Start).ThenByDescending(a => a.End).ToLookup(a => a.Layer, StringComparer.Ordinal);
        SpanText Span(SpanAnnotation a) => new(text[a.Start..a.End], a.Start, a.End);

        var entities = layers[WebAnnoLayers.Entity].GroupBy(a => Get(a, "id") ?? $"{a.Start}", StringComparer.Ordinal).Select((g, i) => new EntityReading(
            Get(g.First(), "id") ?? $"E{i + 1}", Get(g.First(), "name") ?? Span(g.First()).Text, Get(g.First(), "name_en"), Get(g.First(), "type") ?? "GRP", Get(g.First(), "country"), Get(g.First(), "sector"), Get(g.First(), "known"), [.. g.Select(Span)]));
        var contents = layers[WebAnnoLayers.Content].ToLookup(a => Get(a, "report"), Span, StringComparer.Ordinal);
        var events = layers[WebAnnoLayers.Event].GroupBy(a => Get(a, "id") ?? $"{a.Start}", StringComparer.Ordinal).Select((g, i) =>
        {
            var mentions = g.OrderBy(a => Number(Get(a, "rank")) ?? int.MaxValue).ToList();
            var e = mentions[0];
            return new EventReading(
                Get(e, "id") ?? $"V{i + 1}", Get(e, "type") ?? "", Get(e, "mode"), Get(e, "status") ?? "occurred", Get(e, "claim") == "true", [.. mentions.Select(Span)], List(Get(e, "actors")), List(Get(e, "recipients")),
                Get(e, "date"), Get(e, "place"), Get(e, "place_country"), Counts(Get(e, "counts")), 1, []);
        });
        var reports = layers[WebAnnoLayers.Report].Select((r, i) => new ReportReading(
            Get(r, "id") ?? $"R{i + 1}", Get(r, "form") ?? "indirect", Get(r, "cue") == "false" ? null : Span(r), Get(r, "speaker"), List(Get(r, "via")),
            [.. contents[Get(r, "id")]], [], Get(r, "stance") ?? "neutral", List(Get(r, "events")), 1, []));
        return new(
            id, null, null, null, text, new([], null, null, []), [.. entities],
            [.. layers[WebAnnoLayers.Time].Select(t => new TimeReading(Span(t), Get(t, "type") ?? "DATE", Get(t, "value") ?? "", null, null, "none", "gregorian", []))],
            [], [.. events], [.. reports], [.. layers[WebAnnoLayers.Framing].Select(f => new FramingReading(Span(f), Get(f, "kind") ?? "loaded", Get(f, "target"), null, []))], [], new("webanno", ""));
    }

    private static string? Get(SpanAnnotation annotation, string feature)
    {
        var at = Array.IndexOf(WebAnnoLayers.All.First(l => l.Layer == annotation.Layer).Features, feature);
        return at < annotation.Values.Count ? annotation.Values[at] : null;
    }

    private static IReadOnlyList<string> List(string? ids) => ids?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    // «dead:12-15,injured:3-»
    private static List<CountReading> Counts(string? counts) =>
        [.. (counts ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split(':', '-')).Where(c => c.Length == 3).Select(c => new CountReading(c[0], Number(c[1]), Number(c[2])))];

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
