using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Isnad.Archive.Export;
using Isnad.Archive.Query;
using Isnad.Formats.Annotation;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>Every format, read back by a reader that forgives nothing. Events are of the archive and of an enemy of formats.</summary>
public sealed partial class ExportTests(ExportTests.Filled filled) : IClassFixture<ExportTests.Filled>
{
    private const string Nasty = "=cmd|'/c calc'!A1,\"x\"\r\nسطر ثان\tجدول;\\ \u0001\uFFFE😀";

    public sealed class Filled : IDisposable
    {
        private readonly ArchiveFolder folder = new();

        public Filled()
        {
            folder.Ingest(folder.Write("a.jsonl", InventedNews.Lines(Enumerable.Range(0, 60)) + """
                {"id":"visit","outlet":"وكالة الاختبار","published":"2024-03-13","url":"https://example.org/1","text":"زيارة\nأعلنت موسكو، أمس، أن الرئيس فلاديمير بوتين سيزور أنقرة في 8 نيسان المقبل، بحسب بيان رسمي."}
                """));
            Events = [.. folder.Find(""), Enemy];
        }

        internal IReadOnlyList<StoredEvent> Events { get; }

        private static StoredEvent Enemy
        {
            get
            {
                var party = new StoredParty(Nasty, null, "GRP", null, null, null);
                var place = new StoredPlace(Nasty, "SYR", "city", null, "city", 35.93, 36.63, 5);
                var mention = new StoredMention("k-1", "ASSAULT", "visit", "scheduled", true, "2024-03-13", "2024-03-13", Nasty, 1, 2, 0.5, place, new("a", Nasty, Nasty, "2024-03-12", null, Nasty), [party], [party], [new("dead", 3, null)], [new(party, [party], "denies", "direct", Nasty)]);
                return new("k-1", "ASSAULT", "visit", "scheduled", "2024-03-13", "2024-03-13", place, true, true, 1, 1, 1, [party], [party], [new("dead", 3, null, party, Nasty, "2024-03-12", "a")], ["dead"], [new(party, Nasty, "2024-03-12", "a")], [mention]);
            }
        }

        public void Dispose() => folder.Dispose();
    }

    [Fact]
    public void Every_format_is_documented() =>
        Assert.All(ArchiveExport.Formats.Select(f => f.Name).Concat(AnnotationFormats.Names), name => Assert.Contains($"| `{name}` |", Repository.Text("docs/formats.md"), StringComparison.Ordinal));

    [Fact]
    public void Every_column_is_documented() =>
        Assert.All(EventTables.All.SelectMany(t => t.Columns), c => Assert.Contains($"| `{c.Name}` | {c.Type.ToString().ToLowerInvariant()} | {c.Meaning} |", Repository.Text("docs/formats.md"), StringComparison.Ordinal));

    [Fact]
    public void Our_own_format_loses_nothing() =>
        Assert.Equal(filled.Events.Select(ArchiveJson.Write), Lines("jsonl").Select(line => ArchiveJson.Write(ArchiveJson.Read(line))));

