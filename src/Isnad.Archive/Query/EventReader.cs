using System.Data.Common;
using Isnad.Archive.Store;

namespace Isnad.Archive.Query;

/// <summary>Loads events with their reports, and works out claims, disagreements and denials.</summary>
internal sealed class EventReader(Sql sql)
{
    private readonly MentionReader mentions = new(sql);

    /// <summary>The events with these row numbers, in this order.</summary>
    public IEnumerable<StoredEvent> Read(IReadOnlyList<long> ids)
    {
        var wanted = MentionReader.Ids(ids);
        var reports = mentions.Read($"m.event_id IN ({sql.Dialect.Ids("@p1")}) ORDER BY COALESCE(a.published, '9'), m.key", wanted).ToLookup(m => m.EventId!.Value);
        var events = sql.Rows(
            $"""
            SELECT e.id, e.key, e.type, e.mode, e.status, e.date, e.day, e.denied, e.articles, e.outlets, e.origins, pl.name, pl.country, pl.kind, pl.known,
                   pl.precision_of, pl.latitude, pl.longitude, pl.radius_km, e.claim
            FROM event e LEFT JOIN place pl ON pl.id = e.place_id WHERE e.id IN ({sql.Dialect.Ids("@p1")})
            """,
            r => (Id: r.GetInt64(0), Event: Event(r, [.. reports[r.GetInt64(0)]])), wanted).ToDictionary(e => e.Id, e => e.Event);
        // Another process may have fused it anew since its number was found.
        return ids.Where(events.ContainsKey).Select(id => events[id]);
    }

    private static StoredEvent Event(DbDataReader r, IReadOnlyList<StoredMention> reports)
    {
        var claims = reports.SelectMany(Claims).ToList();
        return new(
            r.GetString(1), r.GetString(2), r.TextOrNull(3), r.GetString(4), r.TextOrNull(5), r.TextOrNull(6), r.PlaceOrNull(11),
            r.GetInt64(19) != 0, r.GetInt64(7) != 0, (int)r.GetInt64(8), (int)r.GetInt64(9), (int)r.GetInt64(10),
            Parties(reports.SelectMany(m => m.Actors)), Parties(reports.SelectMany(m => m.Targets)), claims, Disagreements(claims), [.. reports.SelectMany(Denials)], reports);
    }

    // The speaker of the report in which the number stands; where several speak, the first.
    private static IEnumerable<StoredClaim> Claims(StoredMention m) =>
        m.Counts.Select(c => new StoredClaim(c.What, c.Min, c.Max, m.Reports.Select(r => r.Speaker).FirstOrDefault(s => s is not null), m.Article.Outlet, m.Article.Published, m.Article.Key));

    private static IEnumerable<StoredDenial> Denials(StoredMention m)
    {
        var denying = m.Reports.Where(r => r.Stance == "denies").ToList();
        return denying.Count > 0 ? denying.Select(r => new StoredDenial(r.Speaker, m.Article.Outlet, m.Article.Published, m.Article.Key)).Distinct()
            : m.Status == "negated" ? [new(m.Reports.Select(r => r.Speaker).FirstOrDefault(s => s is not null), m.Article.Outlet, m.Article.Published, m.Article.Key)]
            : [];
    }

    /// <summary>What two claims give numbers of that cannot both be true: 12 and 15, but not 12 and «more than 10».</summary>
    internal static IReadOnlyList<string> Disagreements(IEnumerable<StoredClaim> claims) =>
    [
        .. claims.GroupBy(c => c.What, StringComparer.Ordinal)
            .Where(g => g.Max(c => c.Min ?? 0) > g.Min(c => c.Max ?? long.MaxValue))
            .Select(g => g.Key).Order(StringComparer.Ordinal),
    ];

    private static List<StoredParty> Parties(IEnumerable<StoredParty> parties) =>
        [.. parties.GroupBy(p => p.Known ?? $"{p.Name}|{p.Country}|{p.Sector}", StringComparer.Ordinal).OrderByDescending(g => g.Count()).Select(g => g.First())];
}
