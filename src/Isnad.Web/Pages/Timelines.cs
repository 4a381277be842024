using Isnad.Archive.Pages;
using Isnad.Archive.Query;

namespace Isnad.Web.Pages;

/// <summary>A timeline as a page shows it.</summary>
/// <param name="Bars">The span in which nearly all events lie, as bars.</param>
/// <param name="Earlier">Events before it: an article on today's news may tell of the year 79.</param>
/// <param name="Later">Events after it.</param>
/// <param name="Undated">Events without any day.</param>
public sealed record ShownTimeline(IReadOnlyList<TimelineBar> Bars, TimelineStep Step, long Earlier, long Later, long Undated)
{
    /// <summary>All events, shown or not.</summary>
    internal long Events => Bars.Sum(b => b.Events) + Earlier + Later + Undated;

    public static ShownTimeline Empty { get; } = new([], TimelineStep.Month, 0, 0, 0);
}

/// <summary>Chooses which span a timeline shows and how wide its bars are: a week shows its days, a century its years.</summary>
internal static class Timelines
{
    private const int DaysAsDays = 92;
    private const int DaysAsWeeks = 700;
    private const int DaysAsMonths = 4400;

    // Of few events none is left out; of many, one in two hundred at either end.
    private const int FewEvents = 100;
    private const int PartLeftOut = 200;

    public static ShownTimeline Of(ArchivePages pages, EventQuery query)
    {
        var months = pages.Timeline(query, TimelineStep.Month);
        if (months.Bars.Count == 0)
        {
            return ShownTimeline.Empty with { Undated = months.Undated };
        }

        var (first, last) = Span(months.Bars);
        var step = Step(first, last);
        return Within(step == TimelineStep.Month ? months : pages.Timeline(query, step), step, first, last);
    }

    /// <summary>The days between which nearly all events lie.</summary>
    /// <param name="months">Bars of months, in order.</param>
    public static (DateOnly First, DateOnly Last) Span(IReadOnlyList<TimelineBar> months)
    {
        var total = months.Sum(m => m.Events);
        var spare = total < FewEvents ? 0 : total / PartLeftOut;
        return (Behind(months, spare).First, Behind(months.Reverse(), spare).Last);
    }

    /// <summary>How wide bars are between two days.</summary>
    public static TimelineStep Step(DateOnly first, DateOnly last) => (last.DayNumber - first.DayNumber) switch
    {
        <= DaysAsDays => TimelineStep.Day,
        <= DaysAsWeeks => TimelineStep.Week,
        <= DaysAsMonths => TimelineStep.Month,
        _ => TimelineStep.Year,
    };

    /// <summary>The bars between two days, and how many events lie beyond.</summary>
    public static ShownTimeline Within(Timeline timeline, TimelineStep step, DateOnly first, DateOnly last) => new(
        [.. timeline.Bars.Where(b => b.Last >= first && b.First <= last)], step,
        timeline.Bars.Where(b => b.Last < first).Sum(b => b.Events), timeline.Bars.Where(b => b.First > last).Sum(b => b.Events), timeline.Undated);

    private static TimelineBar Behind(IEnumerable<TimelineBar> bars, long spare)
    {
        var passed = 0L;
        return bars.First(b => (passed += b.Events) > spare);
    }
}
