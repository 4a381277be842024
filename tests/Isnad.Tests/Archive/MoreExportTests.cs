using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Isnad.Archive.Export;
using Isnad.Archive.Query;
using Parquet;
using Parquet.Schema;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>Parquet, ACLED-like tables, TimelineJS and linked data, read back by readers that forgive nothing.</summary>
public sealed class MoreExportTests(ExportTests.Filled filled) : IClassFixture<ExportTests.Filled>
{
    [Fact]
    public async Task Parquet_holds_the_rows_of_the_tables_with_their_types()
    {
        using var folder = new TemporaryFolder();
        ArchiveExport.Write("parquet", filled.Events, folder.Path);
        var tables = new EventTables();
        var expected = filled.Events.SelectMany(tables.Rows).ToLookup(r => r.Table, r => r.Row);
        foreach (var table in EventTables.All)
        {
            var path = Path.Combine(folder.Path, table.Name + ".parquet");
            var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(("PAR1", "PAR1"), (Encoding.ASCII.GetString(bytes, 0, 4), Encoding.ASCII.GetString(bytes, bytes.Length - 4, 4)));
            await using var reader = await ParquetReader.CreateAsync(path, new ParquetOptions { UseDateOnlyTypeForDates = true }, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(table.Columns.Select(c => c.Name), reader.Schema.DataFields.Select(f => f.Name));
            using var group = reader.OpenRowGroupReader(0);
            Assert.Equal((1, expected[table].Count()), (reader.RowGroupCount, (int)group.RowCount));
            for (var i = 0; i < table.Columns.Count; i++)
            {
                Assert.Equal(expected[table].Select(row => Text(row[i])), await Values(group, reader.Schema.DataFields[i], table.Columns[i].Type, (int)group.RowCount));
            }
        }
    }

    [Fact]
    public void Rows_are_as_ACLED_writes_them()
    {
        var rows = StrictCsv.Read(Bytes("acled"));
        Assert.Equal(31, rows[0].Length);
        Assert.Equal(["event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1"], rows[0][..8]);
        Assert.True(rows.Count > 5);
        string Cell(string[] row, string column) => row[Array.IndexOf(rows[0], column)];
        string[] types = ["Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Riots", "Strategic developments"];
        string[] inters = ["", "State forces", "Rebel group", "Political militia", "Rioters", "Protesters", "Civilians", "External/Other forces"];
        Assert.All(rows.Skip(1), row =>
        {
            Assert.True(DateOnly.TryParseExact(Cell(row, "event_date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day));
            Assert.Equal(day.Year.ToString(CultureInfo.InvariantCulture), Cell(row, "year"));
            Assert.Contains(Cell(row, "event_type"), types);
            Assert.Contains(Cell(row, "inter1"), inters);
            Assert.Contains(Cell(row, "inter2"), inters);
            Assert.Contains(Cell(row, "time_precision"), new[] { "1", "2", "3" });
            Assert.Contains(Cell(row, "geo_precision"), new[] { "1", "2", "3" });
            Assert.True(int.Parse(Cell(row, "fatalities"), CultureInfo.InvariantCulture) >= 0);
            Assert.NotEqual("", Cell(row, "country"));
        });
        Assert.Equal(rows.Count - 1, rows.Skip(1).Select(r => r[0]).Distinct().Count());
    }

    [Fact]
    public void Of_several_numbers_of_dead_ACLED_has_the_least_and_the_notes_have_all()
    {
        var e = filled.Events.First(e => e is { Type: "ASSAULT", Status: "occurred", Place.Country: not null } && e.Date?.Length == 10);
        var says = new StoredParty("المرصد", null, "ORG", null, "NGO", null);
        var told = e with { Claims = [new("dead", 15, 15, says, "a", null, "k"), new("dead", 12, null, null, "b", null, "k")] };
        using var stream = new MemoryStream();
        ArchiveExport.Write("acled", [told], stream);
        var rows = StrictCsv.Read(stream.ToArray());
        Assert.Equal("12", rows[1][Array.IndexOf(rows[0], "fatalities")]);
        Assert.Contains("dead: 15, المرصد; 12 or more", rows[1][Array.IndexOf(rows[0], "notes")], StringComparison.Ordinal);
    }

    [Fact]
    public void Slides_are_as_TimelineJS_says_and_their_texts_are_sound_HTML()
    {
        using var json = JsonDocument.Parse(Bytes("timelinejs"), new JsonDocumentOptions { AllowDuplicateProperties = false });
        var slides = json.RootElement.GetProperty("events").EnumerateArray().ToList();
        Assert.True(slides.Count > 10);
        Assert.Equal(slides.Count, slides.Select(s => s.GetProperty("unique_id").GetString()).Distinct().Count());
        foreach (var slide in slides)
        {
            var start = slide.GetProperty("start_date");
            var month = start.TryGetProperty("month", out var m) ? m.GetInt32() : 1;
            _ = new DateOnly(start.GetProperty("year").GetInt32(), month, start.TryGetProperty("day", out var d) ? d.GetInt32() : 1);
            var text = slide.GetProperty("text");
            Assert.DoesNotContain('<', text.GetProperty("headline").GetString()!);
            var body = XElement.Parse($"<div>{string.Concat(text.GetProperty("text").GetString()!.Where(System.Xml.XmlConvert.IsXmlChar))}</div>");
            Assert.All(body.Descendants(), e => Assert.Contains(e.Name.LocalName, new[] { "p", "ul", "li", "a" }));
            Assert.All(body.Descendants("a"), a => Assert.StartsWith("http", a.Attribute("href")!.Value, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Linked_data_names_what_it_points_to_and_uses_no_term_it_does_not_declare()
    {
        using var json = JsonDocument.Parse(Bytes("jsonld"), new JsonDocumentOptions { AllowDuplicateProperties = false });
        var prefixes = json.RootElement.GetProperty("@context").EnumerateObject().Select(p => p.Name).ToHashSet();
        var nodes = json.RootElement.GetProperty("@graph").EnumerateArray().ToList();
        var ids = nodes.Select(n => n.GetProperty("@id").GetString()!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^urn:isnad:([A-Za-z0-9._~:-]|%[0-9A-F]{2})+$", id));
        var known = ids.ToHashSet();
        foreach (var node in nodes)
        {
            Walk(node);
        }

        Assert.Contains(nodes, n => n.GetProperty("@type")[0].GetString() == "schema:Claim" && n.TryGetProperty("prov:wasAttributedTo", out _));

        void Walk(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                {
                    Walk(item);
                }
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                foreach (var property in element.EnumerateObject())
                {
                    Assert.True(property.Name.StartsWith('@') || prefixes.Contains(property.Name.Split(':')[0]), property.Name);
                    Walk(property.Value);
                }

                if (element.EnumerateObject().Count() == 1 && element.TryGetProperty("@id", out var reference) && reference.GetString()!.StartsWith("urn:", StringComparison.Ordinal))
                {
                    Assert.Contains(reference.GetString()!, known);
                }
            }
        }
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("parquet")]
    [InlineData("plover")]
    [InlineData("jsonld")]
    public void An_impossible_code_is_not_written(string format)
    {
        using var folder = new TemporaryFolder();
        var path = ArchiveExport.Formats.First(f => f.Name == format).IsFolder ? folder.Path : Path.Combine(folder.Path, "out");
        var party = new StoredParty("x", null, "GRP", "Syria", "GUN", null);
        var e = filled.Events[0];
        Assert.Throws<InvalidDataException>(() => ArchiveExport.Write(format, [e with { Actors = [party], Type = format == "plover" ? "BOMB" : e.Type }], path));
    }

    private byte[] Bytes(string format)
    {
        using var stream = new MemoryStream();
        ArchiveExport.Write(format, filled.Events, stream);
        return stream.ToArray();
    }

    private static string? Text(object? value) => value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value?.ToString();

    private static async Task<List<string?>> Values(ParquetRowGroupReader group, DataField field, ColumnType type, int count)
    {
        switch (type)
        {
            case ColumnType.Integer:
                var integers = new long?[count];
                await group.ReadAsync<long>(field, integers);
                return [.. integers.Select(v => Text(v))];
            case ColumnType.Number:
                var numbers = new double?[count];
                await group.ReadAsync<double>(field, numbers);
                return [.. numbers.Select(v => Text(v))];
            case ColumnType.Boolean:
                var truths = new bool?[count];
                await group.ReadAsync<bool>(field, truths);
                return [.. truths.Select(v => v?.ToString())];
            case ColumnType.Date:
                var days = new DateOnly?[count];
                await group.ReadAsync<DateOnly>(field, days);
                return [.. days.Select(v => v?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];
            default:
                var texts = new string[count];
                await group.ReadAsync(field, texts);
                return [.. texts];
        }
    }
}
