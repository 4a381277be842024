using System.Text;
using System.Xml;
using System.Xml.Linq;
using Isnad.Formats.Annotation;
using Isnad.Formats.Json;
using Isnad.Pipeline;
using Isnad.Reading;
using Isnad.Tests.Stories;
using Xunit;

namespace Isnad.Tests.Annotation;

/// <summary>Formats of annotation tools: read back by readers that forgive nothing, and into our own format without loss.</summary>
public sealed class AnnotationTests
{
    // An emoji before everything else, so that characters and code units differ; marks that mean something in a format.
    private const string Enemy = "😀 غارة | على [إدلب]; _=*\\ ->\nقصفت طائرات حربية روسية\tسوقاً شعبية في إدلب أمس، وقال المرصد السوري لحقوق الإنسان إن 12 مدنياً قتلوا.\r\n\u0001\uFFFE وبإدلب & <b> «نفت موسكو\nقصفها المدينة».";

    private static readonly List<(NewsDocument Document, NewsReading Reading)> Articles =
    [
        .. StoryFile.All.SelectMany(s => s.Articles).Select(a => a.Article).Take(40).Append(new Article("enemy", Enemy) { Published = new(2024, 3, 13) }).Append(new Article("nothing", ""))
            .Select(article => NewsEngine.Default.Analyze(article)).Select(document => (document, NewsEngine.Default.ReadingOf(document))),
    ];

    [Fact]
    public void Brat_is_strict_and_comes_back_without_loss() => Assert.All(Articles, a =>
    {
        var annotation = BratWriter.Write(a.Reading);
        StrictBrat.Check(a.Reading.Text, annotation);
        Assert.Equal(Essence(a.Reading), Essence(BratReader.Read(a.Reading.Id, a.Reading.Text, annotation)));
    });

    [Fact]
    public void WebAnno_is_strict_and_comes_back_without_loss() => Assert.All(Articles, a =>
    {
        var file = WebAnnoWriter.Write(a.Document, a.Reading);
        StrictWebAnno.Check(a.Document.Text, file);
        // Content that goes over several sentences comes in pieces; between sentences the format keeps no text.
        Assert.Equal(Essence(a.Reading, contents: false), Essence(WebAnnoReader.Read(a.Reading.Id, file), contents: false));
    });

