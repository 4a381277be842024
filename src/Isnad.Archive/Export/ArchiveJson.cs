using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Isnad.Archive.Pages;
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

    /// <summary>What a page is made of: an event in detail, an article, facets, a timeline, dyads, places, profiles.</summary>
    /// <exception cref="NotSupportedException">It is none of these.</exception>
    public static string WritePage<T>(T page) => JsonSerializer.Serialize(page, typeof(T), Context);

    /// <summary>An event as <see cref="Write"/> wrote it.</summary>
    /// <exception cref="JsonException">The text is no event.</exception>
    public static StoredEvent Read(string json) => JsonSerializer.Deserialize(json, Context.StoredEvent) ?? throw new JsonException("null is no event");
}

[JsonSerializable(typeof(StoredEvent))]
[JsonSerializable(typeof(EventPage))]
[JsonSerializable(typeof(EventDetail))]
[JsonSerializable(typeof(ArticleDetail))]
[JsonSerializable(typeof(Facet))]
[JsonSerializable(typeof(Timeline))]
[JsonSerializable(typeof(TimelineBar))]
[JsonSerializable(typeof(Dyad))]
[JsonSerializable(typeof(PlaceCount))]
[JsonSerializable(typeof(ActorProfile))]
[JsonSerializable(typeof(PlaceProfile))]
[JsonSerializable(typeof(OutletProfile))]
[JsonSerializable(typeof(OutletCount))]
internal sealed partial class ArchiveJsonContext : JsonSerializerContext;
