using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>Looks at events one after the other, in the order of a list and within the days of its query.</summary>
internal sealed class EventLook(NewsArchive archive, NewsEngine engine, EventQuery query, EventOrder order, EventCursor? cursor, int size)
{
    private const string Day = "COALESCE(e.day, '')";
    private readonly QuestionSpan span = order == EventOrder.MostOrigins ? default : QuestionSpan.Of(query.Root);

    /// <summary>What so many events give, or a few more, and whether there are no more that could be found.</summary>
    public (List<(long Id, EventCursor At)> Rows, bool IsWhole) At(long looksAt)
    {
        var (condition, values) = Looking();
        var begin = new List<string> { cursor?.Behind(order, values) ?? "TRUE" };
        begin.AddRange(Bounds(values));
        var last = Last($"{string.Join(" AND ", begin)} ORDER BY {EventCursor.OrderBy(order)} LIMIT 1 OFFSET {looksAt - 1}", values);
        begin.Add(last?.UpTo(order, values) ?? "TRUE");
        var walk = archive.Sql.Dialect.Walk(string.Join(" AND ", begin), EventCursor.OrderBy(order), EventCursor.Index(order));
        var rows = Ask($"SELECT e.id, e.origins, {Day}, e.key FROM {walk} AND {condition}", values);
        var before = order == EventOrder.Earliest ? Longer() : [];
        if (rows.Count + before.Count > size)
        {
            return ([.. before, .. rows], false);
        }

        return ([.. before, .. rows, .. last is null && order == EventOrder.Latest ? Longer() : []], last is null);
    }

    /// <summary>What a search finds.</summary>
    public List<(long Id, EventCursor At)> Search(string condition, IReadOnlyList<object?> known)
    {
        List<object?> values = [.. known];
        var behind = cursor is null ? "" : $" AND {cursor.Value.Behind(order, values)}";
        return Ask($"SELECT e.id, e.origins, {Day}, e.key FROM event e WHERE {condition}{behind}", values);
    }

    // The last of the events to be looked at; null where there are fewer.
    private EventCursor? Last(string search, List<object?> values) =>
        archive.Sql.Rows($"SELECT e.origins, {Day}, e.key FROM event e WHERE {search}", r => (EventCursor?)new EventCursor(r.GetInt64(0), r.GetString(1), r.GetString(2)), [.. values]).FirstOrDefault();

    // What began before the first day and was not over then: few, found by an index, and none of them among those within the days.
    private List<(long Id, EventCursor At)> Longer()
    {
        if (span.From is not { } from)
        {
            return [];
        }

        var (condition, values) = Looking();
        values.Add(DayRange.Text(from));
        var first = $"@p{values.Count}";
        return Search($"e.last_day > e.day AND e.last_day >= {first} AND e.day < {first} AND {condition}", values);
    }

    private IEnumerable<string> Bounds(List<object?> values)
    {
        foreach (var (day, comparison) in new[] { (span.From, ">="), (span.To, "<=") })
        {
            if (day is { } known)
            {
                values.Add(DayRange.Text(known));
                yield return $"{Day} {comparison} @p{values.Count}";
            }
        }
    }

    private (string Condition, List<object?> Values) Looking()
    {
        var (condition, values) = FoundEvents.Looking(query, archive, engine);
        return (condition, [.. values]);
    }

    private List<(long Id, EventCursor At)> Ask(string question, List<object?> values) => archive.Sql.Rows(
        $"{question} ORDER BY {EventCursor.OrderBy(order)} LIMIT {size + 1L}",
        r => (r.GetInt64(0), new EventCursor(r.GetInt64(1), r.GetString(2), r.GetString(3))), [.. values]);
}
