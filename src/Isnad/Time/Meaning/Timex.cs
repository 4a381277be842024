using System.Globalization;

namespace Isnad.Time.Meaning;

/// <summary>Builds values: a TIMEX3 string with the first and last day it covers.</summary>
internal static class Timex
{
    public static TimeValue Day(DateOnly day) => new(TimeType.Date, Iso(day), day, day, Granularity.Day);

    public static TimeValue Month(int year, int month) => year is < 1 or > 9999
        ? TimeValue.Invalid($"no year {year}")
        : new(TimeType.Date, $"{year:0000}-{month:00}", new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)), Granularity.Month);

    public static TimeValue Year(int year) => year is < 1 or > 9999
        ? TimeValue.Invalid($"no year {year}")
        : new(TimeType.Date, $"{year:0000}", new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), Granularity.Year);

    public static TimeValue Week(DateOnly day)
    {
        var time = day.ToDateTime(default);
        var monday = CalendarArithmetic.Monday(day);
        return new(TimeType.Date, $"{ISOWeek.GetYear(time):0000}-W{ISOWeek.GetWeekOfYear(time):00}", monday, monday is { } first ? CalendarArithmetic.AddDays(first, 6) : null, Granularity.Week);
    }

    /// <summary>The ten years of which one is given: 1990s → «199».</summary>
    public static TimeValue Decade(int year) => year is < 10 or > 9989
        ? TimeValue.Invalid($"no decade of {year}")
        : new(TimeType.Date, $"{year / 10:000}", new DateOnly(year / 10 * 10, 1, 1), new DateOnly((year / 10 * 10) + 9, 12, 31), Granularity.Decade);

    /// <summary>The twentieth century → «19».</summary>
    public static TimeValue Century(int ordinal) => ordinal is < 1 or > 99
        ? TimeValue.Invalid($"no century {ordinal}")
        : new(TimeType.Date, $"{ordinal - 1:00}", new DateOnly(Math.Max(1, (ordinal - 1) * 100), 1, 1), new DateOnly(((ordinal - 1) * 100) + 99, 12, 31), Granularity.Century);

    /// <summary>«2015-Q1», «2015-H2», «2011-SP».</summary>
    public static TimeValue PartOfYear(int year, string part)
    {
        if (year is < 1 or > 9998)
        {
            return TimeValue.Invalid($"no year {year}");
        }

        var (first, months, granularity) = part switch
        {
            ['Q', var q] => (((q - '1') * 3) + 1, 3, Granularity.Quarter),
            ['H', var h] => (((h - '1') * 6) + 1, 6, Granularity.HalfYear),
            "SP" => (3, 3, Granularity.Season),
            "SU" => (6, 3, Granularity.Season),
            "FA" => (9, 3, Granularity.Season),
            _ => (12, 3, Granularity.Season),
        };
        var start = new DateOnly(year, first, 1);
        return new(TimeType.Date, $"{year:0000}-{part}", start, start.AddMonths(months).AddDays(-1), granularity);
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The value of a whole unit around a day.</summary>
    public static TimeValue Around(DateOnly day, string unit) => unit switch
    {
        "D" => Day(day),
        "W" => Week(day),
        "M" => Month(day.Year, day.Month),
        "Y" => Year(day.Year),
        "DE" => Decade(day.Year),
        "CE" => Century(((day.Year - 1) / 100) + 1),
        "Q" => PartOfYear(day.Year, $"Q{((day.Month - 1) / 3) + 1}"),
        _ => Day(day),
    };

    /// <summary>A day some units away, or null outside the calendar.</summary>
    public static DateOnly? Move(DateOnly day, long amount, string unit) => unit switch
    {
        "D" => CalendarArithmetic.AddDays(day, amount),
        "W" => CalendarArithmetic.AddDays(day, amount * 7),
        "M" => CalendarArithmetic.AddMonths(day, amount),
        "Q" => CalendarArithmetic.AddMonths(day, amount * 3),
        "Y" => CalendarArithmetic.AddMonths(day, amount * 12),
        "DE" => CalendarArithmetic.AddMonths(day, amount * 120),
        "CE" => CalendarArithmetic.AddMonths(day, amount * 1200),
        _ => day,
    };
}
