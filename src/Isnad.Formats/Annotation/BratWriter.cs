using System.Globalization;
using System.Text;
using Isnad.Reading;

namespace Isnad.Formats.Annotation;

/// <summary>
/// A reading as brat's standoff (brat.nlplab.org/standoff.html): entities and triggers are text-bound, events and reports are
/// events, names of one entity are equivalent, what has no place of its own stands in notes. Offsets count characters.
/// </summary>
internal sealed class BratWriter
{
    private readonly NewsReading reading;
    private readonly CodePoints points;
    private readonly StringBuilder lines = new();
    private readonly Dictionary<string, List<(SpanText Span, string Id)>> entities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> events = new(StringComparer.Ordinal);
    private int texts;
    private int eventCount;
    private int attributes;
    private int notes;
    private int relations;

    private BratWriter(NewsReading reading) => (this.reading, points) = (reading, new(reading.Text));

    /// <summary>The annotation of a reading's text.</summary>
    public static string Write(NewsReading reading)
    {
        var writer = new BratWriter(reading);
        writer.Entities();
        writer.Times();
        writer.Events();
        writer.Reports();
        writer.Framing();
        return writer.lines.ToString();
    }

    /// <summary>What an annotation tool needs to know of the types (annotation.conf).</summary>
    public static string Configuration(IEnumerable<string> eventTypes)
    {
        var conf = new StringBuilder("[entities]\nPER\nORG\nGPE\nGRP\nAGR\nTIMEX3\nCONTENT\nFRAMING\n\n[relations]\nSame\tArg1:<EVENT>, Arg2:<EVENT>\n<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n\n[events]\n");
        foreach (var type in eventTypes)
        {
            conf.Append(CultureInfo.InvariantCulture, $"{type}\tActor*:<ENTITY>, Recipient*:<ENTITY>\n");
        }

        return conf.Append("REPORT\tSpeaker?:<ENTITY>, Via*:<ENTITY>, Content*:CONTENT, About*:<EVENT>\n\n[attributes]\nStatus\tArg:<EVENT>, Value:occurred|ongoing|scheduled|hypothetical|negated\n")
            .Append("Stance\tArg:<EVENT>, Value:neutral|affirms|distances|denies|hedges\nForm\tArg:<EVENT>, Value:direct|indirect|mixed\nClaim\tArg:<EVENT>\nNoCue\tArg:<EVENT>\n").ToString();
    }

    private void Entities()
    {
        foreach (var entity in reading.Entities)
        {
            var mentions = entity.Mentions.Select(m => (m, Text(entity.Type, m))).ToList();
            entities[entity.Id] = mentions;
            if (mentions.Count == 0)
            {
                continue;
            }

            Note(mentions[0].Item2, ("id", entity.Id), ("name", entity.Name), ("name_en", entity.NameEn), ("country", entity.Country), ("sector", entity.Sector), ("known", entity.Known));
            if (mentions.Count > 1)
            {
                lines.Append("*\tEquiv ").AppendJoin(' ', mentions.Select(m => m.Item2)).Append('\n');
            }
        }
    }

    private void Times()
    {
        foreach (var time in reading.Times)
        {
            Note(Text("TIMEX3", time.Span), ("type", time.Type), ("value", time.Value));
        }
    }

