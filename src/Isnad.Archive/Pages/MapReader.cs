using System.Globalization;
using Isnad.Archive.Fusion;
using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>Counts events by place: from the sums that are kept as far as they answer the query, from the events otherwise.</summary>
internal sealed class MapReader(NewsArchive archive, NewsEngine engine)
{
    private const string Columns = "pl.name, pl.country, pl.kind, pl.known, pl.precision_of, pl.latitude, pl.longitude, pl.radius_km";

    public IReadOnlyList<PlaceCount> Read(EventQuery query, int most)
    {
        var counts = new Dictionary<long, long>();
        if (KeptQuestion.Of(query, archive, engine) is not { } kept || !kept.Answers(SumScopes.Spot))
        {
            Count(query, null, counts);
        }
        else
        {
            var sums = new KeptSums(archive.Sql);
            var cover = sums.Cover(kept, SumScopes.Spot);
            foreach (var (_, value, events) in sums.ByValue(kept.Scopes, [SumScopes.Spot], cover.Periods))
            {
                counts.Add(long.Parse(value, CultureInfo.InvariantCulture), events);
            }

            if (cover.Condition(kept.Span) is { } rest)
            {
                Count(query, rest, counts);
            }
        }

        // Among places with as many events the identity decides, so all that may be the last ones are looked up.
        var least = counts.Values.OrderDescending().Skip(most - 1).FirstOrDefault();
        return [.. Places(archive.Sql, counts.Where(c => c.Value >= least).Select(c => c.Key)).Select(p => (p.Place, p.Identity, Events: counts[p.Id]))
            .OrderByDescending(p => p.Events).ThenBy(p => p.Identity, StringComparer.Ordinal).Take(most).Select(p => new PlaceCount(p.Place, p.Events))];
    }

    private void Count(EventQuery query, string? rest, Dictionary<long, long> counts)
    {
        var found = FoundEvents.Of(query, archive, engine, rest);
        foreach (var (place, events) in archive.Sql.Rows(
            $"SELECT e.place_id, COUNT(*) FROM event e WHERE e.place_id IS NOT NULL AND {found.Condition} GROUP BY e.place_id", r => (r.GetInt64(0), r.GetInt64(1)), [.. found.Values]))
        {
            counts[place] = counts.GetValueOrDefault(place) + events;
        }
    }

    /// <summary>Rows of <c>place</c> by their numbers.</summary>
    public static List<(long Id, StoredPlace Place, string Identity)> Places(Sql sql, IEnumerable<long> ids) => sql.Rows(
        $"SELECT {Columns}, pl.id, pl.identity FROM place pl WHERE pl.id IN ({sql.Dialect.Ids("@p1")})",
        r => (r.GetInt64(8), r.PlaceOrNull(0)!, r.GetString(9)), MentionReader.Ids(ids));
}
