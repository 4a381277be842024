using System.Globalization;
using Isnad.Reading;

namespace Isnad.Formats.Annotation;

/// <summary>Reads brat's standoff into a reading: what <see cref="BratWriter"/> writes, and what annotators add to it or change.</summary>
internal sealed class BratReader
{
    private static readonly string[] EntityTypes = ["PER", "ORG", "GPE", "GRP", "AGR"];
    private readonly string text;
    private readonly CodePoints points;
    private readonly Dictionary<string, (string Type, SpanText Span)> texts = new(StringComparer.Ordinal);
    private readonly List<(string Id, string Type, string Trigger, List<(string Role, string Id)> Arguments)> events = [];
    private readonly Dictionary<string, Dictionary<string, string>> attributes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> notes = new(StringComparer.Ordinal);
    private readonly List<string[]> equivalents = [];
    private readonly Dictionary<string, string> sameAs = new(StringComparer.Ordinal);

    private BratReader(string text) => (this.text, points) = (text, new(text));

    /// <summary>The reading that an annotation amounts to.</summary>
    /// <exception cref="InvalidDataException">A line is not in the format; the message has its number.</exception>
    public static NewsReading Read(string id, string text, string annotation)
    {
        var reader = new BratReader(text);
        var number = 0;
        foreach (var line in annotation.Split('\n'))
        {
            number++;
            try
            {
                reader.Line(line.TrimEnd('\r'));
            }
            catch (Exception x) when (x is FormatException or IndexOutOfRangeException or ArgumentException or OverflowException)
            {
                throw new InvalidDataException($"line {number} of the annotation is not in brat's format: {line}");
            }
        }

        try
        {
            return reader.Reading(id);
        }
        catch (KeyNotFoundException x)
        {
            throw new InvalidDataException($"the annotation points to what is not there: {x.Message}", x);
        }
    }

