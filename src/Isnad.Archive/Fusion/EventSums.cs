using Isnad.Archive.Store;

namespace Isnad.Archive.Fusion;

/// <summary>Keeps the sums over events true, in the transaction that adds or removes an event.</summary>
internal sealed class EventSums(Sql sql)
{
    /// <summary>Counts an event that was stored.</summary>
    public void Add(long id) => Sum(id, 1);

    /// <summary>Takes an event away; its mentions stay and are to be fused again.</summary>
    public void Remove(long id)
    {
        Sum(id, -1);
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

    private void Sum(long id, int change)
    {
        var (type, day, place, country) = sql.Rows(
            "SELECT e.type, COALESCE(e.day, ''), e.place_id, COALESCE(pl.country, '') FROM event e LEFT JOIN place pl ON pl.id = e.place_id WHERE e.id = @p1",
            r => (r.GetString(0), r.GetString(1), r.IsDBNull(2) ? (long?)null : r.GetInt64(2), r.GetString(3)), id)[0];
        Change("sum_day (day, type, country, events) VALUES (@p1, @p2, @p3, @p4) ON CONFLICT (day, type, country)", "sum_day", change, day, type, country);
        if (place is { } at)
        {
            Change("sum_place (day, place_id, type, events) VALUES (@p1, @p2, @p3, @p4) ON CONFLICT (day, place_id, type)", "sum_place", change, day, at, type);
        }

        foreach (var (actor, target) in Dyads(id))
        {
            Change("sum_dyad (month, actor, target, type, events) VALUES (@p1, @p2, @p3, @p4, @p5) ON CONFLICT (month, actor, target, type)", "sum_dyad", change, day.Length >= 7 ? day[..7] : "", actor, target, type);
        }
    }

    private void Change(string insert, string table, int change, params ReadOnlySpan<object?> key)
    {
        object?[] values = [.. key, change];
        sql.Run($"INSERT INTO {insert} DO UPDATE SET events = {table}.events + excluded.events", values);
    }

    // «RUS MIL» did something to «SYR CVL»: each pair once per event, however many articles name it.
    private List<(string Actor, string Target)> Dyads(long id) => sql.Rows(
        """
        SELECT DISTINCT TRIM(COALESCE(p.country, '') || ' ' || COALESCE(p.sector, '')), TRIM(COALESCE(q.country, '') || ' ' || COALESCE(q.sector, ''))
        FROM mention m JOIN participant x ON x.mention_id = m.id AND x.role = 'actor' JOIN party p ON p.id = x.party_id
        JOIN participant y ON y.mention_id = m.id AND y.role = 'target' JOIN party q ON q.id = y.party_id
        WHERE m.event_id = @p1 ORDER BY 1, 2
        """, r => (r.GetString(0), r.GetString(1)), id);
}
