using System.Globalization;
using Isnad.Archive.Fusion;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>A span of days as the periods for which sums are kept, and what of it they leave to be counted.</summary>
/// <param name="Periods">The periods, none in another.</param>
/// <param name="Rest">Stretches at either end for which no sums are kept.</param>
internal sealed record PeriodCover(IReadOnlyList<string> Periods, IReadOnlyList<DayRange> Rest)
{
    /// <param name="years">The years in which there are events.</param>
    /// <param name="coarsest">How coarse a period may be, of <see cref="SumScopes"/>.</param>
    /// <param name="finest">How fine the kept periods are.</param>
    public static PeriodCover Of(QuestionSpan span, IEnumerable<int> years, int coarsest, int finest)
    {
        if (span.IsOpen && coarsest == SumScopes.AllTime)
        {
            return new([""], []);
        }

        var (periods, rest) = (new List<string>(), new List<DayRange>());
        foreach (var year in years)
        {
            Add(DayRange.Of(year.ToString("0000", CultureInfo.InvariantCulture))!.Value, SumScopes.Years);
        }

        return new(periods, rest);

        void Add(DayRange period, int grain)
        {
            var first = span.From > period.First ? span.From.Value : period.First;
            var last = span.To < period.Last ? span.To.Value : period.Last;
            if (first > last)
            {
                return;
            }

            if (grain >= coarsest && first == period.First && last == period.Last)
            {
                periods.Add(DayRange.Text(period.First)[..(grain == SumScopes.Years ? 4 : grain == SumScopes.Months ? 7 : 10)]);
            }
            else if (grain < finest)
            {
                for (var day = first; day <= last;)
                {
                    var part = grain == SumScopes.Years ? new DayRange(new(day.Year, day.Month, 1), new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month))) : new DayRange(day, day);
                    Add(part, grain + 1);
                    if (part.Last == DateOnly.MaxValue)
                    {
                        break;
                    }

                    day = part.Last.AddDays(1);
                }
            }
            else
            {
                rest.Add(new(first, last));
            }
        }
    }

    /// <summary>A condition on the event <c>e</c> that holds of what the periods leave; null where they leave nothing.</summary>
    public string? Condition(QuestionSpan span)
    {
        var parts = Rest.Select(r => $"(e.day >= '{DayRange.Text(r.First)}' AND e.day <= '{DayRange.Text(r.Last)}')").ToList();
        if (span.From is { } from)
        {
            // What began before and was not over.
            var first = DayRange.Text(from);
            parts.Add($"(e.last_day >= '{first}' AND e.last_day > e.day AND e.day < '{first}')");
        }

        return parts.Count == 0 ? null : $"({string.Join(" OR ", parts)})";
    }
}
