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
        return new(
            QueryTerm.Of("party", who),
            sql.Rows(
                $"SELECT {Party}, COUNT(DISTINCT m.event_id) AS events FROM party p LEFT JOIN participant x ON x.party_id = p.id LEFT JOIN mention m ON m.id = x.mention_id WHERE p.id {isOne} GROUP BY p.id, p.identity, {Party} ORDER BY events DESC, p.identity LIMIT {Most}",
                r => new NameUse(r.Party(0), r.GetInt64(6)), them),
            Events("actor"), Events("target"),
            sql.Number($"SELECT COUNT(DISTINCT report_id) FROM report_party WHERE rank = 0 AND party_id {isOne}", them),
            sql.Number($"SELECT COUNT(DISTINCT report_id) FROM report_party WHERE rank > 0 AND party_id {isOne}", them),
            Types("actor"), Types("target"), Partners("actor", "target"), Partners("target", "actor"),
            sql.Rows(
                $"SELECT a.outlet, r.stance, COUNT(DISTINCT r.id) AS reports FROM report_party x JOIN report r ON r.id = x.report_id JOIN article a ON a.id = r.article_id WHERE x.rank = 0 AND x.party_id {isOne} GROUP BY a.outlet, r.stance ORDER BY reports DESC, COALESCE(a.outlet, ''), r.stance LIMIT {Most * 5}",
                r => new OutletStance(r.TextOrNull(0), r.GetString(1), r.GetInt64(2)), them),
            new FramingReader(sql).Read($"f.target_id {isOne}", them));

        long Events(string role) =>
            sql.Number($"SELECT COUNT(DISTINCT m.event_id) FROM participant x JOIN mention m ON m.id = x.mention_id WHERE x.role = @p2 AND x.party_id {isOne}", them, role);

        List<FacetValue> Types(string role) => sql.Rows(
            $"SELECT m.type, COUNT(DISTINCT m.event_id) AS events FROM participant x JOIN mention m ON m.id = x.mention_id WHERE x.role = @p2 AND x.party_id {isOne} GROUP BY m.type ORDER BY events DESC, m.type",
            r => new FacetValue(r.GetString(0), QueryTerm.Of("type", r.GetString(0)), r.GetInt64(1)), them, role);

        List<Partner> Partners(string mine, string theirs) => sql.Rows(
            $"""
            SELECT {Party}, m.type, COUNT(DISTINCT m.event_id) AS events FROM participant x JOIN mention m ON m.id = x.mention_id
            JOIN participant y ON y.mention_id = m.id AND y.role = @p3 JOIN party p ON p.id = y.party_id
            WHERE x.role = @p2 AND x.party_id {isOne} GROUP BY p.id, p.identity, {Party}, m.type ORDER BY events DESC, p.identity, m.type LIMIT {Most}
            """,
            r => new Partner(r.Party(0), r.GetString(6), r.GetInt64(7)), them, mine, theirs);
    }
}
