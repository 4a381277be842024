namespace Isnad.Time.Dating;

/// <summary>The days among which an article's date is sought.</summary>
internal static class Timeline
{
    /// <summary>First and last year; a text of another century would be a book.</summary>
    public const int FirstYear = 1950;
    public const int LastYear = 2049;

    private static readonly int Start = new DateOnly(FirstYear, 1, 1).DayNumber;

    public static int Length { get; } = new DateOnly(LastYear, 12, 31).DayNumber - Start + 1;

    public static DateOnly Day(int index) => DateOnly.FromDayNumber(Start + index);

    /// <summary>Index of a day; below zero or from <see cref="Length"/> on where it lies outside.</summary>
    public static int Index(DateOnly day) => day.DayNumber - Start;
}
