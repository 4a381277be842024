using Isnad.Archive.Pages;
using Isnad.Archive.Query;

namespace Isnad.Web.Pages;

/// <summary>Chooses how wide the bars of a timeline are, so that a week shows its days and a century its years.</summary>
internal static class Timelines
{
    private const int DaysAsDays = 92;
    private const int DaysAsWeeks = 700;
    private const int DaysAsMonths = 4400;

    public static (Timeline Timeline, TimelineStep Step) Of(ArchivePages pages, EventQuery query)
    {
        var months = pages.Timeline(query, TimelineStep.Month);
        var step = months.Bars.Count == 0 ? TimelineStep.Month : Step(months.Bars[0].First, months.Bars[^1].Last);
        return (step == TimelineStep.Month ? months : pages.Timeline(query, step), step);
    }

    /// <summary>How wide bars are between two days.</summary>
    public static TimelineStep Step(DateOnly first, DateOnly last) => (last.DayNumber - first.DayNumber) switch
    {
        <= DaysAsDays => TimelineStep.Day,
        <= DaysAsWeeks => TimelineStep.Week,
        <= DaysAsMonths => TimelineStep.Month,
        _ => TimelineStep.Year,
    };
}
