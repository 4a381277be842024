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

    /// <summary>The class of a distance, 0 to <see cref="Count"/>.</summary>
    public static byte Of(ClueUnit unit, int distance)
    {
        var edges = unit switch { ClueUnit.Day => Days, ClueUnit.Month => Months, _ => Years };
        var size = Math.Abs((long)distance);
        var bin = edges.Length - 1;
        while (edges[bin] > size)
        {
            bin--;
        }

        return (byte)(distance < 0 ? Middle - bin : Middle + bin);
    }

    /// <summary>The class of a day seen from a stretch of days: its middle one inside, else by the distance to the nearer end.</summary>
    public static byte Around(ClueUnit unit, int first, int last, int day)
    {
        var days = day > last ? day - last : day < first ? day - first : 0;
        return Of(unit, unit == ClueUnit.Day ? days : Whole(days, unit == ClueUnit.Month ? 30.44 : 365.25));
    }

    // Any part of a month away is one month away.
    private static int Whole(int days, double length) => Math.Sign(days) * (int)Math.Ceiling(Math.Abs(days) / length);
}
