using Isnad.Archive.Fusion;
using Isnad.Archive.Query;
using Isnad.Archive.Store;
using Isnad.Text;

namespace Isnad.Archive.Pages;

/// <summary>Works out what a page of an outlet shows.</summary>
internal sealed class OutletReader(NewsArchive archive)
{
    private const int Most = 20;
    private const string Party = "p.name, p.name_en, p.type, p.country, p.sector, p.known";
    private const string Counts = "SELECT MIN(outlet), COUNT(*) AS articles, MIN(published), MAX(published), MAX(outlet) FROM article";
    private readonly Sql sql = archive.Sql;

    /// <summary>Every outlet, those with the most articles first.</summary>
    public List<OutletCount> All() => sql.Rows(
        $"{Counts} WHERE outlet IS NOT NULL GROUP BY outlet_folded ORDER BY articles DESC, outlet_folded",
        r => new OutletCount(r.GetString(0), r.GetInt64(1), r.TextOrNull(2), r.TextOrNull(3)));

    /// <summary>True to count what sums are kept of, which takes long and must give the same.</summary>
    public bool IsCounting { get; init; }

    public OutletProfile? Read(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var folded = ArabicFolding.Fold(name);
        var counted = sql.Rows($"{Counts} WHERE outlet_folded = @p1 AND outlet IS NOT NULL GROUP BY outlet_folded", r => (Count: new OutletCount(r.GetString(0), r.GetInt64(1), r.TextOrNull(2), r.TextOrNull(3)), Last: r.GetString(4)), folded);
        if (counted is not [var (count, last)])
        {
            return null;
        }

        // Sums are kept by what the outlet is called, and another spelling is another name.
        var (types, alone, first) = count.Outlet == last && !IsCounting ? KeptTelling($"outlet:{last}") : Telling(folded);
        return new(
            QueryTerm.Of("outlet", count.Outlet), count, types.Sum(t => t.Events), alone, first,
            sql.Number("SELECT COUNT(*) FROM article a JOIN copy_group g ON g.article_id = a.id WHERE a.outlet_folded = @p1", folded),
            types, Parties("x.rank = 0"), Parties("x.rank > 0"),
            sql.Rows(
                "SELECT MIN(a.outlet), r.stance, COUNT(*) AS reports FROM report r JOIN article a ON a.id = r.article_id WHERE a.outlet_folded = @p1 GROUP BY r.stance ORDER BY reports DESC, r.stance",
                r => new OutletStance(r.TextOrNull(0), r.GetString(1), r.GetInt64(2)), folded),
            new FramingReader(sql).Read("a.outlet_folded = @p1", folded));

        List<PartyReports> Parties(string rank) => sql.Rows(
            $"""
            SELECT {Party}, COUNT(DISTINCT r.id) AS reports FROM report r JOIN article a ON a.id = r.article_id JOIN report_party x ON x.report_id = r.id JOIN party p ON p.id = x.party_id
            WHERE a.outlet_folded = @p1 AND {rank} GROUP BY p.id, p.identity, {Party} ORDER BY reports DESC, p.identity LIMIT {Most}
            """,
            r => new PartyReports(r.Party(0), r.GetInt64(6)), folded);
    }

    private (List<FacetValue> Types, long Alone, long First) KeptTelling(string scope)
    {
        var kept = new KeptSums(sql).ByValue([scope], ["type", SumScopes.Telling], [""]);
        return ([.. kept.Where(k => k.Facet == "type").OrderByDescending(k => k.Events).ThenBy(k => k.Value, StringComparer.Ordinal).Select(k => Type(k.Value, k.Events))], Of("alone"), Of("first"));

        long Of(string telling) => kept.FirstOrDefault(k => k.Facet == SumScopes.Telling && k.Value == telling).Events;
    }

    private (List<FacetValue> Types, long Alone, long First) Telling(string folded)
    {
        const string Told = "FROM mention m JOIN article a ON a.id = m.article_id JOIN event e ON e.id = m.event_id WHERE a.outlet_folded = @p1";
        return (
            sql.Rows($"SELECT m.type, COUNT(DISTINCT e.id) AS events {Told} GROUP BY m.type ORDER BY events DESC, m.type", r => Type(r.GetString(0), r.GetInt64(1)), folded),
            sql.Number($"SELECT COUNT(DISTINCT e.id) {Told} AND e.outlets = 1", folded),
            // The event has the key of its first report.
            sql.Number($"SELECT COUNT(*) {Told} AND e.outlets > 1 AND e.key = m.key", folded));
    }

    private static FacetValue Type(string type, long events) => new(type, QueryTerm.Of("type", type), events);
}