    [Fact]
    public void TimeML_holds_the_text_and_its_ids_lead_somewhere() => Assert.All(Articles, a =>
    {
        using var stream = new MemoryStream();
        TimeMlWriter.Write(a.Reading, stream);
        stream.Position = 0;
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { CheckCharacters = true, DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = false });
        var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
        Assert.Equal(["DOCID", "DCT", "TEXT"], root.Elements().Take(3).Select(e => e.Name.LocalName));
        Assert.Equal(Isnad.Formats.Annotation.XmlText.Clean(a.Reading.Text), root.Element("TEXT")!.Value);
        string[] Ids(string element, string attribute) => [.. root.Descendants(element).Select(e => e.Attribute(attribute)!.Value)];
        var (times, events, instances) = (Ids("TIMEX3", "tid"), Ids("EVENT", "eid"), Ids("MAKEINSTANCE", "eiid"));
        Assert.Equal(times.Length + events.Length + instances.Length, times.Concat(events).Concat(instances).Distinct().Count());
        Assert.Equal(events, Ids("MAKEINSTANCE", "eventID").OrderBy(id => Array.IndexOf(events, id)));
        Assert.All(Ids("TLINK", "relatedToTime"), id => Assert.Contains(id, times));
        Assert.All(Ids("TLINK", "eventInstanceID").Concat(Ids("SLINK", "subordinatedEventInstance")), id => Assert.Contains(id, instances));
        Assert.All(root.Descendants("TIMEX3"), t => Assert.Contains(t.Attribute("type")!.Value, new[] { "DATE", "TIME", "DURATION", "SET" }));
        Assert.All(root.Descendants("MAKEINSTANCE"), i => Assert.Contains(i.Attribute("polarity")!.Value, new[] { "POS", "NEG" }));
    });

    [Fact]
    public void TimeML_says_of_times_events_and_reports_what_the_reading_says() => Assert.All(Articles, a =>
    {
        using var stream = new MemoryStream();
        TimeMlWriter.Write(a.Reading, stream);
        StrictTimeMl.Check(a.Reading, stream.ToArray());
    });

    [Fact]
    public void CoNLL_U_is_as_Universal_Dependencies_says() => Assert.All(Articles, a => StrictConllU.Check(a.Document.Text, ConllUWriter.Write(a.Document, a.Reading)));

    [Fact]
    public void Files_are_read_back_by_their_endings()
    {
        using var folder = new TemporaryFolder();
        foreach (var format in new[] { "brat", "webanno", AnnotationFormats.Json })
        {
            AnnotationFormats.Write(format, Path.Combine(folder.Path, format), "a", Articles[0].Document, Articles[0].Reading);
        }

        Assert.Equal(3, AnnotatedFiles.Read([folder.Path]).Count());
    }

    [Theory]
    [InlineData("a.ann", "T1\tPER 0\tx", "line 1")]
    [InlineData("a.ann", "E1\tASSAULT:T9", "")]
    [InlineData("a.ann", "T1\tBOMB 0 3\tنص \nE1\tBOMB:T1", "no type BOMB")]
    [InlineData("a.tsv", "#FORMAT=WebAnno TSV 2\n", "line 1")]
    [InlineData("a.tsv", "#FORMAT=WebAnno TSV 3.3\n\n1-1\t5-2\tنص\t", "line 3")]
    [InlineData("a.json", "{}", "missing")]
    [InlineData("a.json", "[", "a.json")]
    public void What_is_not_in_its_format_is_refused_with_the_place(string name, string content, string message)
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", "نص قصير");
        var path = folder.Write(name, content);
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => AnnotatedFiles.Read([path]).ToList()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Offsets_in_characters_and_code_units_lead_to_each_other()
    {
        const string Text = "a😀b😀😀ج";
        var points = new CodePoints(Text);
        var unit = 0;
        for (var point = 0; point <= Text.EnumerateRunes().Count(); point++)
        {
            Assert.Equal((point, unit), (points.Of(unit), points.Units(point)));
            unit += unit < Text.Length && char.IsHighSurrogate(Text[unit]) ? 2 : 1;
        }
    }

    // What a reading says, in an order of its own, without what formats of annotation do not hold (reasons, confidence, places).
    private static string Essence(NewsReading reading, bool contents = true)
    {
        var named = reading.Entities.Where(e => e.Mentions.Count > 0).Select(e => e.Id).ToHashSet();
        var text = new StringBuilder();
        foreach (var e in reading.Entities.Where(e => named.Contains(e.Id)).OrderBy(e => e.Id, StringComparer.Ordinal))
        {
            text.AppendLine($"{e.Id} {e.Name} {e.NameEn} {e.Type} {e.Country} {e.Sector} {e.Known} {Spans(e.Mentions.OrderBy(m => m.Start).ThenBy(m => m.End))}");
        }

        foreach (var e in reading.Events.OrderBy(e => e.Id, StringComparer.Ordinal))
        {
            var counts = string.Join(',', e.Counts.Select(c => $"{c.What}:{c.Min}-{c.Max}"));
            text.AppendLine($"{e.Id} {e.Type} {e.Mode} {e.Status} {e.Claim} {e.Date} {e.Place} {e.PlaceCountry} {counts} {Ids(e.Actors)} {Ids(e.Recipients)} {Spans(e.Mentions.Take(1))} {Spans(e.Mentions.OrderBy(m => m.Start))}");
        }

        foreach (var r in reading.Reports.Where(r => r.Cue is not null || r.Content.Count > 0).OrderBy(r => r.Id, StringComparer.Ordinal))
        {
            text.AppendLine($"{r.Id} {r.Form} {r.Stance} {(r.Cue is null ? "" : Spans([r.Cue]))} {Ids(r.Speaker is null ? [] : [r.Speaker])} {Ids(r.Via)} {(contents ? Spans(r.Content) : "")} {string.Join(',', r.Events)}");
        }

        text.AppendJoin('\n', reading.Times.Select(t => $"{t.Type} {t.Value} {Spans([t.Span])}").Order(StringComparer.Ordinal));
        text.AppendJoin('\n', reading.Framing.Select(f => $"{f.Kind} {f.Target} {Spans([f.Span])}").Order(StringComparer.Ordinal));
        return text.ToString();

        string Ids(IEnumerable<string> ids) => string.Join(',', ids.Where(named.Contains).Distinct());
    }

    private static string Spans(IEnumerable<SpanText> spans) => string.Join(' ', spans.Select(s => $"{s.Start}-{s.End}"));
}
