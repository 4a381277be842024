using Isnad.Archive.Query;

namespace Isnad.Archive.Export;

/// <summary>What a column holds.</summary>
internal enum ColumnType
{
    Text,

    /// <summary>A day as text, <c>2024-03-13</c>.</summary>
    Date,
    Integer,
    Number,
    Boolean,
}

/// <summary>A column of a table.</summary>
/// <param name="Meaning">What it says, for the package and the document.</param>
internal sealed record Column(string Name, ColumnType Type, string Meaning);

/// <summary>A table of events or of what belongs to them.</summary>
/// <param name="Key">The column that names a row; null where none does.</param>
internal sealed record EventTable(string Name, string? Key, IReadOnlyList<Column> Columns);

/// <summary>
/// Events as five tables without repetition: what each fact is called and where it stands is said here once, for every format
/// that is made of tables.
/// </summary>
internal sealed class EventTables
{
    public static readonly EventTable Events = new("events", "event",
    [
        Text("event", "key of the event"), Text("type", "one of the sixteen types of PLOVER"), Text("mode", "mode of the type"), Text("status", "state of reality"),
        Text("date", "ISO date at the precision known"), new("day", ColumnType.Date, "first day of the date, else the day of the first report"),
        Text("place", "name of the place"), Text("country", "its country, ISO 3166 alpha-3"), Number("latitude", "degrees north"), Number("longitude", "degrees east"),
        Number("radius_km", "how far from the point it may be"), Text("precision", "how finely the point says where"),
        new("claim", ColumnType.Boolean, "nobody tells it as a fact"), new("denied", ColumnType.Boolean, "somebody denies it"),
        Integer("articles", "how many articles tell of it"), Integer("outlets", "how many outlets"), Integer("origins", "how many found out for themselves"),
        Text("plover", "the type with its scheme"), Text("cameo", "code of CAMEO with its scheme; text, since it may begin with a zero"), Number("scale", "how much it helps or hurts, 10 to -10 (PLOVER)"),
    ]);

    public static readonly EventTable Participants = new("participants", null,
    [
        Text("event", "key of the event"), Text("role", "actor or target"), Text("name", "as articles name it"), Text("name_en", "in English"), Text("type", "PER, ORG, GPE, GRP or AGR"),
        Text("country", "ISO 3166 alpha-3, or IGO, NGO, MNC, ISM"), Text("sector", "sector of the codebook"), Text("known", "entry of the knowledge"),
    ]);

    public static readonly EventTable Claims = new("claims", null,
    [
        Text("event", "key of the event"), Text("what", "dead, injured, arrested, displaced or participants"), Integer("min", "at least"), Integer("max", "at most; empty where it is open above"),
        Text("says", "who gives the number; empty where the outlet itself does"), Text("says_country", "his country"), Text("says_sector", "his sector"),
        Text("outlet", "who published it"), new("published", ColumnType.Date, "when"), Text("article", "key of the article"),
    ]);

    public static readonly EventTable Reports = new("reports", "report",
    [
        Text("report", "key of the mention"), Text("event", "key of the event"), Text("article", "key of the article"), Text("status", "state of reality as this article tells it"),
        new("claim", ColumnType.Boolean, "the article knows it only from statements that it holds at arm's length or that deny it"), Text("date", "date as this article gives it"), Text("word", "the word that names the event"),
        Integer("start", "where it begins in the article (UTF-16 code units)"), Integer("end", "where it ends"), Number("confidence", "0 to 1"),
        Text("speaker", "who says so"), Text("via", "who carried it, from the speaker outwards"), Text("stance", "how the outlet holds it"),
    ]);

    public static readonly EventTable Articles = new("articles", "article",
    [
        Text("article", "key of the article"), Text("id", "its id as it came"), Text("outlet", "who published it"), new("published", ColumnType.Date, "when"), Text("url", "where"), Text("title", "its title"),
    ]);

    /// <summary>The tables in order.</summary>
    public static readonly IReadOnlyList<EventTable> All = [Events, Participants, Claims, Reports, Articles];

    private readonly HashSet<string> articles = new(StringComparer.Ordinal);

    /// <summary>The rows of an event; an article is written with the first event that it tells of.</summary>
    /// <exception cref="InvalidDataException">A code is impossible.</exception>
    public IEnumerable<(EventTable Table, object?[] Row)> Rows(StoredEvent e)
    {
        var mode = PloverCodes.ModeOf(e.Type, e.Mode);
        yield return (Events,
        [
            e.Key, e.Type, mode, e.Status, e.Date, e.Day, e.Place?.Name, PartyCode.Country(e.Place?.Country), e.Place?.Latitude, e.Place?.Longitude, e.Place?.RadiusKm, e.Place?.Precision,
            e.Claim, e.Denied, (long)e.Articles, (long)e.Outlets, (long)e.Origins, $"plover:{e.Type}", $"cameo:{PloverCodes.Cameo(e.Type, mode)}", PloverCodes.Scale(e.Type, mode),
        ]);
        foreach (var (role, party) in e.Actors.Select(p => ("actor", p)).Concat(e.Targets.Select(p => ("target", p))))
        {
            yield return (Participants, [e.Key, role, party.Name, party.NameEn, party.Type, PartyCode.Country(party.Country), PartyCode.Sector(party.Sector), party.Known]);
        }

        foreach (var claim in e.Claims)
        {
            yield return (Claims, [e.Key, claim.What, claim.Min, claim.Max, claim.Says?.Name, PartyCode.Country(claim.Says?.Country), PartyCode.Sector(claim.Says?.Sector), claim.Outlet, claim.Published, claim.Article]);
        }

        foreach (var m in e.Reports)
        {
            var report = m.Reports.FirstOrDefault(r => r.Speaker is not null) ?? (m.Reports.Count > 0 ? m.Reports[0] : null);
            yield return (Reports,
            [
                m.Key, e.Key, m.Article.Key, m.Status, m.Claim, m.Date, m.Word, (long)m.Start, (long)m.End, m.Confidence,
                report?.Speaker?.Name, report is null ? null : string.Join(" > ", report.Via.Select(v => v.Name)), report?.Stance,
            ]);
            if (articles.Add(m.Article.Key))
            {
                yield return (Articles, [m.Article.Key, m.Article.Name, m.Article.Outlet, m.Article.Published, m.Article.Url, m.Article.Title]);
            }
        }
    }

    private static Column Text(string name, string meaning) => new(name, ColumnType.Text, meaning);

    private static Column Integer(string name, string meaning) => new(name, ColumnType.Integer, meaning);

    private static Column Number(string name, string meaning) => new(name, ColumnType.Number, meaning);
}
