using Isnad.Archive.Store;

namespace Isnad.Archive.Fusion;

/// <summary>Keeps the sums over events true: what a transaction adds and removes is gathered and written before it ends.</summary>
internal sealed class EventSums(Sql sql)
{
    private const int EventsAtOnce = 2000;

    // What recurs is written once, so many changes are gathered; each takes some forty bytes.
    private const int MostChanges = 12_000_000;
    private readonly SumChanges changes = new();

    /// <summary>Counts an event that was stored.</summary>
    public void Add(long id) => Count(id, id, 1);

    /// <summary>Takes an event away; its mentions stay and are to be fused again.</summary>
    public void Remove(long id)
    {
        Count(id, id, -1);
        sql.Run("UPDATE mention SET event_id = NULL WHERE event_id = @p1", id);
        sql.Run("DELETE FROM event WHERE id = @p1", id);
    }

    /// <summary>Takes away the events that an article tells of.</summary>
    public void RemoveOf(long article)
    {
        foreach (var id in sql.Rows("SELECT DISTINCT event_id FROM mention WHERE article_id = @p1 AND event_id IS NOT NULL", r => r.GetInt64(0), article))
        {
            Remove(id);
        }
    }

    /// <summary>Counts everything anew, inside the open transaction.</summary>
    /// <param name="eventsAtOnce">How many events are read at a time.</param>
    /// <param name="mostChanges">How many sums are kept in memory before they are written.</param>
    public void Recount(int eventsAtOnce = EventsAtOnce, int mostChanges = MostChanges)
    {
        sql.Run("DELETE FROM sum_facet");
        var isFirst = true;
        var last = sql.Number("SELECT COALESCE(MAX(id), 0) FROM event");
        for (var from = 1L; from <= last; from += eventsAtOnce)
        {
            Count(from, from + eventsAtOnce - 1, 1);
            if (changes.Count > mostChanges)
            {
                changes.Write(sql, isFirst);
                isFirst = false;
            }
        }

        changes.Write(sql, isFirst);
    }

    /// <summary>Writes what has changed, before the transaction ends.</summary>
    public void Write() => changes.Write(sql);

    /// <summary>Forgets what has changed, where the transaction is undone.</summary>
    public void Forget() => changes.Clear();

    private void Count(long first, long last, int change)
    {
        var parties = sql.Rows(
            """
            SELECT x.mention_id, x.role, p.id, p.country, p.sector, p.known FROM mention m JOIN participant x ON x.mention_id = m.id JOIN party p ON p.id = x.party_id
            WHERE m.event_id >= @p1 AND m.event_id <= @p2
            """,
            r => (Of: r.GetInt64(0), Party: new ToldParty(r.GetString(1), r.GetInt64(2), Text(r, 3), Text(r, 4), Text(r, 5))), first, last).ToLookup(p => p.Of, p => p.Party);
        var reports = sql.Rows(
            """
            SELECT m.event_id, m.id, m.status, a.outlet, m.key, pl.id, pl.country, pl.folded FROM mention m JOIN article a ON a.id = m.article_id LEFT JOIN place pl ON pl.id = m.place_id
            WHERE m.event_id >= @p1 AND m.event_id <= @p2
            """,
            r => (Of: r.GetInt64(0), Key: r.GetString(4), Report: new ToldReport(r.GetString(2), Text(r, 3), false, r.IsDBNull(5) ? null : new ToldPlace(r.GetInt64(5), Text(r, 6), r.GetString(7)), [.. parties[r.GetInt64(1)]])),
            first, last).ToLookup(r => r.Of);
        foreach (var e in sql.Rows(
            "SELECT id, type, day, date, place_id, outlets, key FROM event WHERE id >= @p1 AND id <= @p2",
            r => new ToldEvent(
                r.GetString(1), Text(r, 2), Text(r, 3) is { Length: 4 }, r.IsDBNull(4) ? null : r.GetInt64(4), r.GetInt64(5),
                [.. reports[r.GetInt64(0)].Select(t => t.Report with { IsFirst = t.Key == r.GetString(6) })]),
            first, last))
        {
            changes.Add(e, change);
        }
    }

    private static string? Text(System.Data.Common.DbDataReader r, int at) => r.IsDBNull(at) ? null : r.GetString(at);
}
