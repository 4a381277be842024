using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>
/// Finds events of which reports have come in since. It goes by the reports, since an event is written anew whenever another
/// joins it, and it waits for those that no event has yet, but not for what a person rejected, which no event will have.
/// </summary>
internal sealed class FreshReader(NewsArchive archive, NewsEngine engine)
{
    public long Reached() =>
        archive.Sql.Value("SELECT MIN(id) FROM mention WHERE event_id IS NULL AND COALESCE(verdict, '') <> 'rejected'") is long waiting ? waiting - 1 : archive.Sql.Number("SELECT COALESCE(MAX(id), 0) FROM mention");

    public FreshEvents Read(EventQuery query, long after, int most)
    {
        var reached = Reached();
        var (condition, values) = QuerySql.Compile(query, archive.Sql.Dialect, engine, NameIndex.Of(engine.Knowledge));
        values.AddRange([after, reached]);
        var rows = archive.Sql.Rows(
            $"SELECT m.id, e.id FROM {QuerySql.Tables} WHERE e.id IS NOT NULL AND m.id > @p{values.Count - 1} AND m.id <= @p{values.Count} AND {condition} ORDER BY m.id LIMIT {most}",
            r => (Mention: r.GetInt64(0), Event: r.GetInt64(1)), [.. values]);
        var events = new EventReader(archive.Sql).Read([.. rows.Select(r => r.Event).Distinct()]);
        return new([.. events], rows.Count == most ? rows[^1].Mention : Math.Max(after, reached));
    }
}
