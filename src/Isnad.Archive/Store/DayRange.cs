using System.Globalization;

namespace Isnad.Archive.Store;

/// <summary>First and last day of an ISO date of any precision: «2019-04» is 2019-04-01 to 2019-04-30.</summary>
public readonly record struct DayRange(DateOnly First, DateOnly Last)
{
    /// <summary>How many days it spans.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>The days of a date, or null for what is no date.</summary>
    public static DayRange? Of(string? date)
    {
        if (date is null)
        {
            return null;
        }

        if (Day(date, "yyyy-MM-dd") is { } day)
        {
            return new(day, day);
        }

        if (Day(date, "yyyy-MM") is { } month)
        {
            return new(month, month.AddMonths(1).AddDays(-1));
        }

        return Day(date, "yyyy") is { } year ? new(year, year.AddYears(1).AddDays(-1)) : null;
    }

    /// <summary>A day as the archive writes it.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string date, string format) =>
        DateOnly.TryParseExact(date, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year < 9999 ? day : null;
}
