using System.Globalization;
using Isnad.Archive.Pages;

namespace Isnad.Web.Charts;

/// <summary>A bar of a drawn timeline.</summary>
/// <param name="X">Where it begins, from the side where reading begins.</param>
internal sealed record DrawnBar(TimelineBar Bar, double X, double Width, double Height);

/// <summary>A year or month written below the axis.</summary>
internal sealed record AxisMark(double X, string Day);

/// <summary>Where the bars of a timeline stand: time runs in the direction of reading, and stretches without events stay empty.</summary>
internal sealed class TimelineLayout
{
    public const double Width = 720;
    public const double Height = 84;
    private const int MostYears = 9;
    private const int MostDays = 4;

    public TimelineLayout(IReadOnlyList<TimelineBar> bars, TimelineStep step, bool rightToLeft)
    {
        if (bars.Count == 0)
        {
            return;
        }

        var first = Index(bars[0].First, step);
        var count = Index(bars[^1].First, step) - first + 1;
        var slot = Math.Min(Width / count, Width / 12);
        var most = bars.Max(b => b.Events);
        double Place(double x, double width) => rightToLeft ? Width - x - width : x;
        Bars = [.. bars.Select(b =>
        {
            // The square root lets a day with one event be seen beside one with a thousand.
            var height = Math.Max(3, Math.Sqrt((double)b.Events / most) * Height);
            var width = Math.Max(1, slot - Math.Min(3, slot / 4));
            return new DrawnBar(b, Place((Index(b.First, step) - first) * slot, width), width, height);
        })];
        var every = Math.Max(1, (int)Math.Ceiling((double)count / (step == TimelineStep.Year ? MostYears : MostDays)));
        Marks = [.. Enumerable.Range(0, count).Where(i => i % every == 0).Select(i => new AxisMark(Place(i * slot, slot) + (slot / 2), Day(first + i, step)))];
        Most = most;
    }

    public IReadOnlyList<DrawnBar> Bars { get; } = [];

    public IReadOnlyList<AxisMark> Marks { get; } = [];

    /// <summary>The events of the highest bar.</summary>
    public long Most { get; }

    public static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>What the axis writes for a bar: its year, its month or its day.</summary>
    public static string Day(TimelineBar bar, TimelineStep step) => Day(Index(bar.First, step), step);

    private static int Index(DateOnly day, TimelineStep step) => step switch
    {
        TimelineStep.Day => day.DayNumber,
        TimelineStep.Week => day.DayNumber / 7,
        TimelineStep.Month => (day.Year * 12) + day.Month - 1,
        _ => day.Year,
    };

    private static string Day(int index, TimelineStep step) => step switch
    {
        TimelineStep.Day => Iso(DateOnly.FromDayNumber(index)),
        TimelineStep.Week => Iso(DateOnly.FromDayNumber(index * 7)),
        TimelineStep.Month => string.Create(CultureInfo.InvariantCulture, $"{index / 12:0000}-{(index % 12) + 1:00}"),
        _ => index.ToString("0000", CultureInfo.InvariantCulture),
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
