using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Isnad.Archive.Query;

namespace Isnad.Archive.Export;

/// <summary>What the archive holds as JSON: field names in lower_snake_case, Arabic left readable, one object on a line.</summary>
public static class ArchiveJson
{
    private static readonly ArchiveJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(StoredMention mention) => JsonSerializer.Serialize(mention, Context.StoredMention);
}

[JsonSerializable(typeof(StoredMention))]
internal sealed partial class ArchiveJsonContext : JsonSerializerContext;
