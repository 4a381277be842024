using System.Globalization;
using System.Xml.Linq;
using Isnad.Reading;
using Xunit;

namespace Isnad.Tests.Annotation;

/// <summary>
/// Reads TimeML 1.2.1 as its document type has it, no element and no value beyond it, and compares what it says with the reading: what stands
/// where in the text, which event each instance is of, and which time or report it is linked to.
/// </summary>
internal static class StrictTimeMl
{
    // Attributes that must be there and those that may, with the values that they may have; none where any value will do.
    private static readonly Dictionary<string, (string Name, bool IsNeeded, string[] Values)[]> Attributes = new(StringComparer.Ordinal)
    {
        ["TIMEX3"] = [("tid", true, []), ("type", true, ["DATE", "TIME", "DURATION", "SET"]), ("value", true, []), ("functionInDocument", false, ["CREATION_TIME", "NONE"])],
        ["EVENT"] = [("eid", true, []), ("class", true, ["OCCURRENCE", "PERCEPTION", "REPORTING", "ASPECTUAL", "STATE", "I_STATE", "I_ACTION"])],
        ["MAKEINSTANCE"] =
        [
            ("eiid", true, []), ("eventID", true, []), ("tense", true, ["FUTURE", "INFINITIVE", "PAST", "PASTPART", "PRESENT", "PRESPART", "NONE"]), ("aspect", true, ["PROGRESSIVE", "PERFECTIVE", "PERFECTIVE_PROGRESSIVE", "NONE"]),
            ("polarity", true, ["POS", "NEG"]), ("pos", true, ["ADJECTIVE", "NOUN", "VERB", "PREPOSITION", "OTHER"]), ("modality", false, []),
        ],
        ["TLINK"] = [("lid", true, []), ("eventInstanceID", true, []), ("relatedToTime", true, []), ("relType", true, ["IS_INCLUDED"])],
        ["SLINK"] = [("lid", true, []), ("eventInstanceID", true, []), ("subordinatedEventInstance", true, []), ("relType", true, ["EVIDENTIAL", "NEG_EVIDENTIAL"])],
    };

    public static void Check(NewsReading reading, byte[] file)
    {
        using var stream = new MemoryStream(file);
        var root = XDocument.Load(stream, LoadOptions.PreserveWhitespace).Root!;
        Assert.Equal("TimeML", root.Name.LocalName);
        Assert.Equal(["DOCID", "DCT", "TEXT"], root.Elements().Take(3).Select(e => e.Name.LocalName));
        Assert.All(root.Elements().Skip(3), e => Assert.Contains(e.Name.LocalName, new[] { "MAKEINSTANCE", "TLINK", "SLINK" }));
        Assert.All(root.Element("TEXT")!.Descendants(), e => Assert.Contains(e.Name.LocalName, new[] { "TIMEX3", "EVENT" }));
        Assert.Equal(reading.Published, root.Element("DCT")!.Element("TIMEX3")?.Attribute("value")!.Value);
        Assert.All(root.Descendants().Where(e => Attributes.ContainsKey(e.Name.LocalName)), Element);
        var ids = root.Descendants().SelectMany(e => new[] { "tid", "eid", "eiid", "lid" }.Select(name => e.Attribute(name)?.Value)).OfType<string>().ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());

        var marks = Marks(root.Element("TEXT")!);
        Assert.All(marks.Where(m => m.Element.Name == "TIMEX3"), m => Assert.Contains(reading.Times, t =>
            (t.Span.Start, t.Span.End, t.Type, t.Value) == (m.Start, m.End, m.Element.Attribute("type")!.Value, m.Element.Attribute("value")!.Value)));
        // What crosses something else cannot be written, and nothing else is left out.
        var spans = reading.Times.Select(t => t.Span).Concat(reading.Events.SelectMany(e => e.Mentions)).Concat(reading.Reports.Select(r => r.Cue).OfType<SpanText>()).Where(s => s.End > s.Start).ToList();
        Assert.All(spans, s => Assert.True(
            marks.Exists(m => (m.Start, m.End) == (s.Start, s.End)) || spans.Exists(o => (o.Start < s.Start && s.Start < o.End && o.End < s.End) || (s.Start < o.Start && o.Start < s.End && s.End < o.End)), $"{s.Start}-{s.End} {s.Text}"));

