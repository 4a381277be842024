using System.Globalization;
using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>Counts events over time: from the sums that are kept where a query asks for types alone, from the events otherwise.</summary>
internal sealed class TimelineReader(NewsArchive archive, NewsEngine engine)
{
    public Timeline Read(EventQuery query, TimelineStep step)
    {
        var found = FoundEvents.Of(query, archive, engine);
        var question = found.Types is null
            ? $"SELECT COALESCE(e.day, ''), e.type, COUNT(*) FROM event e WHERE {found.Condition} GROUP BY 1, 2"
            : $"SELECT day, type, CAST(SUM(events) AS BIGINT) FROM sum_day WHERE {found.OfTypes} GROUP BY day, type HAVING SUM(events) > 0";
        var rows = archive.Sql.Rows(question, r => (Day: r.GetString(0), Type: r.GetString(1), Events: r.GetInt64(2)), [.. found.Values]);
        var bars = rows.Where(r => r.Day.Length > 0)
            .GroupBy(r => First(DateOnly.ParseExact(r.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture), step)).OrderBy(g => g.Key)
            .Select(g => new TimelineBar(g.Key, Last(g.Key, step), g.Sum(r => r.Events), Types(g.Select(r => (r.Type, r.Events)))));
        return new([.. bars], rows.Where(r => r.Day.Length == 0).Sum(r => r.Events));
    }

    private static SortedDictionary<string, long> Types(IEnumerable<(string Type, long Events)> rows)
    {
        var types = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (type, events) in rows)
        {
            types[type] = types.GetValueOrDefault(type) + events;
        }

        return types;
    }

    private static DateOnly First(DateOnly day, TimelineStep step) => step switch
    {
        TimelineStep.Day => day,
        // The calendar begins with a Monday.
        TimelineStep.Week => DateOnly.FromDayNumber(day.DayNumber - (day.DayNumber % 7)),
        TimelineStep.Month => new(day.Year, day.Month, 1),
        _ => new(day.Year, 1, 1),
    };

    private static DateOnly Last(DateOnly first, TimelineStep step) => step switch
    {
        TimelineStep.Day => first,
        TimelineStep.Week => first.AddDays(6),
        TimelineStep.Month => first.AddMonths(1).AddDays(-1),
        _ => first.AddYears(1).AddDays(-1),
    };
}