    private void Line(string line)
    {
        if (line.Length == 0)
        {
            return;
        }

        var fields = line.Split('\t');
        var words = fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (line[0])
        {
            case 'T':
                texts.Add(fields[0], (words[0], Span(fields[1][(words[0].Length + 1)..])));
                break;
            case 'E':
                events.Add((fields[0], words[0].Split(':')[0], words[0].Split(':')[1], [.. words.Skip(1).Select(w => (w.Split(':')[0].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), w.Split(':')[1]))]));
                break;
            case 'A' or 'M':
                Of(attributes, words[1])[words[0]] = words.Length > 2 ? words[2] : "true";
                break;
            case '*':
                equivalents.Add(words[1..]);
                break;
            case 'R' when words[0] == "Same":
                sameAs[words[2].Split(':')[1]] = words[1].Split(':')[1];
                break;
            case '#':
                foreach (var (name, value) in fields.Length > 2 ? NoteText.Values(fields[2]) : [])
                {
                    Of(notes, words[1])[name] = value;
                }

                break;
        }
    }

    // «12 20;21 30»: from the first piece to the last.
    private SpanText Span(string offsets)
    {
        var pieces = offsets.Split(';').Select(p => p.Split(' ').Select(n => int.Parse(n, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray()).ToList();
        var (start, end) = (points.Units(pieces[0][0]), points.Units(pieces[^1][1]));
        return start < end && end <= text.Length ? new(text[start..end], start, end) : throw new FormatException();
    }

    private NewsReading Reading(string id)
    {
        var entityOf = new Dictionary<string, string>(StringComparer.Ordinal);
        var entities = Entities(entityOf);
        var main = events.Where(e => e.Type != "REPORT" && !sameAs.ContainsKey(e.Id)).ToList();
        var eventIds = main.Select((e, i) => (e.Id, Name: Note(e.Id, "id") ?? $"V{i + 1}")).ToDictionary(e => e.Id, e => e.Name, StringComparer.Ordinal);
        return new(
            id, null, null, null, text, new([], null, null, []), entities,
            [.. texts.Where(t => t.Value.Type == "TIMEX3").Select(t => new TimeReading(t.Value.Span, Note(t.Key, "type") ?? "DATE", Note(t.Key, "value") ?? "", null, null, "none", "gregorian", []))],
            [], [.. main.Select(e => Event(e.Id, e.Type, e.Trigger, e.Arguments, eventIds[e.Id], entityOf))],
            [.. events.Where(e => e.Type == "REPORT").Select((e, i) => Report(e.Id, e.Trigger, e.Arguments, i, entityOf, eventIds))],
            [.. texts.Where(t => t.Value.Type == "FRAMING").Select(t => new FramingReading(t.Value.Span, Note(t.Key, "kind") ?? "loaded", Note(t.Key, "target"), Note(t.Key, "neutral"), []))],
            [], new("brat", ""));
    }

    private List<EntityReading> Entities(Dictionary<string, string> entityOf)
    {
        var groups = equivalents.Select(e => e.Where(texts.ContainsKey).ToArray()).Where(e => e.Length > 0).ToList();
        var grouped = groups.SelectMany(g => g).ToHashSet(StringComparer.Ordinal);
        groups.AddRange(texts.Where(t => EntityTypes.Contains(t.Value.Type) && !grouped.Contains(t.Key)).Select(t => new[] { t.Key }));
        var entities = new List<EntityReading>();
        foreach (var group in groups.OrderBy(g => g.Min(t => texts[t].Span.Start)))
        {
            var noted = group.FirstOrDefault(notes.ContainsKey) ?? group[0];
            var entity = new EntityReading(
                Note(noted, "id") ?? $"E{entities.Count + 1}", Note(noted, "name") ?? texts[group[0]].Span.Text, Note(noted, "name_en"), texts[group[0]].Type, Note(noted, "country"), Note(noted, "sector"), Note(noted, "known"),
                [.. group.Select(t => texts[t].Span)]);
            entities.Add(entity);
            foreach (var t in group)
            {
                entityOf[t] = entity.Id;
            }
        }

        return entities;
    }

    private EventReading Event(string id, string type, string trigger, List<(string Role, string Id)> arguments, string name, Dictionary<string, string> entityOf) => new(
        name, type, Note(id, "mode"), Attribute(id, "Status") ?? "occurred", Attribute(id, "Claim") is not null,
        [texts[trigger].Span, .. events.Where(e => sameAs.GetValueOrDefault(e.Id) == id).Select(e => texts[e.Trigger].Span)],
        People(arguments, "Actor", entityOf), People(arguments, "Recipient", entityOf), Note(id, "date"), Note(id, "place"), Note(id, "place_country"), Counts(Note(id, "counts")), Confidence(id), []);

    private ReportReading Report(string id, string trigger, List<(string Role, string Id)> arguments, int at, Dictionary<string, string> entityOf, Dictionary<string, string> eventIds) => new(
        Note(id, "id") ?? $"R{at + 1}", Attribute(id, "Form") ?? "indirect", Attribute(id, "NoCue") is null ? texts[trigger].Span : null, People(arguments, "Speaker", entityOf).FirstOrDefault(), People(arguments, "Via", entityOf),
        [.. arguments.Where(a => a.Role == "Content" && texts.ContainsKey(a.Id)).Select(a => texts[a.Id].Span)], [], Attribute(id, "Stance") ?? "neutral",
        [.. arguments.Where(a => a.Role == "About" && eventIds.ContainsKey(a.Id)).Select(a => eventIds[a.Id])], Confidence(id), []);

    private static List<string> People(List<(string Role, string Id)> arguments, string role, Dictionary<string, string> entityOf) =>
        [.. arguments.Where(a => a.Role == role && entityOf.ContainsKey(a.Id)).Select(a => entityOf[a.Id]).Distinct(StringComparer.Ordinal)];

    // «dead:12-15,injured:3-»
    private static List<CountReading> Counts(string? counts) =>
        [.. (counts ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split(':', '-')).Where(c => c.Length == 3).Select(c => new CountReading(c[0], Number(c[1]), Number(c[2])))];

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private double Confidence(string id) => double.TryParse(Note(id, "confidence"), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 1;

    private string? Note(string of, string name) => notes.TryGetValue(of, out var values) ? values.GetValueOrDefault(name) : null;

    private string? Attribute(string of, string name) => attributes.TryGetValue(of, out var values) ? values.GetValueOrDefault(name) : null;

    private static Dictionary<string, string> Of(Dictionary<string, Dictionary<string, string>> all, string id) =>
        all.TryGetValue(id, out var values) ? values : all[id] = new(StringComparer.Ordinal);
}
