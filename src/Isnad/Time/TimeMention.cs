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

/// <summary>A temporal expression and what it means.</summary>
/// <param name="Span">With its modifier («الشهر المقبل»), without a preposition.</param>
/// <param name="Value">TIMEX3 value: «2019-04», «2019-03-22TEV», «P3D», «PRESENT_REF».</param>
/// <param name="Earliest">First day it can mean, where it is anchored.</param>
/// <param name="Latest">Last day it can mean, inclusive.</param>
public sealed record TimeMention(TextSpan Span, TimeType Type, string Value, DateOnly? Earliest, DateOnly? Latest, IReadOnlyList<Evidence> Because);
