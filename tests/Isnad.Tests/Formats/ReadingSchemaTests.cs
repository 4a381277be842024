using System.Text.Json;
using Isnad.Formats.Import;
using Isnad.Formats.Json;
using Isnad.Reading;
using Json.Schema;
using Xunit;

namespace Isnad.Tests.Formats;

/// <summary>Readings have the form that docs/reading.schema.json promises.</summary>
public sealed class ReadingSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(Repository.Text("docs/reading.schema.json"));

    public static TheoryData<string> Samples() => [.. Repository.Files("samples", ".json")];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_reading_of_a_sample_has_the_promised_form(string file)
    {
        using var json = JsonDocument.Parse(ReadingJson.Write(Read(file)));
        var result = Schema.Evaluate(json.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(result.IsValid, string.Join('\n', result.Details?.Where(d => d.Errors is not null).Select(d => $"{d.InstanceLocation}: {string.Join("; ", d.Errors!.Values)}") ?? []));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_span_quotes_the_text(string file)
    {
        var reading = Read(file);
        using var json = JsonDocument.Parse(ReadingJson.Write(reading));
        Assert.All(Spans(json.RootElement), span => Assert.Equal(reading.Text[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()], span.GetProperty("text").GetString()));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Json_keeps_all_of_a_reading(string file)
    {
        var json = ReadingJson.Write(Read(file), indented: true);
        Assert.Equal(json, ReadingJson.Write(ReadingJson.Read(json), indented: true));
    }

    [Fact]
    public void The_schema_refuses_what_is_no_reading()
    {
        using var json = JsonDocument.Parse("""{"id":"a"}""");
        Assert.False(Schema.Evaluate(json.RootElement).IsValid);
    }

    private static NewsReading Read(string file) =>
        NewsEngine.Default.Read(ArticleFiles.Open(Path.Combine(Repository.Root, file), ArticleDefaults.None).Single().Read().Single().Article!);

    private static IEnumerable<JsonElement> Spans(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("start", out _) => [element],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Spans(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Spans),
        _ => [],
    };
}
