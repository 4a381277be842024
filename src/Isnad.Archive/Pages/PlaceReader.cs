using System.Globalization;
using Isnad.Archive.Fusion;
using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>Works out what a page of a place shows.</summary>
internal sealed class PlaceReader(NewsArchive archive, NewsEngine engine)
{
    private const int Most = 20;
    private const string Party = "p.name, p.name_en, p.type, p.country, p.sector, p.known";
    private const string Place = "pl.name, pl.country, pl.kind, pl.known, pl.precision_of, pl.latitude, pl.longitude, pl.radius_km";

    /// <summary>True to count what sums are kept of, which takes long and must give the same.</summary>
    public bool IsCounting { get; init; }

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

        var scope = IsCounting ? null : KeptQuestion.OfPlace(where, archive.Sql, engine);
        object?[] values = [];
        var found = "";
        if (scope is null)
        {
            (_, found, var known) = FoundEvents.Of(query, archive, engine);
            values = [.. known];
        }

        var places = scope is null ? Places() : KeptPlaces(scope);
        if (places.Count == 0)
        {
            return null;
        }

        var facets = new FacetReader(archive, engine).Read(query, Most);
        return new(
            term, places, new ArchivePages(archive, engine).Count(query), facets.First(f => f.Name == "type").Values,
            scope is null ? Parties() : [.. new KeptParties(archive.Sql).Commonest(scope, SumScopes.Part, Most).Select(p => new RoleUse(p.Party, p.Beside, p.Events))],
            facets.First(f => f.Name == "outlet").Values);

        List<PlaceCount> Places() => archive.Sql.Rows(
            $"WITH found AS MATERIALIZED ({found}) SELECT {Place}, COUNT(DISTINCT f.event_id) AS events FROM found f CROSS JOIN place pl WHERE pl.id = f.place_id GROUP BY pl.id, pl.identity, {Place} ORDER BY events DESC, pl.identity LIMIT {Most}",
            r => new PlaceCount(r.PlaceOrNull(0)!, r.GetInt64(8)), values);

        List<RoleUse> Parties() => archive.Sql.Rows(
            $"""
            WITH found AS MATERIALIZED ({found}) SELECT {Party}, x.role, COUNT(DISTINCT f.event_id) AS events
            FROM found f CROSS JOIN participant x CROSS JOIN party p WHERE x.mention_id = f.id AND p.id = x.party_id
            GROUP BY p.id, p.identity, {Party}, x.role ORDER BY events DESC, p.identity, x.role LIMIT {Most}
            """,
            r => new RoleUse(r.Party(0), r.GetString(6), r.GetInt64(7)), values);
    }

    private List<PlaceCount> KeptPlaces(string scope)
    {
        var events = new KeptSums(archive.Sql).Commonest([scope], SumScopes.Site, Most).ToDictionary(s => long.Parse(s.Value, CultureInfo.InvariantCulture), s => s.Events);
        return [.. MapReader.Places(archive.Sql, events.Keys).Select(p => (p.Identity, Count: new PlaceCount(p.Place, events[p.Id])))
            .OrderByDescending(p => p.Count.Events).ThenBy(p => p.Identity, StringComparer.Ordinal).Take(Most).Select(p => p.Count)];
    }
}