    [Fact]
    public void Tables_are_as_RFC_4180_and_their_data_package_say()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(filled.Events.Count, ArchiveExport.Write("csv", filled.Events, folder.Path));
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, "datapackage.json")));
        var keys = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var resource in package.RootElement.GetProperty("resources").EnumerateArray())
        {
            var name = resource.GetProperty("name").GetString()!;
            var schema = resource.GetProperty("schema");
            var fields = schema.GetProperty("fields").EnumerateArray().Select(f => (Name: f.GetProperty("name").GetString()!, Type: f.GetProperty("type").GetString()!)).ToList();
            var rows = StrictCsv.Read(File.ReadAllBytes(Path.Combine(folder.Path, resource.GetProperty("path").GetString()!)));
            Assert.Equal(fields.Select(f => f.Name), rows[0]);
            Assert.All(rows.Skip(1), row => Assert.All(fields.Zip(row), x => Assert.True(IsOf(x.First.Type, x.Second), $"{name}.{x.First.Name}: «{x.Second}» is no {x.First.Type}")));
            Assert.DoesNotContain(rows.SelectMany(r => r), cell => cell is ['=' or '@' or '\t', ..] or ['+' or '-', _, ..] && !double.TryParse(cell, CultureInfo.InvariantCulture, out _));
            var primary = schema.TryGetProperty("primaryKey", out var key) ? key.GetString() : null;
            if (primary is not null)
            {
                var values = rows.Skip(1).Select(r => r[fields.FindIndex(f => f.Name == primary)]).ToList();
                Assert.Equal(values.Count, values.Distinct().Count());
                keys.Add(primary, [.. values]);
            }

            foreach (var (field, at) in fields.Select((f, i) => (f.Name, i)).Where(f => keys.ContainsKey(f.Name)))
            {
                Assert.All(rows.Skip(1), row => Assert.Contains(row[at], keys[field]));
            }
        }
    }

    [Fact]
    public void Maps_are_as_RFC_7946_says()
    {
        using var json = JsonDocument.Parse(Text("geojson"), new JsonDocumentOptions { AllowDuplicateProperties = false });
        Assert.Equal("FeatureCollection", json.RootElement.GetProperty("type").GetString());
        var features = json.RootElement.GetProperty("features").EnumerateArray().ToList();
        Assert.Equal(filled.Events.Count, features.Count);
        Assert.Contains(features, f => f.GetProperty("geometry").ValueKind == JsonValueKind.Object);
        foreach (var feature in features)
        {
            Assert.Equal(("Feature", JsonValueKind.Object), (feature.GetProperty("type").GetString(), feature.GetProperty("properties").ValueKind));
            if (feature.GetProperty("geometry") is { ValueKind: JsonValueKind.Object } geometry)
            {
                Assert.Equal("Point", geometry.GetProperty("type").GetString());
                var point = geometry.GetProperty("coordinates").EnumerateArray().Select(c => c.GetDouble()).ToList();
                Assert.Equal(2, point.Count);
                Assert.True(point[0] is >= -180 and <= 180 && point[1] is >= -90 and <= 90);
            }
        }
    }

    [Fact]
    public void Graphs_are_as_GEXF_says()
    {
        using var reader = XmlReader.Create(new StringReader(Text("gexf").TrimStart('\uFEFF')), new XmlReaderSettings { CheckCharacters = true, DtdProcessing = DtdProcessing.Prohibit });
        XNamespace gexf = "http://gexf.net/1.3";
        var graph = XDocument.Load(reader).Root!.Element(gexf + "graph")!;
        var nodes = graph.Element(gexf + "nodes")!.Elements().Select(n => n.Attribute("id")!.Value).ToList();
        Assert.Equal(nodes.Count, nodes.Distinct().Count());
        var edges = graph.Element(gexf + "edges")!.Elements().ToList();
        Assert.NotEmpty(edges);
        Assert.All(edges, e => Assert.True(nodes.Contains(e.Attribute("source")!.Value) && nodes.Contains(e.Attribute("target")!.Value) && Day().IsMatch(e.Attribute("start")!.Value)));
        Assert.Equal(edges.Count, edges.Select(e => e.Attribute("id")!.Value).Distinct().Count());
    }

    [Fact]
    public void Records_are_as_PLOVER_says()
    {
        string[] wanted = ["id", "date", "actor", "recipient", "event", "mode", "context", "quad_code", "event_scale", "event_loc", "event_text", "cite_info"];
        var records = Lines("plover").Select(line => JsonDocument.Parse(line, new JsonDocumentOptions { AllowDuplicateProperties = false }).RootElement).ToList();
        Assert.Equal(filled.Events.Count, records.Count);
        foreach (var record in records)
        {
            Assert.All(wanted, name => Assert.True(record.TryGetProperty(name, out _), name));
            var type = Assert.Single(record.GetProperty("event").EnumerateArray()).GetString()!;
            Assert.Contains(type, PloverCodes.All);
            Assert.All(record.GetProperty("mode").EnumerateArray(), mode => Assert.Contains(mode.GetString()!, PloverCodes.Of(type).Modes.Keys));
            Assert.Contains(record.GetProperty("quad_code").GetString(), new[] { "1", "2", "3", "4" });
        }

        Assert.Contains(records, r => r.GetProperty("event")[0].GetString() == "AGREE" && r.GetProperty("context").EnumerateArray().Any(c => c.GetString() == "future"));
    }

    [Fact]
    public void Rows_are_as_ICEWS_says()
    {
        var rows = Lines("icews").Select(line => line.Split('\t')).ToList();
        Assert.Equal(["Event ID", "Event Date", "Source Name"], rows[0][..3]);
        Assert.True(rows.Count > 10);
        Assert.All(rows, row => Assert.Equal(20, row.Length));
        Assert.All(rows.Skip(1), row => Assert.True(Day().IsMatch(row[1]) && Cameo().IsMatch(row[6]) && double.Parse(row[7], CultureInfo.InvariantCulture) is >= -10 and <= 10));
    }

    [Fact]
    public void Rows_are_as_GDELT_says()
    {
        using var folder = new TemporaryFolder();
        ArchiveExport.Write("gdelt", filled.Events, folder.Path);
        var events = File.ReadAllLines(Path.Combine(folder.Path, "isnad.export.CSV")).Select(line => line.Split('\t')).ToList();
        var mentions = File.ReadAllLines(Path.Combine(folder.Path, "isnad.mentions.CSV")).Select(line => line.Split('\t')).ToList();
        Assert.True(events.Count > 10);
        Assert.All(events, row => Assert.Equal(61, row.Length));
        Assert.All(mentions, row => Assert.Equal(16, row.Length));
        Assert.Equal(events.Count, events.Select(row => row[0]).Distinct().Count());
        Assert.Empty(mentions.Select(row => row[0]).Except(events.Select(row => row[0])));
        Assert.All(events, row => Assert.True(
            long.Parse(row[0], CultureInfo.InvariantCulture) > 0 && row[1].Length == 8 && row[2] == row[1][..6] && row[3] == row[1][..4] && Cameo().IsMatch(row[26])
            && row[26].StartsWith(row[27], StringComparison.Ordinal) && row[27].StartsWith(row[28], StringComparison.Ordinal) && row[29] is "1" or "2" or "3" or "4" && row[59].Length == 14));
    }

    [Fact]
    public void Calendars_are_as_RFC_5545_says()
    {
        var bytes = Bytes("ical");
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n");
        Assert.Equal("", lines[^1]);
        Assert.All(lines, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75 && !line.Any(char.IsControl)));
        var unfolded = Encoding.UTF8.GetString(bytes).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (unfolded[0], unfolded[^1]));
        Assert.Equal(unfolded.Count(l => l == "BEGIN:VEVENT"), unfolded.Count(l => l == "END:VEVENT"));
        Assert.Equal(unfolded.Count(l => l == "BEGIN:VEVENT"), unfolded.Count(l => l.StartsWith("UID:", StringComparison.Ordinal)));
        Assert.Contains(unfolded, l => l == "DTSTART;VALUE=DATE:20240408");
        Assert.All(unfolded, line => Assert.Matches("^[A-Z-]+(;[A-Z]+=[A-Z]+)?:", line));
    }

    private static bool IsOf(string type, string value) => value.Length == 0 || type switch
    {
        "date" => Day().IsMatch(value),
        "integer" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "number" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        "boolean" => value is "true" or "false",
        _ => true,
    };

    private string[] Lines(string format) => Text(format).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private string Text(string format) => Encoding.UTF8.GetString(Bytes(format));

    private byte[] Bytes(string format)
    {
        using var stream = new MemoryStream();
        ArchiveExport.Write(format, filled.Events, stream);
        return stream.ToArray();
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$")]
    private static partial Regex Day();

    [GeneratedRegex(@"^(0[1-9]|1\d|20)\d{1,2}$")]
    private static partial Regex Cameo();
}
