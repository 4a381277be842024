using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>Counts loaded words by outlet and by whom they colour.</summary>
internal sealed class FramingReader(Sql sql)
{
    private const int Most = 50;

    /// <param name="condition">SQL on the framing <c>f</c> and its article <c>a</c>.</param>
    public IReadOnlyList<LoadedWord> Read(string condition, params ReadOnlySpan<object?> values) => sql.Rows(
        $"""
        SELECT f.word, f.kind, a.outlet, COUNT(*) AS uses, p.name, p.name_en, p.type, p.country, p.sector, p.known
        FROM framing f JOIN article a ON a.id = f.article_id LEFT JOIN party p ON p.id = f.target_id WHERE {condition}
        GROUP BY f.word, f.kind, a.outlet, p.id, p.name, p.name_en, p.type, p.country, p.sector, p.known
        ORDER BY uses DESC, f.word, f.kind, COALESCE(a.outlet, ''), COALESCE(p.name, '') LIMIT {Most}
        """,
        r => new LoadedWord(r.GetString(0), r.GetString(1), r.TextOrNull(2), r.IsDBNull(4) ? null : r.Party(4), r.GetInt64(3)), values);
}
