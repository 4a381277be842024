using Isnad.Archive.Store;

namespace Isnad.Archive.Query;

/// <summary>Asks an archive.</summary>
public sealed class ArchiveSearch(NewsArchive archive, NewsEngine engine)
{
    private const int ReadAtOnce = 50;
    private readonly NameIndex names = NameIndex.Of(engine.Knowledge);
    private readonly EventReader events = new(archive.Sql);

    /// <summary>Events of which a report is as the query says, the latest first. They are read a few at a time while they are taken.</summary>
    /// <param name="limit">How many at most; 0 for all.</param>
    public IEnumerable<StoredEvent> Find(EventQuery query, int limit = 0)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (condition, values) = QuerySql.Compile(query, archive.Sql.Dialect, engine, names);
        var most = limit > 0 ? $" LIMIT {limit}" : "";
        var found = archive.Sql.Rows(
            $"SELECT DISTINCT e.id, COALESCE(e.day, ''), e.key FROM {QuerySql.Tables} WHERE e.id IS NOT NULL AND {condition} ORDER BY 2 DESC, 3{most}", r => r.GetInt64(0), [.. values]);
        return found.Chunk(ReadAtOnce).SelectMany(ids => events.Read(ids));
    }

    /// <summary>Why the mentions of an event are one event, and why others that were like them are not, the strongest first.</summary>
    public IReadOnlyList<StoredDecision> Decisions(StoredEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return new DecisionReader(archive.Sql).Of(e);
    }

    /// <summary>How many events a query finds.</summary>
    public long Count(EventQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (condition, values) = QuerySql.Compile(query, archive.Sql.Dialect, engine, names);
        return archive.Sql.Number($"SELECT COUNT(DISTINCT e.id) FROM {QuerySql.Tables} WHERE {condition}", [.. values]);
    }
}
