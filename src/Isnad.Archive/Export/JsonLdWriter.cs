using System.Text.Encodings.Web;
using System.Text.Json;
using Isnad.Archive.Query;

namespace Isnad.Archive.Export;

/// <summary>
/// Linked data (JSON-LD 1.1): an event is a schema.org <c>Event</c>, a number that somebody gives a <c>Claim</c>, an article a
/// <c>NewsArticle</c>; who says so and what it was taken from is PROV. What neither has a word for stands under <c>isnad:</c>.
/// </summary>
internal sealed class JsonLdWriter : IEventWriter
{
    private readonly Stream stream;
    private readonly Utf8JsonWriter json;
    private readonly HashSet<string> written = new(StringComparer.Ordinal);

    public JsonLdWriter(Stream stream)
    {
        this.stream = stream;
        json = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteStartObject("@context");
        json.WriteString("schema", "https://schema.org/");
        json.WriteString("prov", "http://www.w3.org/ns/prov#");
        json.WriteString("xsd", "http://www.w3.org/2001/XMLSchema#");
        json.WriteString("isnad", "urn:isnad:term:");
        json.WriteEndObject();
        json.WriteStartArray("@graph");
    }

    public void Write(StoredEvent e)
    {
        Start(EventId(e), "schema:Event", "prov:Entity");
        _ = PloverCodes.Of(e.Type);
        json.WriteString("isnad:type", e.Type);
        Text("isnad:mode", PloverCodes.ModeOf(e.Type, e.Mode));
        json.WriteString("isnad:status", e.Status);
        json.WriteBoolean("isnad:claim", e.Claim);
        json.WriteBoolean("isnad:denied", e.Denied);
        json.WriteNumber("isnad:independentOrigins", e.Origins);
        if (e.Status == "scheduled")
        {
            Reference("schema:eventStatus", "https://schema.org/EventScheduled");
        }

        json.WriteString("schema:name", $"{e.Reports[0].Word}{(e.Place is { Name.Length: > 0 } ? $"، {e.Place.Name}" : "")}");
        Date("schema:startDate", e.Date);
        Place(e.Place);
        References("isnad:actor", e.Actors.Select(Id));
        References("isnad:recipient", e.Targets.Select(Id));
        References("prov:wasDerivedFrom", e.Reports.Select(r => ArticleId(r.Article.Key)));
        json.WriteEndObject();
        foreach (var (claim, at) in e.Claims.Select((c, i) => (c, i)))
        {
            Claim(e, claim, at);
        }

        foreach (var m in e.Reports)
        {
            Article(m.Article);
            foreach (var (report, at) in m.Reports.Select((r, i) => (r, i)))
            {
                Statement(e, m, report, at);
            }
        }

        foreach (var party in e.Actors.Concat(e.Targets).Concat(e.Claims.Select(c => c.Says).OfType<StoredParty>()).Concat(e.Reports.SelectMany(m => m.Reports).SelectMany(r => r.Speaker is null ? r.Via : r.Via.Prepend(r.Speaker))))
        {
            Party(party);
        }
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

    private void Claim(StoredEvent e, StoredClaim claim, int at)
    {
        Start($"{EventId(e)}:claim:{at + 1}", "schema:Claim", "prov:Entity");
        Reference("schema:about", EventId(e));
        json.WriteString("isnad:counts", claim.What);
        Number("schema:minValue", claim.Min);
        Number("schema:maxValue", claim.Max);
        Reference("schema:appearance", ArticleId(claim.Article));
        if (claim.Says is { } says)
        {
            Reference("prov:wasAttributedTo", Id(says));
        }

        json.WriteEndObject();
    }

    // A statement: who says it, through whom, and how the outlet holds it.
    private void Statement(StoredEvent e, StoredMention m, StoredReport report, int at)
    {
        Start($"urn:isnad:report:{Uri.EscapeDataString(m.Key)}:{at + 1}", "schema:Claim", "prov:Entity");
        Reference("schema:about", EventId(e));
        Reference("schema:appearance", ArticleId(m.Article.Key));
        json.WriteString("isnad:stance", report.Stance);
        Text("schema:text", report.Content);
        if (report.Speaker is { } speaker)
        {
            Reference("prov:wasAttributedTo", Id(speaker));
        }

        if (report.Via.Count > 0)
        {
            // The order matters: from the speaker outwards.
            json.WriteStartObject("isnad:via");
            json.WriteStartArray("@list");
            foreach (var carrier in report.Via)
            {
                json.WriteStartObject();
                json.WriteString("@id", Id(carrier));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Article(StoredArticle article)
    {
        if (!written.Add(ArticleId(article.Key)))
        {
            return;
        }

        Start(ArticleId(article.Key), "schema:NewsArticle", "prov:Entity");
        json.WriteString("schema:headline", article.Title);
        json.WriteString("schema:inLanguage", "ar");
        Date("schema:datePublished", article.Published);
        Text("schema:publisher", article.Outlet);
        Text("schema:url", article.Url);
        json.WriteEndObject();
    }

    private void Party(StoredParty party)
    {
        if (!written.Add(Id(party)))
        {
            return;
        }

        Start(Id(party), party.Type == "PER" ? "schema:Person" : "schema:Organization", "prov:Agent");
        json.WriteString("schema:name", party.Name);
        Text("schema:alternateName", party.NameEn);
        Text("isnad:country", PartyCode.Country(party.Country));
        Text("isnad:sector", PartyCode.Sector(party.Sector));
        json.WriteEndObject();
    }

    private void Place(StoredPlace? place)
    {
        if (place is null)
        {
            return;
        }

        json.WriteStartObject("schema:location");
        json.WriteString("@type", "schema:Place");
        json.WriteString("schema:name", place.Name);
        Text("isnad:country", PartyCode.Country(place.Country));
        if (place is { Latitude: { } latitude, Longitude: { } longitude })
        {
            json.WriteNumber("schema:latitude", latitude);
            json.WriteNumber("schema:longitude", longitude);
        }

        json.WriteEndObject();
    }

    private void Start(string id, params ReadOnlySpan<string> types)
    {
        json.WriteStartObject();
        json.WriteString("@id", id);
        json.WriteStartArray("@type");
        foreach (var type in types)
        {
            json.WriteStringValue(type);
        }

        json.WriteEndArray();
    }

    private void Reference(string name, string id)
    {
        json.WriteStartObject(name);
        json.WriteString("@id", id);
        json.WriteEndObject();
    }

    private void References(string name, IEnumerable<string> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("@id", id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Date(string name, string? date)
    {
        if (date is not null)
        {
            json.WriteStartObject(name);
            json.WriteString("@value", date);
            json.WriteString("@type", date.Length switch { 4 => "xsd:gYear", 7 => "xsd:gYearMonth", _ => "xsd:date" });
            json.WriteEndObject();
        }
    }

    private void Text(string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private void Number(string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static string EventId(StoredEvent e) => $"urn:isnad:event:{Uri.EscapeDataString(e.Key)}";

    private static string ArticleId(string key) => $"urn:isnad:article:{Uri.EscapeDataString(key)}";

    private static string Id(StoredParty party) => $"urn:isnad:party:{Uri.EscapeDataString(party.Known ?? $"{party.Name}|{party.Type}|{party.Country}|{party.Sector}")}";
}
