using Isnad.Archive.Store;

namespace Isnad.Archive.Fusion;

/// <summary>What says where a mention comes from.</summary>
/// <param name="Outlet">The outlet, as it calls itself.</param>
/// <param name="Credit">Byline and dateline.</param>
/// <param name="CopyGroup">The text that its article is a copy of; its own key where it is none.</param>
/// <param name="Carriers">Media that speak in a report of the event or carry it, from the speaker outwards: names and entries.</param>
internal sealed record Provenance(string Outlet, string? Credit, string CopyGroup, IReadOnlyList<string> Carriers);

/// <summary>Loads where mentions come from.</summary>
internal sealed class ProvenanceReader(Sql sql)
{
    public Provenance Of(long mention)
    {
        var carriers = sql.Rows(
            """
            SELECT COALESCE(p.known, p.name) FROM report_mention rm JOIN report_party rp ON rp.report_id = rm.report_id JOIN party p ON p.id = rp.party_id
            JOIN report r ON r.id = rm.report_id WHERE rm.mention_id = @p1 AND p.sector = 'JRN' ORDER BY r.ordinal, rp.rank
            """, r => r.GetString(0), mention);
        return sql.Rows(
            """
            SELECT COALESCE(a.outlet, a.key), COALESCE(a.byline, '') || ' ' || COALESCE(a.dateline, ''), COALESCE(g.group_key, a.key)
            FROM mention m JOIN article a ON a.id = m.article_id LEFT JOIN copy_group g ON g.article_id = a.id WHERE m.id = @p1
            """, r => new Provenance(r.GetString(0), r.GetString(1), r.GetString(2), carriers), mention)[0];
    }
}
