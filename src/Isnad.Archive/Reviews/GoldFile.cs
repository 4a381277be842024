using System.Text.Encodings.Web;
using System.Text.Json;
using Isnad.Reading;

namespace Isnad.Archive.Reviews;

/// <summary>
/// Writes a reviewed article as annotation: the fields that <c>isnad evaluate</c> reads, each span with its words, the number of
/// the occurrence and the offsets. Rejected events are left out, corrected ones stand as corrected.
/// </summary>
internal sealed class GoldFile(ReviewedReading reviewed, Utf8JsonWriter json)
{
    private readonly NewsReading reading = reviewed.Reading;
    private readonly Dictionary<string, List<int>> occurrences = new(StringComparer.Ordinal);

    public static void Write(ReviewedReading reviewed, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        new GoldFile(reviewed, json).Write();
    }

    private void Write()
    {
        json.WriteStartObject();
        json.WriteString("id", reading.Id);
        json.WriteString("outlet", reading.Outlet);
        json.WriteString("published", reading.Published);
        json.WriteString("text", reading.Text);
        json.WriteStartObject("structure");
        Spans("headlines", reading.Structure.Headlines);
        Span("byline", reading.Structure.Byline);
        Span("dateline", reading.Structure.Dateline);
        json.WriteEndObject();
        List("entities", reading.Entities, Entity);
        List("times", reading.Times, time =>
        {
            Span("span", time.Span);
            json.WriteString("type", time.Type);
            json.WriteString("value", time.Value);
        });
        var kept = reading.Events.Where((_, at) => reviewed.Verdicts[at] != ReviewedReading.Rejected).ToList();
        List("events", kept, Event);
        List("reports", reading.Reports, report => Report(report, [.. kept.Select(e => e.Id)]));
        List("framing", reading.Framing, framing =>
        {
            Span("span", framing.Span);
            json.WriteString("kind", framing.Kind);
            json.WriteString("target", framing.Target);
        });
        json.WriteEndObject();
    }

    private void Entity(EntityReading entity)
    {
        json.WriteString("id", entity.Id);
        json.WriteString("name", entity.Name);
        json.WriteString("name_en", entity.NameEn);
        json.WriteString("type", entity.Type);
        json.WriteString("country", entity.Country);
        json.WriteString("sector", entity.Sector);
        Spans("mentions", entity.Mentions);
    }

    private void Event(EventReading e)
    {
        json.WriteString("id", e.Id);
        json.WriteString("type", e.Type);
        json.WriteString("mode", e.Mode);
        json.WriteString("status", e.Status);
        Spans("mentions", e.Mentions);
        Strings("actors", e.Actors);
        Strings("recipients", e.Recipients);
        json.WriteString("date", e.Date);
        json.WriteString("place", e.Place);
        json.WriteString("place_country", e.PlaceCountry);
        List("counts", e.Counts, count =>
        {
            json.WriteString("what", count.What);
            Number("min", count.Min);
            Number("max", count.Max);
        });
    }

    private void Report(ReportReading report, HashSet<string> kept)
    {
        json.WriteString("id", report.Id);
        json.WriteString("form", report.Form);
        Span("cue", report.Cue);
        json.WriteString("speaker", report.Speaker);
        Strings("via", report.Via);
        Spans("content", report.Content);
        Spans("insertions", report.Insertions);
        json.WriteString("stance", report.Stance);
        Strings("events", report.Events.Where(kept.Contains));
    }

    private void List<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Strings(string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private void Spans(string name, IEnumerable<SpanText> spans) => List(name, spans, SpanFields);

    private void Span(string name, SpanText? span)
    {
        if (span is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        SpanFields(span);
        json.WriteEndObject();
    }

    private void SpanFields(SpanText span)
    {
        json.WriteString("text", span.Text);
        json.WriteNumber("n", Occurrences(span.Text).BinarySearch(span.Start) + 1);
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
    }

    private void Number(string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    // Where some words stand, occurrences that overlap among them; looked for once for all spans of the same words.
    private List<int> Occurrences(string words)
    {
        if (!occurrences.TryGetValue(words, out var found))
        {
            found = [];
            for (var at = reading.Text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = reading.Text.IndexOf(words, at + 1, StringComparison.Ordinal))
            {
                found.Add(at);
            }

            occurrences.Add(words, found);
        }

        return found;
    }
}
