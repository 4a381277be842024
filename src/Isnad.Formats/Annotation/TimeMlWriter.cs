using System.Globalization;
using System.Text;
using System.Xml;
using Isnad.Reading;

namespace Isnad.Formats.Annotation;

/// <summary>
/// A reading as TimeML 1.2.1: times and the words that name events inside the text, an instance per event with its polarity and
/// modality, and a link to the time that the event's date is. Spans that cross another one are left out, since XML nests.
/// </summary>
internal static class TimeMlWriter
{
    public static void Write(NewsReading reading, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None, CloseOutput = false });
        xml.WriteStartDocument();
        xml.WriteStartElement("TimeML");
        xml.WriteElementString("DOCID", Clean(reading.Id));
        xml.WriteStartElement("DCT");
        if (reading.Published is { } published)
        {
            Timex(xml, "t0", "DATE", published, "CREATION_TIME");
            xml.WriteString(published);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("TEXT");
        var marks = Nested(Marks(reading));
        Text(xml, reading.Text, marks);
        xml.WriteEndElement();
        Instances(xml, reading, marks);
        Links(xml, reading, marks);
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    /// <param name="Finding">Index of the event, report or time.</param>
    private sealed record Mark(int Start, int End, string Id, string Element, int Finding, Action<XmlWriter> Open);

    private static List<Mark> Marks(NewsReading reading)
    {
        var marks = new List<Mark>();
        foreach (var (time, i) in reading.Times.Select((t, i) => (t, i)))
        {
            marks.Add(new(time.Span.Start, time.Span.End, $"t{i + 1}", "TIMEX3", i, xml => Timex(xml, $"t{i + 1}", time.Type, time.Value, null)));
        }

        var number = 0;
        foreach (var (e, i) in reading.Events.Select((e, i) => (e, i)))
        {
            foreach (var mention in e.Mentions)
            {
                var id = $"e{++number}";
                marks.Add(new(mention.Start, mention.End, id, "EVENT", i, xml => Event(xml, id, "OCCURRENCE")));
            }
        }

        foreach (var (report, i) in reading.Reports.Select((r, i) => (r, i)))
        {
            if (report.Cue is { } cue)
            {
                var id = $"e{++number}";
                marks.Add(new(cue.Start, cue.End, id, "REPORT", i, xml => Event(xml, id, "REPORTING")));
            }
        }

        return marks;
    }

    // The outer one first; what begins inside another and ends behind it cannot be written.
    private static List<Mark> Nested(List<Mark> marks)
    {
        var kept = new List<Mark>();
        var open = new Stack<Mark>();
        foreach (var mark in marks.Where(m => m.End > m.Start).OrderBy(m => m.Start).ThenByDescending(m => m.End))
        {
            while (open.TryPeek(out var outer) && outer.End <= mark.Start)
            {
                open.Pop();
            }

            if (!open.TryPeek(out var around) || mark.End <= around.End)
            {
                kept.Add(mark);
                open.Push(mark);
            }
        }

        return kept;
    }

    private static void Text(XmlWriter xml, string text, List<Mark> marks)
    {
        var at = 0;
        var open = new Stack<Mark>();
        foreach (var mark in marks)
        {
            CloseUntil(mark.Start);
            Plain(mark.Start);
            mark.Open(xml);
            open.Push(mark);
        }

        CloseUntil(text.Length);
        Plain(text.Length);

        void CloseUntil(int limit)
        {
            while (open.TryPeek(out var mark) && mark.End <= limit)
            {
                Plain(mark.End);
                xml.WriteEndElement();
                open.Pop();
            }
        }

        void Plain(int until)
        {
            xml.WriteString(Clean(text[at..until]));
            at = until;
        }
    }

    private static void Instances(XmlWriter xml, NewsReading reading, List<Mark> marks)
    {
        foreach (var mark in marks.Where(m => m.Element != "TIMEX3"))
        {
            var e = mark.Element == "EVENT" ? reading.Events[mark.Finding] : null;
            xml.WriteStartElement("MAKEINSTANCE");
            xml.WriteAttributeString("eiid", $"ei{mark.Id[1..]}");
            xml.WriteAttributeString("eventID", mark.Id);
            xml.WriteAttributeString("tense", e?.Status == "scheduled" ? "FUTURE" : "NONE");
            xml.WriteAttributeString("aspect", e?.Status == "ongoing" ? "PROGRESSIVE" : "NONE");
            xml.WriteAttributeString("polarity", e?.Status == "negated" || (e is null && reading.Reports[mark.Finding].Stance == "denies") ? "NEG" : "POS");
            xml.WriteAttributeString("pos", "OTHER");
            if (e?.Status == "hypothetical")
            {
                xml.WriteAttributeString("modality", "POSSIBLE");
            }

            xml.WriteEndElement();
        }
    }

    private static void Links(XmlWriter xml, NewsReading reading, List<Mark> marks)
    {
        var number = 0;
        // By year, month and day, so that each event looks only at times that its date may be.
        var times = marks.Where(m => m.Element == "TIMEX3")
            .SelectMany(m => new[] { 4, 7, 10 }.Where(length => reading.Times[m.Finding].Value.Length >= length).Select(length => (Date: reading.Times[m.Finding].Value[..length], Mark: m)))
            .ToLookup(t => t.Date, t => t.Mark, StringComparer.Ordinal);
        foreach (var mark in marks.Where(m => m.Element == "EVENT"))
        {
            // The time that the event's date is, the nearest to its word; else the day of publication.
            var date = reading.Events[mark.Finding].Date;
            var time = date is null ? null : times[date].MinBy(t => Math.Abs(t.Start - mark.Start));
            var id = time?.Id ?? (date is not null && date == reading.Published ? "t0" : null);
            if (id is not null)
            {
                Link(xml, "TLINK", ref number, ("eventInstanceID", $"ei{mark.Id[1..]}"), ("relatedToTime", id), ("relType", "IS_INCLUDED"));
            }
        }

        var instances = marks.Where(m => m.Element == "EVENT").GroupBy(m => reading.Events[m.Finding].Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
        foreach (var mark in marks.Where(m => m.Element == "REPORT"))
        {
            var report = reading.Reports[mark.Finding];
            foreach (var about in report.Events)
            {
                if (instances.TryGetValue(about, out var told))
                {
                    Link(xml, "SLINK", ref number, ("eventInstanceID", $"ei{mark.Id[1..]}"), ("subordinatedEventInstance", $"ei{told[1..]}"), ("relType", report.Stance == "denies" ? "NEG_EVIDENTIAL" : "EVIDENTIAL"));
                }
            }
        }
    }

    private static void Link(XmlWriter xml, string element, ref int number, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("lid", string.Create(CultureInfo.InvariantCulture, $"l{++number}"));
        foreach (var (name, value) in attributes)
        {
            xml.WriteAttributeString(name, value);
        }

        xml.WriteEndElement();
    }

    private static void Timex(XmlWriter xml, string id, string type, string value, string? function)
    {
        xml.WriteStartElement("TIMEX3");
        xml.WriteAttributeString("tid", id);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("value", value);
        if (function is not null)
        {
            xml.WriteAttributeString("functionInDocument", function);
        }
    }

    private static void Event(XmlWriter xml, string id, string kind)
    {
        xml.WriteStartElement("EVENT");
        xml.WriteAttributeString("eid", id);
        xml.WriteAttributeString("class", kind);
    }

    // XML holds fewer characters than articles do; each is replaced by one, so that offsets stay true.
    private static string Clean(string text) => XmlText.Clean(text);
}
