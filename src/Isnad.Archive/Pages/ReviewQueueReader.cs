using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>
/// Finds what a person should look at, the latest first. A page looks at so many events and no more, however rare those are that it
/// looks for: what it costs does not grow with the archive.
/// </summary>
internal sealed class ReviewQueueReader(Sql sql)
{
    private const int Window = 1000;

    // Below this the engine's own estimate is no better than a guess.
    private const double Doubtful = 0.5;

    private const string Reasons = """
        s.denied,
        CASE WHEN EXISTS (SELECT 1 FROM mention m JOIN count_claim c ON c.mention_id = m.id WHERE m.event_id = s.id
            GROUP BY c.what HAVING MAX(COALESCE(c.at_least, 0)) > MIN(COALESCE(c.at_most, 9000000000000000000))) THEN 1 ELSE 0 END,
        CASE WHEN EXISTS (SELECT 1 FROM mention m WHERE m.event_id = s.id AND m.confidence >= @p1) THEN 0 ELSE 1 END,
        CASE WHEN EXISTS (SELECT 1 FROM mention m WHERE m.event_id = s.id AND m.verdict IS NULL) THEN 1 ELSE 0 END
        """;

    private sealed record Row(long Id, EventCursor At, IReadOnlyList<string> Reasons, bool IsOpen);

    /// <summary>A page that begins behind a cursor.</summary>
    /// <param name="reason">Only what is there for this reason; null for any.</param>
    public ReviewQueue Read(string? reason, EventCursor? after, int size)
    {
        List<object?> values = [Doubtful];
        var behind = after is { } cursor ? $" WHERE {cursor.Behind(EventOrder.Latest, values)}" : "";
        var seen = sql.Rows(
            $"""
            WITH seen AS (SELECT e.id, e.origins, COALESCE(e.day, '') AS day, e.key, e.denied FROM event e{behind} ORDER BY {EventCursor.OrderBy(EventOrder.Latest)} LIMIT {Window})
            SELECT s.id, s.origins, s.day, s.key, {Reasons} FROM seen s ORDER BY s.day DESC, s.key
            """,
            r => new Row(r.GetInt64(0), new(r.GetInt64(1), r.GetString(2), r.GetString(3)), [.. Why(r.GetInt64(4), r.GetInt64(5), r.GetInt64(6))], r.GetInt64(7) != 0), [.. values]);
        var found = seen.Where(row => row.IsOpen && row.Reasons.Any(why => reason is null || why == reason)).ToList();
        var shown = found.Take(size).ToList();
        var next = found.Count > size ? shown[^1].At : seen.Count == Window ? seen[^1].At : (EventCursor?)null;
        var reasons = shown.ToDictionary(row => row.At.Key, row => row.Reasons, StringComparer.Ordinal);
        return new([.. new EventReader(sql).Read(shown.ConvertAll(row => row.Id)).Where(e => reasons.ContainsKey(e.Key)).Select(e => new QueuedEvent(e, reasons[e.Key]))], next?.ToString());
    }

    private static IEnumerable<string> Why(long denied, long disputed, long doubtful)
    {
        if (denied != 0)
        {
            yield return "denied";
        }

        if (disputed != 0)
        {
            yield return "disputed";
        }

        if (doubtful != 0)
        {
            yield return "doubtful";
        }
    }
}
