namespace Isnad.Time.Dating;

/// <summary>The days among which an article's date is sought.</summary>
internal static class Timeline
{
    /// <summary>First and last year; a text of another century would be a book.</summary>
    public const int FirstYear = 1950;
    public const int LastYear = 2049;

    // News went online around the first; knowledge was written in the last. Clues carry a date beyond them all the same.
    private const int WebYear = 2002;
    private const int KnownYear = 2026;
    private const double Elsewhere = 0.05;

    private static readonly int Start = new DateOnly(FirstYear, 1, 1).DayNumber;

    public static int Length { get; } = new DateOnly(LastYear, 12, 31).DayNumber - Start + 1;

    /// <summary>Share of a day before any clue: most news that is read by machine was written for the web.</summary>
    public static double LogPrior(int index) => Day(index).Year is >= WebYear and <= KnownYear ? 0 : Math.Log(Elsewhere);

    public static DateOnly Day(int index) => DateOnly.FromDayNumber(Start + index);

    /// <summary>Index of a day; below zero or from <see cref="Length"/> on where it lies outside.</summary>
    public static int Index(DateOnly day) => day.DayNumber - Start;
}
