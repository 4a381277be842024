using System.Text.Json;
using Isnad.Archive.Query;

namespace Isnad.Archive.Export;

/// <summary>
/// A folder of tables with a header line (RFC 4180, UTF-8), and <c>datapackage.json</c> that says what each column is
/// (specs.frictionlessdata.io).
/// </summary>
internal sealed class CsvTables : IEventWriter
{
    private static readonly Table Events = new("events", "event",
        ["event:string", "type:string", "mode:string", "status:string", "date:string", "day:date", "place:string", "country:string", "latitude:number", "longitude:number", "radius_km:number", "precision:string", "claim:boolean", "denied:boolean", "articles:integer", "outlets:integer", "origins:integer", "plover:string", "cameo:string", "scale:number"]);

    private static readonly Table Participants = new("participants", null, ["event:string", "role:string", "name:string", "name_en:string", "type:string", "country:string", "sector:string", "known:string"]);

    private static readonly Table Claims = new("claims", null, ["event:string", "what:string", "min:integer", "max:integer", "says:string", "says_country:string", "says_sector:string", "outlet:string", "published:date", "article:string"]);

    private static readonly Table Reports = new("reports", "report",
        ["report:string", "event:string", "article:string", "status:string", "claim:boolean", "date:string", "word:string", "start:integer", "end:integer", "confidence:number", "speaker:string", "via:string", "stance:string"]);

    private static readonly Table Articles = new("articles", "article", ["article:string", "id:string", "outlet:string", "published:date", "url:string", "title:string"]);

    private readonly string folder;
    private readonly Dictionary<Table, TableWriter> writers;
    private readonly HashSet<string> articles = new(StringComparer.Ordinal);

    /// <exception cref="IOException">The folder cannot be made.</exception>
    public CsvTables(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        writers = new[] { Events, Participants, Claims, Reports, Articles }.ToDictionary(t => t, t => new TableWriter(File.Create(Path.Combine(folder, t.Name + ".csv")), tabs: false));
        foreach (var (table, writer) in writers)
        {
            writer.Row([.. table.Columns.Select(c => c.Split(':')[0])]);
        }
    }

    private sealed record Table(string Name, string? Key, IReadOnlyList<string> Columns);

    public void Write(StoredEvent e)
    {
        writers[Events].Row(
            e.Key, e.Type, e.Mode, e.Status, e.Date, e.Day, e.Place?.Name, e.Place?.Country, e.Place?.Latitude, e.Place?.Longitude, e.Place?.RadiusKm, e.Place?.Precision,
            Truth(e.Claim), Truth(e.Denied), e.Articles, e.Outlets, e.Origins, $"plover:{e.Type}", $"cameo:{PloverCodes.Cameo(e.Type, e.Mode)}", PloverCodes.Scale(e.Type, e.Mode));
        foreach (var (role, party) in e.Actors.Select(p => ("actor", p)).Concat(e.Targets.Select(p => ("target", p))))
        {
            writers[Participants].Row(e.Key, role, party.Name, party.NameEn, party.Type, party.Country, party.Sector, party.Known);
        }

        foreach (var claim in e.Claims)
        {
            writers[Claims].Row(e.Key, claim.What, claim.Min, claim.Max, claim.Says?.Name, claim.Says?.Country, claim.Says?.Sector, claim.Outlet, claim.Published, claim.Article);
        }

        foreach (var m in e.Reports)
        {
            var report = m.Reports.FirstOrDefault(r => r.Speaker is not null) ?? (m.Reports.Count > 0 ? m.Reports[0] : null);
            writers[Reports].Row(
                m.Key, e.Key, m.Article.Key, m.Status, Truth(m.Claim), m.Date, m.Word, m.Start, m.End, m.Confidence,
                report?.Speaker?.Name, report is null ? null : string.Join(" > ", report.Via.Select(v => v.Name)), report?.Stance);
            if (articles.Add(m.Article.Key))
            {
                writers[Articles].Row(m.Article.Key, m.Article.Name, m.Article.Outlet, m.Article.Published, m.Article.Url, m.Article.Title);
            }
        }
    }

    private static string Truth(bool value) => value ? "true" : "false";

    public void Finish()
    {
        using var stream = File.Create(Path.Combine(folder, "datapackage.json"));
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("profile", "tabular-data-package");
        json.WriteString("name", "isnad-events");
        json.WriteStartArray("resources");
        foreach (var table in writers.Keys)
        {
            json.WriteStartObject();
            json.WriteString("profile", "tabular-data-resource");
            json.WriteString("name", table.Name);
            json.WriteString("path", table.Name + ".csv");
            json.WriteString("format", "csv");
            json.WriteString("mediatype", "text/csv");
            json.WriteString("encoding", "utf-8");
            json.WriteStartObject("schema");
            json.WriteStartArray("fields");
            foreach (var column in table.Columns)
            {
                json.WriteStartObject();
                json.WriteString("name", column.Split(':')[0]);
                json.WriteString("type", column.Split(':')[1]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (table.Key is not null)
            {
                json.WriteString("primaryKey", table.Key);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void Dispose()
    {
        foreach (var writer in writers.Values)
        {
            writer.Dispose();
        }
    }
}
