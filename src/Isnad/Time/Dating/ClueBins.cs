namespace Isnad.Time.Dating;

/// <summary>What a distance between a clue and a day is counted in.</summary>
internal enum ClueUnit
{
    Day,
    Month,
    Year,
}

/// <summary>
/// Distances from a clue to a day, in classes that widen with the distance: that an article names a day of nine years ago
/// says as much as one of eight. Positive where the day comes after what the clue names.
/// </summary>
internal static class ClueBins
{
    // Lower edges of the classes on one side.
    private static readonly int[] Days = [0, 1, 2, 3, 5, 8, 15, 31, 61, 92, 183, 366, 731, 1096, 1827, 3653, 7305];
    private static readonly int[] Months = [0, 1, 2, 3, 4, 6, 9, 12, 13, 18, 24, 36, 60, 120, 240];
    private static readonly int[] Years = [0, 1, 2, 3, 4, 5, 6, 8, 11, 16, 21, 31];

    /// <summary>Number of classes, and the index of the middle one.</summary>
    public const int Count = 35;
    public const int Middle = 17;

    // By number of days; every day of the timeline is looked up for every clue.
    private static readonly byte[] DaysAway = Table(Days, 1);
    private static readonly byte[] MonthsAway = Table(Months, 30.44);
    private static readonly byte[] YearsAway = Table(Years, 365.25);

    /// <summary>The class of a day seen from a stretch of days: the middle one inside, else by the distance to the nearer end.</summary>
    public static byte Around(ClueUnit unit, int first, int last, int day)
    {
        var table = unit switch { ClueUnit.Day => DaysAway, ClueUnit.Month => MonthsAway, _ => YearsAway };
        return day > last ? (byte)(Middle + table[Math.Min(day - last, table.Length - 1)])
            : day < first ? (byte)(Middle - table[Math.Min(first - day, table.Length - 1)])
            : (byte)Middle;
    }

    // Any part of a month away is one month away.
    private static byte[] Table(int[] edges, double length)
    {
        var table = new byte[(int)(edges[^1] * length) + 2];
        for (var days = 0; days < table.Length; days++)
        {
            var whole = (int)Math.Ceiling(days / length);
            table[days] = (byte)Array.FindLastIndex(edges, edge => edge <= whole);
        }

        return table;
    }
}
