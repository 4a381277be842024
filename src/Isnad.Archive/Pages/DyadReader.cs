using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>Counts who did what to whom: from the sums that are kept where a query asks for types alone, from the mentions otherwise.</summary>
internal sealed class DyadReader(NewsArchive archive, NewsEngine engine)
{
    /// <summary>What a party is to a dyad, as SQL: <c>RUS MIL</c>.</summary>
    public static string Side(string party) => $"TRIM(COALESCE({party}.country, '') || ' ' || COALESCE({party}.sector, ''))";

    public IReadOnlyList<Dyad> Read(EventQuery query, int most)
    {
        var found = FoundEvents.Of(query, archive, engine);
        var question = found.Types is null
            ? $"""
              SELECT actor, target, type, COUNT(*) AS events FROM (
                  SELECT DISTINCT e.id, e.type, {Side("p")} AS actor, {Side("q")} AS target FROM event e JOIN mention t ON t.event_id = e.id
                  JOIN participant x ON x.mention_id = t.id AND x.role = 'actor' JOIN party p ON p.id = x.party_id
                  JOIN participant y ON y.mention_id = t.id AND y.role = 'target' JOIN party q ON q.id = y.party_id
                  WHERE {found.Condition}) AS told
              GROUP BY actor, target, type
              """
            : $"SELECT actor, target, type, CAST(SUM(events) AS BIGINT) AS events FROM sum_dyad WHERE {found.OfTypes} GROUP BY actor, target, type HAVING SUM(events) > 0";
        return archive.Sql.Rows(
            $"{question} ORDER BY events DESC, actor, target, type LIMIT {most}",
            r => new Dyad(r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt64(3)), [.. found.Values]);
    }
}
