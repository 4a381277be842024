using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>
/// Lists events. What a query finds often is met soon when events are looked at in their order; what it finds seldom is searched
/// for. So a few thousand are looked at first, then more where that may help, and where they do not fill a page everything is searched.
/// </summary>
internal sealed class EventListReader(NewsArchive archive, NewsEngine engine)
{
    private const int LooksAt = 3000;
    private const int LooksAtMost = 300_000;

    public EventPage Read(EventQuery query, EventOrder order, string? after, int size)
    {
        var cursor = EventCursor.Of(after);
        var rows = Look(query, order, cursor, size, LooksAt);
        for (var looks = LooksAt * 10L; rows.Count <= size && looks <= LooksAtMost && (rows.Count > 0 || !IsSeldom(query.Root)); looks *= 10)
        {
            rows = Look(query, order, cursor, size, looks);
        }

        rows = rows.Count > size ? rows : Search(query, order, cursor, size);
        var shown = rows.Take(size).ToList();
        return new([.. new EventReader(archive.Sql).Read(shown.ConvertAll(e => e.Id))], rows.Count > size ? shown[^1].At.ToString() : null);
    }

    // Words and names are in few articles, and searching finds these at once; codes, numbers and outlets are in many.
    private static bool IsSeldom(QueryNode node) => node switch
    {
        QueryNode.Words => true,
        QueryNode.Field { Name.Name: not "outlet", Name.Value: QueryValue.Name } field => !field.Values.All(value => value.Length == 3 && value.All(char.IsAsciiLetterUpper)),
        QueryNode.All all => all.Of.Any(IsSeldom),
        QueryNode.Any any => any.Of.All(IsSeldom),
        _ => false,
    };

    private List<(long Id, EventCursor At)> Look(EventQuery query, EventOrder order, EventCursor? cursor, int size, long looksAt)
    {
        var (condition, known) = FoundEvents.Looking(query, archive, engine);
        List<object?> values = [.. known];
        var begin = new List<string> { cursor?.Behind(order, values) ?? "TRUE" };
        // Where the days are known, those behind them need not be looked at.
        var span = QuestionSpan.Of(query.Root);
        if (order == EventOrder.Latest && span.To is { } to)
        {
            values.Add(DayRange.Text(to));
            begin.Add($"COALESCE(e.day, '') <= @p{values.Count}");
        }

        return Rows(
            $"SELECT e.id, e.origins, COALESCE(e.day, ''), e.key FROM (SELECT * FROM event e WHERE {string.Join(" AND ", begin)} ORDER BY {EventCursor.OrderBy(order)} LIMIT {looksAt}) AS e WHERE {condition}", order, size, values);
    }

    private List<(long Id, EventCursor At)> Search(EventQuery query, EventOrder order, EventCursor? cursor, int size)
    {
        var found = FoundEvents.Of(query, archive, engine);
        List<object?> values = [.. found.Values];
        var behind = cursor is null ? "" : $" AND {cursor.Value.Behind(order, values)}";
        return Rows($"SELECT e.id, e.origins, COALESCE(e.day, ''), e.key FROM event e WHERE {found.Condition}{behind}", order, size, values);
    }

    private List<(long Id, EventCursor At)> Rows(string question, EventOrder order, int size, List<object?> values) => archive.Sql.Rows(
        $"{question} ORDER BY {EventCursor.OrderBy(order)} LIMIT {size + 1L}",
        r => (r.GetInt64(0), new EventCursor(r.GetInt64(1), r.GetString(2), r.GetString(3))), [.. values]);
}
