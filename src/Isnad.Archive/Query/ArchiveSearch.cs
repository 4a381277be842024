using Isnad.Archive.Store;

namespace Isnad.Archive.Query;

/// <summary>Asks an archive.</summary>
public sealed class ArchiveSearch(NewsArchive archive, NewsEngine engine)
{
    private readonly NameIndex names = new(engine.Knowledge);
    private readonly EventReader events = new(archive.Sql);

    /// <summary>Events of which a report is as the query says, the latest first. They are read one by one while they are taken.</summary>
    /// <param name="limit">How many at most; 0 for all.</param>
    public IEnumerable<StoredEvent> Find(EventQuery query, int limit = 0)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (condition, values) = QuerySql.Compile(query, archive.Sql.Dialect, engine, names);
        var most = limit > 0 ? $" LIMIT {limit}" : "";
        var found = archive.Sql.Rows(
            $"SELECT DISTINCT e.id, COALESCE(e.day, ''), e.key FROM {QuerySql.Tables} WHERE e.id IS NOT NULL AND {condition} ORDER BY 2 DESC, 3{most}", r => r.GetInt64(0), [.. values]);
        return found.Select(events.Read);
    }

    /// <summary>Why the mentions of an event are one event, and why others that were like them are not, the strongest first.</summary>
    public IReadOnlyList<StoredDecision> Decisions(StoredEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        var mentions = new MentionReader(archive.Sql);
        var seen = new HashSet<(string, string)>();
        var decisions = new List<StoredDecision>();
        foreach (var mine in e.Reports)
        {
            var rows = archive.Sql.Rows(
                "SELECT first_key, second_key, score, merged, reasons FROM fusion_decision WHERE first_key = @p1 UNION SELECT first_key, second_key, score, merged, reasons FROM fusion_decision WHERE second_key = @p1",
                r => (First: r.GetString(0), Second: r.GetString(1), Score: r.GetDouble(2), Merged: r.GetInt64(3) != 0, Reasons: r.GetString(4)), mine.Key);
            foreach (var row in rows.Where(row => seen.Add((row.First, row.Second))))
            {
                var other = mentions.Read("m.key = @p1", row.First == mine.Key ? row.Second : row.First);
                decisions.AddRange(other.Select(o => new StoredDecision(row.Score, row.Merged, row.Reasons, mine, o)));
            }
        }

        return [.. decisions.OrderByDescending(d => d.Merged).ThenByDescending(d => d.Score).ThenBy(d => d.Mine.Key, StringComparer.Ordinal).ThenBy(d => d.Other.Key, StringComparer.Ordinal)];
    }

    /// <summary>How many events a query finds.</summary>
    public long Count(EventQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (condition, values) = QuerySql.Compile(query, archive.Sql.Dialect, engine, names);
        return archive.Sql.Number($"SELECT COUNT(DISTINCT e.id) FROM {QuerySql.Tables} WHERE {condition}", [.. values]);
    }
}
