using Isnad.Archive.Store;

namespace Isnad.Archive.Query;

/// <summary>Loads events with their reports, and works out claims, disagreements and denials.</summary>
internal sealed class EventReader(Sql sql)
{
    private readonly MentionReader mentions = new(sql);

    /// <summary>The event with a row number.</summary>
    public StoredEvent Read(long id)
    {
        var reports = mentions.Read("m.event_id = @p1 ORDER BY COALESCE(a.published, '9'), m.key", id);
        var claims = reports.SelectMany(Claims).ToList();
        return sql.Rows(
            """
            SELECT e.key, e.type, e.mode, e.status, e.date, e.day, e.denied, e.articles, e.outlets, e.origins, pl.name, pl.country, pl.kind, pl.known,
                   pl.precision_of, pl.latitude, pl.longitude, pl.radius_km, e.claim
            FROM event e LEFT JOIN place pl ON pl.id = e.place_id WHERE e.id = @p1
            """,
            r =>
            {
                string? Text(int at) => r.IsDBNull(at) ? null : r.GetString(at);
                double? Number(int at) => r.IsDBNull(at) ? null : r.GetDouble(at);
                return new StoredEvent(
                    r.GetString(0), r.GetString(1), Text(2), r.GetString(3), Text(4), Text(5), r.IsDBNull(10) ? null : new(r.GetString(10), Text(11), Text(12), Text(13), Text(14), Number(15), Number(16), Number(17)),
                    r.GetInt64(18) != 0, r.GetInt64(6) != 0, (int)r.GetInt64(7), (int)r.GetInt64(8), (int)r.GetInt64(9),
                    Parties(reports.SelectMany(m => m.Actors)), Parties(reports.SelectMany(m => m.Targets)), claims, Disagreements(claims), [.. reports.SelectMany(Denials)], reports);
            }, id)[0];
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
