using System.Globalization;
using Isnad.Archive.Fusion;
using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>Counts events over time: from the sums that are kept as far as they answer the query, from the events otherwise.</summary>
internal sealed class TimelineReader(NewsArchive archive, NewsEngine engine)
{
    public Timeline Read(EventQuery query, TimelineStep step)
    {
        var (rows, undated) = Rows(query, step);
        var bars = rows.GroupBy(r => First(r.Day, step)).OrderBy(g => g.Key)
            .Select(g => new TimelineBar(g.Key, Last(g.Key, step), g.Sum(r => r.Events), Types(g.Select(r => (r.Type, r.Events)))));
        return new([.. bars], undated);
    }

    private (List<(DateOnly Day, string Type, long Events)> Rows, long Undated) Rows(EventQuery query, TimelineStep step)
    {
        var grain = step switch { TimelineStep.Year => SumScopes.Years, TimelineStep.Month => SumScopes.Months, _ => SumScopes.Days };
        if (KeptQuestion.Of(query, archive, engine) is not { } kept || !kept.Keeps("type", grain))
        {
            return Count(query, null);
        }

        var sums = new KeptSums(archive.Sql);
        var cover = sums.Cover(kept, "type", grain);
        var rows = sums.ByTime(kept.Scopes, cover.Periods).ConvertAll(r => (DayRange.Of(r.Period)!.Value.First, r.Type, r.Events));
        // Without days everything is counted, and what is in no bar has no day.
        var undated = kept.Span.IsOpen ? sums.ByTime(kept.Scopes, [""]).Sum(r => r.Events) - rows.Sum(r => r.Events) : 0;
        if (cover.Condition(kept.Span) is { } rest)
        {
            rows.AddRange(Count(query, rest).Rows);
        }

        return (rows, undated);
    }

    private (List<(DateOnly Day, string Type, long Events)> Rows, long Undated) Count(EventQuery query, string? rest)
    {
        var found = FoundEvents.Of(query, archive, engine, rest);
        var rows = archive.Sql.Rows(
            $"SELECT COALESCE(e.day, ''), e.type, COUNT(*) FROM event e WHERE {found.Condition} GROUP BY 1, 2", r => (Day: r.GetString(0), Type: r.GetString(1), Events: r.GetInt64(2)), [.. found.Values]);
        return ([.. rows.Where(r => r.Day.Length > 0).Select(r => (DateOnly.ParseExact(r.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture), r.Type, r.Events))], rows.Where(r => r.Day.Length == 0).Sum(r => r.Events));
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
