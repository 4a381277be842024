using System.Globalization;

namespace Isnad.Time.Meaning;

/// <summary>Day arithmetic that never leaves the range of <see cref="DateOnly"/>, and conversion between calendars.</summary>
internal static class CalendarArithmetic
{
    private static readonly UmAlQuraCalendar UmAlQura = new();
    private static readonly HijriCalendar Tabular = new();
    private static readonly PersianCalendar Persian = new();

    /// <summary>A day of a calendar as a Gregorian day, or null where there is no such day.</summary>
    public static DateOnly? Day(TimeCalendar calendar, int year, int month, int day)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1)
        {
            return null;
        }

        var system = System(calendar, year);
        if (system is null)
        {
            return day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
        }

        return year <= system.GetYear(system.MaxSupportedDateTime) - 1 && year > system.GetYear(system.MinSupportedDateTime) && day <= system.GetDaysInMonth(year, month)
            ? DateOnly.FromDateTime(system.ToDateTime(year, month, day, 0, 0, 0, 0))
            : null;
    }

    public static int DaysInMonth(TimeCalendar calendar, int year, int month) =>
        Enumerable.Range(28, 4).LastOrDefault(day => Day(calendar, year, month, day) is not null, 0);

    /// <summary>Year and month of a calendar on a Gregorian day.</summary>
    public static (int Year, int Month) YearAndMonth(TimeCalendar calendar, DateOnly day)
    {
        var time = day.ToDateTime(default);
        Calendar? system = calendar switch { TimeCalendar.Hijri => UmAlQura, TimeCalendar.Iranian => Persian, _ => null };
        if (calendar == TimeCalendar.Hijri && (time < UmAlQura.MinSupportedDateTime || time > UmAlQura.MaxSupportedDateTime))
        {
            system = Tabular;
        }

        return system is null || time < system.MinSupportedDateTime || time > system.MaxSupportedDateTime
            ? (day.Year, day.Month)
            : (system.GetYear(time), system.GetMonth(time));
    }

    public static DateOnly? AddDays(DateOnly day, long days) =>
        day.DayNumber + days is var number && number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;

    public static DateOnly? AddMonths(DateOnly day, long months)
    {
        var index = (day.Year * 12L) + day.Month - 1 + months;
        return index is >= 12 and < 10000 * 12 ? new DateOnly((int)(index / 12), (int)(index % 12) + 1, Math.Min(day.Day, DateTime.DaysInMonth((int)(index / 12), (int)(index % 12) + 1))) : null;
    }

    /// <summary>Monday of the week that a day is in.</summary>
    public static DateOnly? Monday(DateOnly day) => AddDays(day, -(IsoWeekday(day) - 1));

    public static int IsoWeekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    // Umm al-Qura is the civil calendar of the Gulf and known for 1318 to 1500; outside it the tabular calendar serves.
    private static Calendar? System(TimeCalendar calendar, int year) => calendar switch
    {
        TimeCalendar.Hijri => year is >= 1319 and <= 1499 ? UmAlQura : Tabular,
        TimeCalendar.Iranian => Persian,
        _ => null,
    };
}
