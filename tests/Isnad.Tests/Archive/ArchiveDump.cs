using System.Globalization;
using System.Text;
using Isnad.Archive.Store;

namespace Isnad.Tests.Archive;

/// <summary>An archive as text in which row numbers are replaced by what they stand for: two archives with the same content give the same text.</summary>
internal static class ArchiveDump
{
    private static readonly string[] Queries =
    [
        "SELECT key, name, outlet, published, url, title, text, byline, dateline FROM article ORDER BY key",
        "SELECT m.key, a.key, m.ordinal, m.type, m.mode, m.status, m.claim, m.date, m.day, p.identity, m.word, m.start_at FROM mention m JOIN article a ON a.id = m.article_id LEFT JOIN place p ON p.id = m.place_id ORDER BY m.key",
        "SELECT m.key, x.role, x.rank, p.identity FROM participant x JOIN mention m ON m.id = x.mention_id JOIN party p ON p.id = x.party_id ORDER BY m.key, x.role, x.rank",
        "SELECT m.key, c.rank, c.what, c.at_least, c.at_most FROM count_claim c JOIN mention m ON m.id = c.mention_id ORDER BY m.key, c.rank",
        "SELECT a.key, r.ordinal, r.form, r.stance, r.cue, r.content FROM report r JOIN article a ON a.id = r.article_id ORDER BY a.key, r.ordinal",
        "SELECT a.key, r.ordinal, x.rank, p.identity FROM report_party x JOIN report r ON r.id = x.report_id JOIN article a ON a.id = r.article_id JOIN party p ON p.id = x.party_id ORDER BY a.key, r.ordinal, x.rank",
        "SELECT a.key, r.ordinal, m.key FROM report_mention x JOIN report r ON r.id = x.report_id JOIN article a ON a.id = r.article_id JOIN mention m ON m.id = x.mention_id ORDER BY a.key, r.ordinal, m.key",
        "SELECT a.key, f.rank, f.word, f.kind, p.identity FROM framing f JOIN article a ON a.id = f.article_id LEFT JOIN party p ON p.id = f.target_id ORDER BY a.key, f.rank",
        "SELECT first_key, second_key, kind, share FROM copy_pair ORDER BY first_key, second_key",
        "SELECT a.key, g.group_key FROM copy_group g JOIN article a ON a.id = g.article_id ORDER BY a.key",
        "SELECT e.key, e.type, e.mode, e.status, e.date, e.day, p.identity, e.mentions, e.articles, e.outlets, e.origins, e.claim, e.denied FROM event e LEFT JOIN place p ON p.id = e.place_id ORDER BY e.key",
        "SELECT m.key, e.key FROM mention m LEFT JOIN event e ON e.id = m.event_id ORDER BY m.key",
        "SELECT first_key, second_key, score, merged, reasons FROM fusion_decision ORDER BY first_key, second_key",
        "SELECT place, code FROM rejected ORDER BY place, code",
        "SELECT name, units_done, finished FROM source ORDER BY name",
    ];

    public static string Write(string location)
    {
        using var archive = NewsArchive.Open(location, readOnly: true);
        return Write(archive);
    }

    public static string Write(NewsArchive archive)
    {
        var text = new StringBuilder();
        foreach (var query in Queries)
        {
            text.Append("== ").AppendLine(query);
            foreach (var row in archive.Sql.Rows(query, r => string.Join('|', Enumerable.Range(0, r.FieldCount).Select(i => r.IsDBNull(i) ? "" : r.GetValue(i).ToString()))))
            {
                text.AppendLine(row);
            }
        }

        text.AppendLine("== sums");
        foreach (var sum in Sums(archive.Sql).Order(StringComparer.Ordinal))
        {
            text.AppendLine(sum);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Sums(Sql sql)
    {
        var (places, parties) = (Identities("place"), Identities("party"));
        return sql.Rows("SELECT scope, facet, period, value, events FROM sum_facet", r => (Scope: r.GetString(0), Facet: r.GetString(1), Period: r.GetString(2), Value: r.GetString(3), Events: r.GetInt64(4)))
            .Select(s => $"{Scope(s.Scope)}|{s.Facet}|{s.Period}|{Value(s.Facet, s.Value)}|{s.Events}");

        Dictionary<string, string> Identities(string table) => sql.Rows($"SELECT id, identity FROM {table}", r => (r.GetInt64(0).ToString(CultureInfo.InvariantCulture), r.GetString(1))).ToDictionary(r => r.Item1, r => r.Item2, StringComparer.Ordinal);

        string Scope(string scope) => scope.Split(":#") is [var field, var row] ? $"{field}:{parties[row]}" : scope;

        string Value(string facet, string value) => facet switch
        {
            "spot" or "site" => places[value],
            "name" => parties[value],
            "part" or "recipient" or "doer" => value.Split('\t') is [var beside, var row] ? $"{beside} {parties[row]}" : value,
            _ => value,
        };
    }
}
