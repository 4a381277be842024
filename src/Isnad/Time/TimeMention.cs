using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Time;

/// <summary>TIMEX3 types.</summary>
public enum TimeType
{
    Date,
    Time,
    Duration,
    Set,
}

/// <summary>How finely an expression points.</summary>
public enum Granularity
{
    /// <summary>It does not point at the calendar: a duration, a set, «حالياً», or an invalid date.</summary>
    None,
    Century,
    Decade,
    Year,
    HalfYear,
    Quarter,
    Season,
    Month,
    Week,
    Day,
    DayPart,
    Minute,
}

/// <summary>The calendar an expression is written in; values are always Gregorian.</summary>
public enum TimeCalendar
{
    Gregorian,
    Hijri,
    Iranian,
}

/// <summary>A temporal expression and what it means.</summary>
/// <param name="Span">With its modifier («الشهر المقبل»), without a preposition.</param>
/// <param name="Value">
/// TIMEX3 value: «2019-04», «2019-03-22TEV», «P3D», «PRESENT_REF». What the text leaves open is X («XXXX-04-08» without a
/// publication date); «REF-1D» is a day before an unknown publication date, «ANCHOR+1D» one after an unknown day of the
/// narrative; an impossible date («31 نيسان») is «XXXX-XX-XX».
/// </param>
/// <param name="Earliest">First day it can mean, where it is anchored.</param>
/// <param name="Latest">Last day it can mean, inclusive.</param>
public sealed record TimeMention(TextSpan Span, TimeType Type, string Value, DateOnly? Earliest, DateOnly? Latest, IReadOnlyList<Evidence> Because)
{
    public Granularity Granularity { get; init; }

    public TimeCalendar Calendar { get; init; }

    /// <summary>What is wrong with the expression, such as a 31st of April; null where nothing is.</summary>
    public string? Problem { get; init; }
}
