namespace Isnad.Time.Meaning;

/// <summary>Weekdays by ISO number.</summary>
internal static class Weekdays
{
    private static readonly string[] Names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static string English(int weekday) => Names[Math.Clamp(weekday, 1, 7) - 1];

    /// <summary>The nearest such weekday on one side of a day.</summary>
    /// <param name="step">-1 to look back, 1 to look ahead.</param>
    /// <param name="sameDay">Whether the day itself may be it.</param>
    public static DateOnly? Seek(DateOnly from, int weekday, int step, bool sameDay)
    {
        var distance = step < 0
            ? (CalendarArithmetic.IsoWeekday(from) - weekday + 7) % 7
            : (weekday - CalendarArithmetic.IsoWeekday(from) + 7) % 7;
        return CalendarArithmetic.AddDays(from, step * (distance == 0 && !sameDay ? 7 : distance));
    }
}