    private void Events()
    {
        foreach (var e in reading.Events)
        {
            var id = Event(e.Type, e.Mentions[0], [.. e.Actors.Select(a => ("Actor", a)), .. e.Recipients.Select(r => ("Recipient", r))], []);
            events[e.Id] = id;
            Attribute("Status", id, e.Status);
            if (e.Claim)
            {
                Attribute("Claim", id, null);
            }

            Note(id, ("id", e.Id), ("mode", e.Mode), ("date", e.Date), ("place", e.Place), ("place_country", e.PlaceCountry), ("confidence", e.Confidence.ToString("R", CultureInfo.InvariantCulture)),
                ("counts", e.Counts.Count == 0 ? null : string.Join(',', e.Counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.What}:{c.Min}-{c.Max}")))));
            foreach (var other in e.Mentions.Skip(1))
            {
                var again = Event(e.Type, other, [], []);
                lines.Append(CultureInfo.InvariantCulture, $"R{++relations}\tSame Arg1:{id} Arg2:{again}\n");
            }
        }
    }

    private void Reports()
    {
        foreach (var report in reading.Reports)
        {
            // brat knows no event without a trigger: a report without a cue stands at what it says.
            if ((report.Cue ?? (report.Content.Count > 0 ? report.Content[0] : null)) is not { } trigger)
            {
                continue;
            }

            var contents = report.Content.Select(c => ("Content", Text("CONTENT", c))).ToList();
            (string, string)[] people = [.. report.Speaker is null ? [] : new[] { ("Speaker", report.Speaker) }, .. report.Via.Select(v => ("Via", v))];
            var id = Event("REPORT", trigger, people, [.. contents, .. report.Events.Where(events.ContainsKey).Select(e => ("About", events[e]))]);
            Attribute("Stance", id, report.Stance);
            Attribute("Form", id, report.Form);
            if (report.Cue is null)
            {
                Attribute("NoCue", id, null);
            }

            Note(id, ("id", report.Id), ("confidence", report.Confidence.ToString("R", CultureInfo.InvariantCulture)));
        }
    }

    private void Framing()
    {
        foreach (var framing in reading.Framing)
        {
            Note(Text("FRAMING", framing.Span), ("kind", framing.Kind), ("target", framing.Target), ("neutral", framing.Neutral));
        }
    }

    // The name of somebody that stands nearest to the trigger is its argument.
    private string Event(string type, SpanText trigger, IReadOnlyList<(string Role, string Entity)> people, IReadOnlyList<(string Role, string Id)> others)
    {
        var text = Text(type, trigger);
        var line = new StringBuilder().Append(CultureInfo.InvariantCulture, $"E{++eventCount}\t{type}:{text}");
        var roles = new Dictionary<string, int>(StringComparer.Ordinal);
        var named = people.Where(p => entities.TryGetValue(p.Entity, out var mentions) && mentions.Count > 0)
            .Select(p => (p.Role, entities[p.Entity].MinBy(m => Math.Abs(m.Span.Start - trigger.Start)).Id));
        foreach (var (role, id) in named.Concat(others))
        {
            // A second actor is Actor2.
            var number = roles[role] = roles.GetValueOrDefault(role) + 1;
            line.Append(CultureInfo.InvariantCulture, $" {role}{(number > 1 ? number.ToString(CultureInfo.InvariantCulture) : "")}:{id}");
        }

        lines.Append(line).Append('\n');
        return $"E{eventCount}";
    }

    // A line end in a span splits it: brat wants each piece on one line.
    private string Text(string type, SpanText span)
    {
        var pieces = new List<string>();
        var start = span.Start;
        for (var at = span.Start; at <= span.End; at++)
        {
            if (at == span.End || reading.Text[at] is '\n' or '\r')
            {
                if (at > start)
                {
                    pieces.Add(string.Create(CultureInfo.InvariantCulture, $"{points.Of(start)} {points.Of(at)}"));
                }

                start = at + 1;
            }
        }

        var words = reading.Text[span.Start..span.End].ReplaceLineEndings(" ");
        lines.Append(CultureInfo.InvariantCulture, $"T{++texts}\t{type} {string.Join(';', pieces)}\t{OneLine(words)}\n");
        return $"T{texts}";
    }

    private void Attribute(string name, string of, string? value) =>
        lines.Append(CultureInfo.InvariantCulture, $"A{++attributes}\t{name} {of}{(value is null ? "" : " " + value)}\n");

    // Values are percent-coded where they hold what parts them.
    private void Note(string of, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var note = new StringBuilder();
        foreach (var (name, value) in values)
        {
            if (value is not null)
            {
                note.Append(note.Length > 0 ? "; " : "").Append(name).Append('=').Append(NoteText.Escape(value));
            }
        }

        if (note.Length > 0)
        {
            lines.Append(CultureInfo.InvariantCulture, $"#{++notes}\tAnnotatorNotes {of}\t{note}\n");
        }
    }

    // What stands in the line must be what stands in the text; only line ends are spaces.
    private static string OneLine(string words) => words.Replace('\u0085', ' ').Replace('\u2028', ' ').Replace('\u2029', ' ');
}
