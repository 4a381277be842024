using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Isnad.Formats.Comparison;

/// <summary>The JSON of a comparison, in the style of readings: names in lower_snake_case, Arabic left readable.</summary>
public static class ComparisonJson
{
    private static readonly ComparisonJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });

    public static string Write(NamingComparison comparison) => JsonSerializer.Serialize(comparison, Context.NamingComparison);
}

[JsonSerializable(typeof(NamingComparison))]
internal sealed partial class ComparisonJsonContext : JsonSerializerContext;
