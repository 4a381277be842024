using Isnad.Archive.Fusion;
using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>
/// Counts events by the values of the reports by which a query finds them, so that each number is what the query finds when the
/// value is added to it: from the sums that are kept as far as they answer the query, from the mentions otherwise. All facets are
/// one question, so that what is found is looked for once.
/// </summary>
internal sealed class FacetReader(NewsArchive archive, NewsEngine engine)
{
    // What is found comes first and what belongs to it then: SQLite keeps the order of a CROSS JOIN, PostgreSQL finds its own.
    private const string Found = "found f";

    // Who takes part, looked up once for the three facets of parties.
    private const string Sides = "sides f";
    private const string SidesOfFound = "SELECT DISTINCT f.event_id, x.role, p.country, p.sector FROM found f CROSS JOIN participant x CROSS JOIN party p WHERE x.mention_id = f.id AND p.id = x.party_id";

    // Name, field of the query, value, and where it is counted.
    private static readonly (string Name, string Field, string Value, string Tables, string Condition)[] Sources =
    [
        ("type", "type", "f.type", Found, "TRUE"),
        ("status", "status", "f.status", Found, "TRUE"),
        ("outlet", "outlet", "a.outlet", $"{Found} CROSS JOIN article a", "a.id = f.article_id AND a.outlet IS NOT NULL"),
        ("actor", "actor", "f.country", Sides, "f.role = 'actor' AND f.country IS NOT NULL"),
        ("target", "target", "f.country", Sides, "f.role = 'target' AND f.country IS NOT NULL"),
        ("sector", "party", "f.sector", Sides, "f.sector IS NOT NULL"),
        ("place", "place", "pl.country", $"{Found} CROSS JOIN place pl", "pl.id = f.place_id AND pl.country IS NOT NULL"),
        ("year", "on", "SUBSTR(f.day, 1, 4)", Found, "f.day IS NOT NULL"),
        ("month", "on", "SUBSTR(f.day, 1, 7)", Found, "f.day IS NOT NULL AND (f.date IS NULL OR LENGTH(f.date) <> 4)"),
    ];

    public IReadOnlyList<Facet> Read(EventQuery query, int most)
    {
        var counts = new Dictionary<(string Facet, string Value), long>();
        if (KeptQuestion.Of(query, archive, engine) is not { } kept || !kept.Answers("outlet"))
        {
            Count(query, null, counts);
        }
        else
        {
            var sums = new KeptSums(archive.Sql);
            var cover = sums.Cover(kept, "outlet");
            foreach (var (facet, value, events) in sums.ByValue(kept.Scopes, [.. Sources.Select(s => s.Name)], cover.Periods))
            {
                counts.Add((facet, value), events);
            }

            if (cover.Condition(kept.Span) is { } rest)
            {
                Count(query, rest, counts);
            }
        }

        var found = counts.ToLookup(c => c.Key.Facet, c => (c.Key.Value, c.Value), StringComparer.Ordinal);
        return [.. Sources.Select(s => Facet(s.Name, s.Field, [.. found[s.Name]], most))];
    }

    private void Count(EventQuery query, string? rest, Dictionary<(string, string), long> counts)
    {
        var found = FoundEvents.Of(query, archive, engine, rest);
        var parts = Sources.Select((s, i) => $"SELECT {i} AS facet, {s.Value} AS value, COUNT(DISTINCT f.event_id) AS events FROM {s.Tables} WHERE {s.Condition} GROUP BY {s.Value}");
        foreach (var (facet, value, events) in archive.Sql.Rows(
            $"WITH found AS MATERIALIZED ({found.Mentions}), sides AS MATERIALIZED ({SidesOfFound}) {string.Join(" UNION ALL ", parts)}",
            r => (Sources[(int)r.GetInt64(0)].Name, r.GetString(1), r.GetInt64(2)), [.. found.Values]))
        {
            counts[(facet, value)] = counts.GetValueOrDefault((facet, value)) + events;
        }
    }

    private static Facet Facet(string name, string field, IReadOnlyList<(string Value, long Events)> values, int most)
    {
        var ordered = name is "year" or "month"
            ? values.OrderByDescending(v => v.Value, StringComparer.Ordinal)
            : values.OrderByDescending(v => v.Events).ThenBy(v => v.Value, StringComparer.Ordinal);
        return new(name, [.. ordered.Take(most).Select(v => new FacetValue(v.Value, QueryTerm.Of(field, v.Value), v.Events))], Math.Max(0, values.Count - most));
    }
}
