using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>Works out what a page of an actor shows.</summary>
internal sealed class ActorReader(NewsArchive archive, NewsEngine engine)
{
    private const int Most = 20;
    private const string Party = "p.name, p.name_en, p.type, p.country, p.sector, p.known";
    private readonly Sql sql = archive.Sql;

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

        var them = MentionReader.Ids(ids.Distinct());
        var isOne = $"IN ({sql.Dialect.Ids("@p1")})";
        var types = sql.Rows(
            $"SELECT x.role, m.type, COUNT(DISTINCT m.event_id) AS events FROM participant x JOIN mention m ON m.id = x.mention_id WHERE x.party_id {isOne} GROUP BY x.role, m.type ORDER BY events DESC, m.type",
            r => (Role: r.GetString(0), Value: new FacetValue(r.GetString(1), QueryTerm.Of("type", r.GetString(1)), r.GetInt64(2))), them);
        // An event has one type, so its types together are all events.
        var (acts, undergoes) = (Types("actor"), Types("target"));
        return new(
            QueryTerm.Of("party", who),
            sql.Rows(
                $"SELECT {Party}, COUNT(DISTINCT m.event_id) AS events FROM party p LEFT JOIN participant x ON x.party_id = p.id LEFT JOIN mention m ON m.id = x.mention_id WHERE p.id {isOne} GROUP BY p.id, p.identity, {Party} ORDER BY events DESC, p.identity LIMIT {Most}",
                r => new NameUse(r.Party(0), r.GetInt64(6)), them),
            acts.Sum(t => t.Events), undergoes.Sum(t => t.Events),
            sql.Number($"SELECT COUNT(DISTINCT report_id) FROM report_party WHERE rank = 0 AND party_id {isOne}", them),
            sql.Number($"SELECT COUNT(DISTINCT report_id) FROM report_party WHERE rank > 0 AND party_id {isOne}", them),
            acts, undergoes, Partners("actor", "target"), Partners("target", "actor"),
            sql.Rows(
                $"SELECT a.outlet, r.stance, COUNT(DISTINCT r.id) AS reports FROM report_party x JOIN report r ON r.id = x.report_id JOIN article a ON a.id = r.article_id WHERE x.rank = 0 AND x.party_id {isOne} GROUP BY a.outlet, r.stance ORDER BY reports DESC, COALESCE(a.outlet, ''), r.stance LIMIT {Most * 5}",
                r => new OutletStance(r.TextOrNull(0), r.GetString(1), r.GetInt64(2)), them),
            new FramingReader(sql).Read($"f.target_id {isOne}", them));

        List<FacetValue> Types(string role) => [.. types.Where(t => t.Role == role).Select(t => t.Value)];

        List<Partner> Partners(string mine, string theirs) => sql.Rows(
            $"""
            SELECT {Party}, m.type, COUNT(DISTINCT m.event_id) AS events FROM participant x JOIN mention m ON m.id = x.mention_id
            JOIN participant y ON y.mention_id = m.id AND y.role = @p3 JOIN party p ON p.id = y.party_id
            WHERE x.role = @p2 AND x.party_id {isOne} GROUP BY p.id, p.identity, {Party}, m.type ORDER BY events DESC, p.identity, m.type LIMIT {Most}
            """,
            r => new Partner(r.Party(0), r.GetString(6), r.GetInt64(7)), them, mine, theirs);
    }
}
