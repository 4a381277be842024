using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Isnad.Archive.Query;

namespace Isnad.Archive.Export;

/// <summary>Events of the archive as JSON: field names in lower_snake_case, Arabic left readable, one object on a line.</summary>
public static class ArchiveJson
{
    private static readonly ArchiveJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(StoredEvent e) => JsonSerializer.Serialize(e, Context.StoredEvent);

    /// <summary>An event as <see cref="Write"/> wrote it.</summary>
    /// <exception cref="JsonException">The text is no event.</exception>
    public static StoredEvent Read(string json) => JsonSerializer.Deserialize(json, Context.StoredEvent) ?? throw new JsonException("null is no event");
}

[JsonSerializable(typeof(StoredEvent))]
internal sealed partial class ArchiveJsonContext : JsonSerializerContext;
