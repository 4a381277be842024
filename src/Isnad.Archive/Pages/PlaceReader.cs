using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>Works out what a page of a place shows.</summary>
internal sealed class PlaceReader(NewsArchive archive, NewsEngine engine)
{
    private const int Most = 20;
    private const string Party = "p.name, p.name_en, p.type, p.country, p.sector, p.known";
    private const string Place = "pl.name, pl.country, pl.kind, pl.known, pl.precision_of, pl.latitude, pl.longitude, pl.radius_km";

    public PlaceProfile? Read(string where)
    {
        ArgumentException.ThrowIfNullOrEmpty(where);
        if (!where.Any(char.IsLetterOrDigit))
        {
            return null;
        }

        var term = QueryTerm.Of("place", where);
        if (!EventQuery.TryParse(term, out var query, out _))
        {
            return null;
        }

        var found = FoundEvents.Of(query, archive, engine);
        object?[] values = [.. found.Values];
        var facets = new FacetReader(archive, engine).Read(query, Most);
        var places = archive.Sql.Rows(
            $"WITH found AS MATERIALIZED ({found.Mentions}) SELECT {Place}, COUNT(DISTINCT f.event_id) AS events FROM found f CROSS JOIN place pl WHERE pl.id = f.place_id GROUP BY pl.id, pl.identity, {Place} ORDER BY events DESC, pl.identity LIMIT {Most}",
            r => new PlaceCount(r.PlaceOrNull(0)!, r.GetInt64(8)), values);
        if (places.Count == 0)
        {
            return null;
        }

        var parties = archive.Sql.Rows(
            $"""
            WITH found AS MATERIALIZED ({found.Mentions}) SELECT {Party}, x.role, COUNT(DISTINCT f.event_id) AS events
            FROM found f CROSS JOIN participant x CROSS JOIN party p WHERE x.mention_id = f.id AND p.id = x.party_id
            GROUP BY p.id, p.identity, {Party}, x.role ORDER BY events DESC, p.identity, x.role LIMIT {Most}
            """,
            r => new RoleUse(r.Party(0), r.GetString(6), r.GetInt64(7)), values);
        var events = archive.Sql.Number($"SELECT COUNT(*) FROM event e WHERE {found.Condition}", values);
        return new(term, places, events, facets.First(f => f.Name == "type").Values, parties, facets.First(f => f.Name == "outlet").Values);
    }
}
