using System.Text.Json;
using Isnad.Archive.Query;

namespace Isnad.Archive.Export;

/// <summary>
/// Events on a map (RFC 7946), with the circle that the point stands for: <c>radius_km</c> says how far off it may be. An event
/// without a known place has no geometry, and is not put anywhere.
/// </summary>
internal sealed class GeoJsonWriter : IEventWriter
{
    private readonly Utf8JsonWriter json;

    public GeoJsonWriter(Stream stream)
    {
        json = new(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        this.stream = stream;
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
    }

    private readonly Stream stream;

    public void Write(StoredEvent e)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", e.Key);
        if (e.Place is { Latitude: { } latitude, Longitude: { } longitude })
        {
            json.WriteStartObject("geometry");
            json.WriteString("type", "Point");
            json.WriteStartArray("coordinates");
            json.WriteNumberValue(longitude);
            json.WriteNumberValue(latitude);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("geometry");
        }

        json.WriteStartObject("properties");
        json.WriteString("type", e.Type);
        json.WriteString("mode", e.Mode);
        json.WriteString("status", e.Status);
        json.WriteString("date", e.Date);
        json.WriteString("place", e.Place?.Name);
        json.WriteString("country", PartyCode.Country(e.Place?.Country));
        json.WriteString("precision", e.Place?.Precision);
        if (e.Place?.RadiusKm is { } radius)
        {
            json.WriteNumber("radius_km", radius);
        }

        json.WriteString("actors", string.Join("; ", e.Actors.Select(p => p.Name)));
        json.WriteString("targets", string.Join("; ", e.Targets.Select(p => p.Name)));
        json.WriteBoolean("claim", e.Claim);
        json.WriteBoolean("denied", e.Denied);
        json.WriteNumber("articles", e.Articles);
        json.WriteNumber("origins", e.Origins);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public void Finish()
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void Dispose()
    {
        json.Dispose();
        stream.Dispose();
    }
}