        var places = marks.Where(m => m.Element.Name == "EVENT").ToDictionary(m => m.Element.Attribute("eid")!.Value, m => m, StringComparer.Ordinal);
        var instances = root.Elements("MAKEINSTANCE").ToDictionary(i => i.Attribute("eiid")!.Value, i => places[i.Attribute("eventID")!.Value], StringComparer.Ordinal);
        Assert.Equal(places.Count, instances.Count);
        foreach (var instance in root.Elements("MAKEINSTANCE"))
        {
            var mark = places[instance.Attribute("eventID")!.Value];
            var isNegative = instance.Attribute("polarity")!.Value == "NEG";
            Assert.True(IsReport(mark)
                ? Reports(reading, mark).Any(r => (r.Stance == "denies") == isNegative)
                : Events(reading, mark).Any(e => (e.Status == "negated") == isNegative && (e.Status == "scheduled") == (instance.Attribute("tense")!.Value == "FUTURE") && (e.Status == "hypothetical") == (instance.Attribute("modality") is not null)));
        }

        var times = root.Descendants("TIMEX3").ToDictionary(t => t.Attribute("tid")!.Value, t => t.Attribute("value")!.Value, StringComparer.Ordinal);
        Assert.All(root.Elements("TLINK"), link => Assert.Contains(
            Events(reading, instances[link.Attribute("eventInstanceID")!.Value]), e => e.Date is { } date && times[link.Attribute("relatedToTime")!.Value].StartsWith(date, StringComparison.Ordinal)));
        Assert.All(root.Elements("SLINK"), link => Assert.Contains(
            Reports(reading, instances[link.Attribute("eventInstanceID")!.Value]), r => Events(reading, instances[link.Attribute("subordinatedEventInstance")!.Value]).Any(e => r.Events.Contains(e.Id))));
    }

    private static void Element(XElement element)
    {
        var known = Attributes[element.Name.LocalName];
        Assert.All(element.Attributes(), a => Assert.Contains(a.Name.LocalName, known.Select(k => k.Name)));
        foreach (var (name, isNeeded, values) in known)
        {
            var value = element.Attribute(name)?.Value;
            Assert.True(value is null ? !isNeeded : value.Length > 0 && (values.Length == 0 || values.Contains(value)), $"{element.Name} {name}={value}");
        }
    }

    // Where each element of the text begins and ends.
    private static List<(int Start, int End, XElement Element)> Marks(XElement text)
    {
        var marks = new List<(int, int, XElement)>();
        Read(text, 0);
        return marks;

        int Read(XElement element, int at)
        {
            var start = at;
            foreach (var node in element.Nodes())
            {
                at = node is XElement inner ? Read(inner, at) : at + ((XText)node).Value.Length;
            }

            if (element != text)
            {
                marks.Add((start, at, element));
            }

            return at;
        }
    }

    private static bool IsReport((int Start, int End, XElement Element) mark) => mark.Element.Attribute("class")!.Value == "REPORTING";

    private static IEnumerable<EventReading> Events(NewsReading reading, (int Start, int End, XElement Element) mark) =>
        reading.Events.Where(e => e.Mentions.Any(m => (m.Start, m.End) == (mark.Start, mark.End)));

    private static IEnumerable<ReportReading> Reports(NewsReading reading, (int Start, int End, XElement Element) mark) =>
        reading.Reports.Where(r => r.Cue is { } cue && (cue.Start, cue.End) == (mark.Start, mark.End));
}
