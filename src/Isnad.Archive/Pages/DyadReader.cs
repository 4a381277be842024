using Isnad.Archive.Fusion;
using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>Counts who did what to whom: from the sums that are kept as far as they answer the query, from the mentions otherwise.</summary>
internal sealed class DyadReader(NewsArchive archive, NewsEngine engine)
{
    private const string TypePrefix = "type:";

    public IReadOnlyList<Dyad> Read(EventQuery query, int most)
    {
        var counts = new Dictionary<(string Actor, string Target, string Type), long>();
        if (ByType(KeptQuestion.Of(query, archive.Sql)) is not { } kept)
        {
            Count(query, null, counts);
        }
        else
        {
            var sums = new KeptSums(archive.Sql);
            var cover = sums.Cover(kept, SumScopes.Dyad);
            foreach (var (scope, value, events) in kept.Span.IsOpen ? sums.Commonest(kept.Scopes, SumScopes.Dyad, most) : sums.ByScope(kept.Scopes, SumScopes.Dyad, cover.Periods))
            {
                var between = value.IndexOf(SumScopes.Between, StringComparison.Ordinal);
                counts.Add((value[..between], value[(between + 1)..], scope[TypePrefix.Length..]), events);
            }

            if (cover.Condition(kept.Span) is { } rest)
            {
                Count(query, rest, counts);
            }
        }

        var least = counts.Values.OrderDescending().Skip(most - 1).FirstOrDefault();
        return [.. counts.Where(c => c.Value >= least).OrderByDescending(c => c.Value)
            .ThenBy(c => c.Key.Actor, StringComparer.Ordinal).ThenBy(c => c.Key.Target, StringComparer.Ordinal).ThenBy(c => c.Key.Type, StringComparer.Ordinal)
            .Take(most).Select(c => new Dyad(c.Key.Actor, c.Key.Target, c.Key.Type, c.Value))];
    }

    // Dyads are kept by type; everything is all types.
    private static KeptQuestion? ByType(KeptQuestion? question) => question switch
    {
        { Scopes: [SumScopes.Everything] } => question with { Scopes = [.. QueryFields.Find("type")!.Codes!.Keys.Select(type => $"{TypePrefix}{type}")] },
        { Scopes: [var scope, ..] } when scope.StartsWith(TypePrefix, StringComparison.Ordinal) => question,
        _ => null,
    };

    private void Count(EventQuery query, string? rest, Dictionary<(string, string, string), long> counts)
    {
        var found = FoundEvents.Of(query, archive, engine, rest);
        foreach (var (dyad, events) in archive.Sql.Rows(
            $"""
            SELECT actor, target, type, COUNT(*) FROM (
                SELECT DISTINCT e.id, e.type, {Side("p")} AS actor, {Side("q")} AS target FROM event e JOIN mention t ON t.event_id = e.id
                JOIN participant x ON x.mention_id = t.id AND x.role = 'actor' JOIN party p ON p.id = x.party_id
                JOIN participant y ON y.mention_id = t.id AND y.role = 'target' JOIN party q ON q.id = y.party_id
                WHERE {found.Condition}) AS told
            GROUP BY actor, target, type
            """,
            r => ((r.GetString(0), r.GetString(1), r.GetString(2)), r.GetInt64(3)), [.. found.Values]))
        {
            counts[dyad] = counts.GetValueOrDefault(dyad) + events;
        }
    }

    // What a party is to a dyad, as SQL: «RUS MIL».
    private static string Side(string party) => $"TRIM(COALESCE({party}.country, '') || ' ' || COALESCE({party}.sector, ''))";
}
