using Isnad.Archive.Fusion;
using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>Works out what a page of an actor shows.</summary>
internal sealed class ActorReader(NewsArchive archive, NewsEngine engine)
{
    private const int Most = 20;
    private const string Party = "p.name, p.name_en, p.type, p.country, p.sector, p.known";
    private readonly Sql sql = archive.Sql;

    /// <summary>True to count what sums are kept of, which takes long and must give the same.</summary>
    public bool IsCounting { get; init; }

    public ActorProfile? Read(string who)
    {
        ArgumentException.ThrowIfNullOrEmpty(who);
        if (!who.Any(char.IsLetterOrDigit))
        {
            return null;
        }

        var (search, values) = QuerySql.Parties(who, sql.Dialect, engine);
        var ids = sql.Rows(search, r => r.GetInt64(0), [.. values]);
        if (ids.Count == 0)
        {
            return null;
        }

        var all = ids.Distinct().ToList();
        return Read(who, all, new[] { "actor", "target", "party" }.Select(field => IsCounting ? null : KeptQuestion.OfParty(field, who, all, sql)).ToList());
    }

    // What is said of many rows together is counted, of an entity or a code it is kept.
    private ActorProfile Read(string who, List<long> rows, List<string?> scopes)
    {
        var them = MentionReader.Ids(rows);
        var isOne = $"IN ({sql.Dialect.Ids("@p1")})";
        var kept = new KeptSums(sql);
        // An event has one type, so its types together are all events.
        var (acts, undergoes) = scopes is [{ } actor, { } target, _] ? (KeptTypes(actor), KeptTypes(target)) : (Types("actor"), Types("target"));
        return new(
            QueryTerm.Of("party", who), scopes is [.., { } party] ? KeptNames(party) : Names(), acts.Sum(t => t.Events), undergoes.Sum(t => t.Events),
            sql.Number($"SELECT COUNT(DISTINCT report_id) FROM report_party WHERE rank = 0 AND party_id {isOne}", them),
            sql.Number($"SELECT COUNT(DISTINCT report_id) FROM report_party WHERE rank > 0 AND party_id {isOne}", them),
            acts, undergoes,
            scopes[0] is { } acting ? KeptPartners(acting, SumScopes.Recipient) : Partners("actor", "target"),
            scopes[1] is { } undergoing ? KeptPartners(undergoing, SumScopes.Doer) : Partners("target", "actor"),
            sql.Rows(
                $"SELECT a.outlet, r.stance, COUNT(DISTINCT r.id) AS reports FROM report_party x JOIN report r ON r.id = x.report_id JOIN article a ON a.id = r.article_id WHERE x.rank = 0 AND x.party_id {isOne} GROUP BY a.outlet, r.stance ORDER BY reports DESC, COALESCE(a.outlet, ''), r.stance LIMIT {Most * 5}",
                r => new OutletStance(r.TextOrNull(0), r.GetString(1), r.GetInt64(2)), them),
            new FramingReader(sql).Read($"f.target_id {isOne}", them));

        List<FacetValue> KeptTypes(string scope) => [.. kept.ByValue([scope], ["type"], [""]).OrderByDescending(t => t.Events).ThenBy(t => t.Value, StringComparer.Ordinal).Select(t => Type(t.Value, t.Events))];

        List<FacetValue> Types(string role) => sql.Rows(
            $"SELECT m.type, COUNT(DISTINCT m.event_id) AS events FROM participant x JOIN mention m ON m.id = x.mention_id WHERE x.role = @p2 AND x.party_id {isOne} AND m.event_id IS NOT NULL GROUP BY m.type ORDER BY events DESC, m.type",
            r => Type(r.GetString(0), r.GetInt64(1)), them, role);

        List<NameUse> KeptNames(string scope)
        {
            // Who only speaks takes part in no event.
            var events = kept.ByValue([scope], [SumScopes.Name], [""]).ToDictionary(n => n.Value, n => n.Events, StringComparer.Ordinal);
            return [.. new KeptParties(sql).Rows(rows).Select(p => (p.Value.Identity, Use: new NameUse(p.Value.Party, events.GetValueOrDefault(SumScopes.Row(p.Key)))))
                .OrderByDescending(n => n.Use.Events).ThenBy(n => n.Identity, StringComparer.Ordinal).Take(Most).Select(n => n.Use)];
        }

        List<NameUse> Names() => sql.Rows(
            $"SELECT {Party}, COUNT(DISTINCT m.event_id) AS events FROM party p LEFT JOIN participant x ON x.party_id = p.id LEFT JOIN mention m ON m.id = x.mention_id WHERE p.id {isOne} GROUP BY p.id, p.identity, {Party} ORDER BY events DESC, p.identity LIMIT {Most}",
            r => new NameUse(r.Party(0), r.GetInt64(6)), them);

        List<Partner> KeptPartners(string scope, string facet) => [.. new KeptParties(sql).Commonest(scope, facet, Most).Select(p => new Partner(p.Party, p.Beside, p.Events))];

        List<Partner> Partners(string mine, string theirs) => sql.Rows(
            $"""
            SELECT {Party}, m.type, COUNT(DISTINCT m.event_id) AS events FROM participant x JOIN mention m ON m.id = x.mention_id
            JOIN participant y ON y.mention_id = m.id AND y.role = @p3 JOIN party p ON p.id = y.party_id
            WHERE x.role = @p2 AND x.party_id {isOne} GROUP BY p.id, p.identity, {Party}, m.type ORDER BY events DESC, p.identity, m.type LIMIT {Most}
            """,
            r => new Partner(r.Party(0), r.GetString(6), r.GetInt64(7)), them, mine, theirs);
    }

    private static FacetValue Type(string type, long events) => new(type, QueryTerm.Of("type", type), events);
}
