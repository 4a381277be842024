using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Isnad.Reading;

namespace Isnad.Formats.Json;

/// <summary>The JSON of a reading: field names in lower_snake_case, Arabic left readable.</summary>
public static class ReadingJson
{
    private static readonly ReadingJsonContext Compact = new(Options(indented: false));
    private static readonly ReadingJsonContext Indented = new(Options(indented: true));

    /// <summary>One reading; on one line unless <paramref name="indented"/>.</summary>
    public static string Write(NewsReading reading, bool indented = false) =>
        JsonSerializer.Serialize(reading, (indented ? Indented : Compact).NewsReading);

    /// <summary>A reading as <see cref="Write"/> wrote it.</summary>
    /// <exception cref="JsonException">The text is no reading.</exception>
    public static NewsReading Read(string json) =>
        JsonSerializer.Deserialize(json, Compact.NewsReading) ?? throw new JsonException("null is no reading");

    private static JsonSerializerOptions Options(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
    };
}

[JsonSerializable(typeof(NewsReading))]
internal sealed partial class ReadingJsonContext : JsonSerializerContext;
