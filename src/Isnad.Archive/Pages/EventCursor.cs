using System.Globalization;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>
/// Where a page of events begins: behind an event, named by what it is ordered by. What comes in meanwhile moves no page, and
/// the hundredth page costs what the first does.
/// </summary>
internal readonly record struct EventCursor(long Origins, string Day, string Key)
{
    private const char Mark = '~';

    /// <summary>As it stands in an address: <c>2024-03-13~3f0c…</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Origins}{Mark}{Day}{Mark}{Key}");

    /// <summary>A cursor as <see cref="ToString"/> wrote it; null for anything else.</summary>
    public static EventCursor? Parse(string text) =>
        text.Split(Mark) is [var origins, var day, { Length: > 0 } key] && long.TryParse(origins, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && (day.Length == 0 || DayRange.Of(day) is not null)
            ? new(number, day, key)
            : null;

    /// <summary>A cursor that a page gave; null for the first page.</summary>
    /// <exception cref="ArgumentException">It is none that a page gave.</exception>
    public static EventCursor? Of(string? after) =>
        after is null ? null : Parse(after) ?? throw new ArgumentException($"«{after}» is no cursor of a page", nameof(after));

    /// <summary>The order as SQL on the event <c>e</c>.</summary>
    public static string OrderBy(EventOrder order) => order switch
    {
        EventOrder.Earliest => "COALESCE(e.day, '') ASC, e.key DESC",
        EventOrder.MostOrigins => "e.origins DESC, COALESCE(e.day, '') DESC, e.key",
        _ => "COALESCE(e.day, '') DESC, e.key",
    };

    /// <summary>The index that has the order.</summary>
    public static string Index(EventOrder order) => order == EventOrder.MostOrigins ? "event_origins" : "event_latest";

    /// <summary>A condition that holds of the events behind this one.</summary>
    public string Behind(EventOrder order, List<object?> values)
    {
        var day = Value(values, Day);
        var key = Value(values, Key);
        const string EventDay = "COALESCE(e.day, '')";
        switch (order)
        {
            case EventOrder.Earliest:
                return $"({EventDay} >= {day} AND ({EventDay} > {day} OR e.key < {key}))";
            case EventOrder.MostOrigins:
                var origins = Value(values, Origins);
                return $"(e.origins <= {origins} AND (e.origins < {origins} OR {EventDay} < {day} OR ({EventDay} = {day} AND e.key > {key})))";
            default:
                return $"({EventDay} <= {day} AND ({EventDay} < {day} OR e.key > {key}))";
        }
    }

    /// <summary>A condition that holds of this event and those before it, and of no more than a few behind it: of its day.</summary>
    public string UpTo(EventOrder order, List<object?> values) => order switch
    {
        EventOrder.Earliest => $"COALESCE(e.day, '') <= {Value(values, Day)}",
        EventOrder.MostOrigins => $"(e.origins, COALESCE(e.day, '')) >= ({Value(values, Origins)}, {Value(values, Day)})",
        _ => $"COALESCE(e.day, '') >= {Value(values, Day)}",
    };

    private static string Value(List<object?> values, object value)
    {
        values.Add(value);
        return $"@p{values.Count}";
    }
}
