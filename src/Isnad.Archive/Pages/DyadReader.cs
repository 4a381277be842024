using Isnad.Archive.Fusion;
using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>Counts who did what to whom: from the sums that are kept as far as they answer the query, from the mentions otherwise.</summary>
internal sealed class DyadReader(NewsArchive archive, NewsEngine engine)
{
    public IReadOnlyList<Dyad> Read(EventQuery query, int most)
    {
        var kept = KeptQuestion.Of(query, archive, engine);
        // Dyads are kept by type; everything is all types.
        kept = kept is { Scopes: [SumScopes.Everything] } ? kept with { Scopes = [.. QueryFields.Find("type")!.Codes!.Keys.Select(type => $"type:{type}")] } : kept;
        if (kept?.Answers(SumScopes.Dyad) != true)
        {
            var (counted, values) = Counted(query, null);
            return Commonest(counted, values, most);
        }

        var sums = new KeptSums(archive.Sql);
        if (kept.Span.IsOpen)
        {
            var commonest = sums.Commonest(kept.Scopes, SumScopes.Dyad, most).OrderByDescending(d => d.Events).ThenBy(d => d.Value, StringComparer.Ordinal);
            return [.. commonest.Take(most).Select(d => Dyad(d.Value, d.Events))];
        }

        var cover = sums.Cover(kept, SumScopes.Dyad);
        var rest = cover.Condition(kept.Span) is { } condition ? Counted(query, condition) : default;
        List<object?> all = [.. rest.Values ?? []];
        var summed = sums.Within(kept.Scopes, SumScopes.Dyad, cover.Periods, all);
        return Commonest(rest.Search is null ? summed : $"{summed} UNION ALL {rest.Search}", all, most);
    }

    private List<Dyad> Commonest(string counts, IReadOnlyList<object?> values, int most) => archive.Sql.Rows(
        $"SELECT value, CAST(SUM(events) AS BIGINT) AS events FROM ({counts}) AS counted GROUP BY value ORDER BY 2 DESC, value LIMIT {most}", r => Dyad(r.GetString(0), r.GetInt64(1)), [.. values]);

    private static Dyad Dyad(string value, long events) => value.Split(SumScopes.Between) is [var actor, var target, var type] ? new(actor, target, type, events) : throw new InvalidOperationException($"«{value}» is no dyad");

    // Dyads and how often they are told of, counted from the mentions.
    private (string Search, IReadOnlyList<object?> Values) Counted(EventQuery query, string? rest)
    {
        var found = FoundEvents.Of(query, archive, engine, rest);
        List<object?> values = [.. found.Values, $"{SumScopes.Between}"];
        var between = $"|| CAST(@p{values.Count} AS TEXT) ||";
        // The events are found first: PostgreSQL would otherwise bring all reports together with all who take part in them, and then look for events.
        return ($"""
            SELECT value, COUNT(*) AS events FROM (
                WITH found AS MATERIALIZED (SELECT e.id, e.type FROM event e WHERE {found.Condition})
                SELECT DISTINCT f.id, {Side("p")} {between} {Side("q")} {between} f.type AS value FROM found f
                CROSS JOIN mention t CROSS JOIN participant x CROSS JOIN party p CROSS JOIN participant y CROSS JOIN party q
                WHERE t.event_id = f.id AND x.mention_id = t.id AND x.role = 'actor' AND p.id = x.party_id AND y.mention_id = t.id AND y.role = 'target' AND q.id = y.party_id) AS told
            GROUP BY value
            """, values);
    }

    // What a party is to a dyad, as SQL: «RUS MIL».
    private static string Side(string party) => $"TRIM(COALESCE({party}.country, '') || ' ' || COALESCE({party}.sector, ''))";
}
