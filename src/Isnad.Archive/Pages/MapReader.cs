using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>Counts events by place: from the sums that are kept where a query asks for types alone, from the events otherwise.</summary>
internal sealed class MapReader(NewsArchive archive, NewsEngine engine)
{
    private const string Columns = "pl.name, pl.country, pl.kind, pl.known, pl.precision_of, pl.latitude, pl.longitude, pl.radius_km";

    public IReadOnlyList<PlaceCount> Read(EventQuery query, int most)
    {
        var found = FoundEvents.Of(query, archive, engine);
        var counts = found.Types is null
            ? $"SELECT e.place_id, COUNT(*) AS events FROM event e WHERE e.place_id IS NOT NULL AND {found.Condition} GROUP BY e.place_id"
            : $"SELECT place_id, CAST(SUM(events) AS BIGINT) AS events FROM sum_place WHERE {found.OfTypes} GROUP BY place_id HAVING SUM(events) > 0";
        return archive.Sql.Rows(
            $"SELECT {Columns}, c.events FROM ({counts}) AS c JOIN place pl ON pl.id = c.place_id ORDER BY c.events DESC, pl.identity LIMIT {most}",
            r => new PlaceCount(r.PlaceOrNull(0)!, r.GetInt64(8)), [.. found.Values]);
    }
}
