using Isnad.Reading;
using Isnad.Time.Meaning;

namespace Isnad.Time.Dating;

/// <summary>
/// Something in the text that makes some days of writing likelier than others. Its kind names how it was said
/// («day.bare.past.lead»); how far such a clue lies from the day of writing was learned by kind (docs/dating.md).
/// </summary>
internal abstract record DateClue(string Kind, Evidence Evidence)
{
    /// <summary>How much it counts beside others like it, 0 to 1.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The class of every day of the timeline as seen from the clue.</summary>
    public abstract void Fill(Span<byte> bins);
}

/// <summary>A known stretch of days: «14 تموز 2015», «عام 2008», the term of an office.</summary>
internal sealed record StretchClue(string Kind, Evidence Evidence, ClueUnit Unit, DateOnly First, DateOnly Last) : DateClue(Kind, Evidence)
{
    public override void Fill(Span<byte> bins)
    {
        var (first, last) = (Timeline.Index(First), Timeline.Index(Last));
        for (var day = 0; day < bins.Length; day++)
        {
            bins[day] = ClueBins.Around(Unit, first, last, day);
        }
    }
}

/// <summary>«اليوم الأحد»: the weekday of the day of writing.</summary>
internal sealed record WeekdayClue(string Kind, Evidence Evidence, int Weekday) : DateClue(Kind, Evidence)
{
    public override void Fill(Span<byte> bins)
    {
        var first = CalendarArithmetic.IsoWeekday(Timeline.Day(0)) - Weekday;
        for (var day = 0; day < bins.Length; day++)
        {
            bins[day] = (byte)(ClueBins.Middle + ((first + day + 7) % 7));
        }
    }
}

/// <summary>
/// A day or month that returns every year: «8 نيسان»، «مارس المقبل»، «شهر رمضان». A weekday beside it leaves only some
/// of the years: «الثلاثاء 5 نيسان».
/// </summary>
/// <param name="Side">-1: the last one before the day of writing; 1: the next one after it; 0: the nearest.</param>
internal sealed record RecurringClue(string Kind, Evidence Evidence, ClueUnit Unit, CalendarPoint Point, int Side) : DateClue(Kind, Evidence)
{
    public override void Fill(Span<byte> bins)
    {
        var occurrences = Occurrences();
        var next = 0;
        for (var day = 0; day < bins.Length; day++)
        {
            while (next < occurrences.Count && occurrences[next].Last < day)
            {
                next++;
            }

            bins[day] = Bin(occurrences, next, day);
        }
    }

    /// <summary>The class of a day; the occurrence at <paramref name="next"/> is the first not over on it.</summary>
    private byte Bin(List<(int First, int Last)> occurrences, int next, int day)
    {
        var before = next > 0 ? ClueBins.Around(Unit, occurrences[next - 1].First, occurrences[next - 1].Last, day) : (byte)(ClueBins.Count - 1);
        // The month that runs is neither the last nor the next one.
        var ahead = Side > 0 && next < occurrences.Count && occurrences[next].First <= day ? next + 1 : next;
        var after = ahead < occurrences.Count ? ClueBins.Around(Unit, occurrences[ahead].First, occurrences[ahead].Last, day) : (byte)0;
        if (Side != 0)
        {
            return Side < 0 ? before : after;
        }

        return Distance(occurrences, next - 1, day) < Distance(occurrences, next, day) ? before : after;
    }

    private static int Distance(List<(int First, int Last)> occurrences, int index, int day) =>
        index < 0 || index >= occurrences.Count ? int.MaxValue
        : Math.Max(0, Math.Max(occurrences[index].First - day, day - occurrences[index].Last));

    private List<(int First, int Last)> Occurrences()
    {
        var (from, _) = CalendarArithmetic.YearAndMonth(Point.Calendar, Timeline.Day(0));
        var (to, _) = CalendarArithmetic.YearAndMonth(Point.Calendar, Timeline.Day(Timeline.Length - 1));
        var found = new List<(int, int)>();
        for (var year = from - 1; year <= to + 1; year++)
        {
            var value = (Point with { Year = year }).Resolve(new(null, null, Direction.Unknown));
            if (value is { Earliest: { } first, Latest: { } last, Problem: null, Warning: null })
            {
                found.Add((Timeline.Index(first), Timeline.Index(last)));
            }
        }

        return found;
    }
}
