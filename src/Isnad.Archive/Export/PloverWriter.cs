using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Isnad.Archive.Query;

namespace Isnad.Archive.Export;

/// <summary>
/// PLOVER's JSON lines. The state of reality goes into the type where PLOVER has one for it, and into the context; who says
/// so, for which PLOVER has no field, into <c>attribution</c>, and whether it is no more than said into <c>claim</c>.
/// </summary>
internal sealed class PloverWriter(Stream stream) : IEventWriter
{
    private readonly StreamWriter writer = new(stream, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };

    public void Write(StoredEvent e)
    {
        var (type, mode) = PloverCodes.WithStatus(e.Type, e.Mode, e.Status);
        mode = PloverCodes.ModeOf(type, mode);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("id", e.Key);
            json.WriteString("date", e.Date ?? e.Day);
            Parties(json, "actor", e.Actors);
            Parties(json, "recipient", e.Targets);
            Strings(json, "event", type);
            Strings(json, "mode", mode);
            Strings(json, "context", Context(e.Status));
            json.WriteBoolean("claim", e.Claim);
            json.WriteString("quad_code", PloverCodes.Of(type).Quad.ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("event_scale", PloverCodes.Scale(type, mode));
            Location(json, e.Place);
            Strings(json, "event_text", [.. e.Reports.Select(r => r.Word).Distinct()]);
            Size(json, e.Claims);
            Cite(json, e.Reports[0].Article);
            Attribution(json, e);
            json.WriteString("coder", "isnad");
            json.WriteEndObject();
        }

        writer.WriteLine(Encoding.UTF8.GetString(bytes.ToArray()));
    }

    public void Finish()
    {
    }

    public void Dispose() => writer.Dispose();

    private static string? Context(string status) => status switch
    {
        "scheduled" => "future",
        "hypothetical" => "hypothetical",
        "negated" => "negation",
        _ => null,
    };

    private static void Parties(Utf8JsonWriter json, string name, IReadOnlyList<StoredParty> parties)
    {
        json.WriteStartArray(name);
        foreach (var party in parties)
        {
            json.WriteStartObject();
            json.WriteString("code", PartyCode.Country(party.Country) ?? "");
            json.WriteString("sector", PartyCode.Sector(party.Sector) ?? "");
            json.WriteString("entity_text", party.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Location(Utf8JsonWriter json, StoredPlace? place)
    {
        json.WriteStartArray("event_loc");
        if (place is not null)
        {
            json.WriteStartObject();
            json.WriteString("extracted_place", place.Name);
            json.WriteString("country_code", PartyCode.Country(place.Country));
            if (place is { Latitude: { } latitude, Longitude: { } longitude })
            {
                json.WriteNumber("lat", latitude);
                json.WriteNumber("lon", longitude);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // The first number of each kind; the others stand in attribution.
    private static void Size(Utf8JsonWriter json, IReadOnlyList<StoredClaim> claims)
    {
        json.WriteStartObject("size");
        foreach (var claim in claims.Where(c => c.What is "dead" or "injured" or "arrested" && c.Min is not null).DistinctBy(c => c.What))
        {
            json.WriteNumber(claim.What, claim.Min!.Value);
        }

        json.WriteEndObject();
    }

    private static void Cite(Utf8JsonWriter json, StoredArticle article)
    {
        json.WriteStartObject("cite_info");
        json.WriteString("title", article.Title);
        json.WriteString("url", article.Url);
        json.WriteString("publication", article.Outlet);
        json.WriteString("language", "ar");
        json.WriteEndObject();
    }

    private static void Attribution(Utf8JsonWriter json, StoredEvent e)
    {
        json.WriteStartArray("attribution");
        foreach (var (report, article) in e.Reports.SelectMany(m => m.Reports.Select(r => (r, m.Article))))
        {
            json.WriteStartObject();
            json.WriteString("speaker", report.Speaker?.Name);
            json.WriteStartArray("via");
            foreach (var carrier in report.Via)
            {
                json.WriteStringValue(carrier.Name);
            }

            json.WriteEndArray();
            json.WriteString("stance", report.Stance);
            json.WriteString("publication", article.Outlet);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, params ReadOnlySpan<string?> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            if (value is not null)
            {
                json.WriteStringValue(value);
            }
        }

        json.WriteEndArray();
    }
}
