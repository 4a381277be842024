namespace Isnad.Time.Meaning;

/// <summary>A length of time: «ثلاثة أيام» → P3D, «منذ سنوات» → PXY.</summary>
internal sealed record LengthOfTime(string Value) : TimeMeaning
{
    public override string Rule => "time.duration";

    public override TimeValue Resolve(TimeContext context) => new(TimeType.Duration, Value, null, null, Granularity.None);
}

/// <summary>Something that repeats: «يومياً» → P1D, «كل اثنين» → XXXX-WXX-1.</summary>
internal sealed record Repetition(string Value) : TimeMeaning
{
    public override string Rule => "time.set";

    public override TimeValue Resolve(TimeContext context) => new(TimeType.Set, Value, null, null, Granularity.None);
}

/// <summary>Now, the past or the future without a date: «حالياً»، «مؤخراً»، «قريباً».</summary>
internal sealed record VagueTime(string Value) : TimeMeaning
{
    public override string Rule => "time.vague";

    public override TimeValue Resolve(TimeContext context) => new(TimeType.Date, Value, null, null, Granularity.None);
}

/// <summary>A date that cannot be, such as one in month 13.</summary>
internal sealed record ImpossibleTime(string Problem) : TimeMeaning
{
    public override string Rule => "time.invalid";

    public override TimeValue Resolve(TimeContext context) => TimeValue.Invalid(Problem);
}

/// <summary>A holiday: the one of the year named, else the nearest by tense.</summary>
internal sealed record NamedDay(CalendarPoint First, int Days, CalendarPoint? Year) : TimeMeaning
{
    public override string Rule => "time.named-day";

    public override TimeValue Resolve(TimeContext context)
    {
        var first = First;
        if (Year is not null && Year.Resolve(context) is { Earliest: { } start, Latest: { } end })
        {
            // A Hijri day of a Gregorian year: the one that falls into it.
            var (early, _) = CalendarArithmetic.YearAndMonth(First.Calendar, start);
            for (var year = early; year <= early + 1; year++)
            {
                var value = (First with { Year = year }).Resolve(context);
                if (value.Earliest >= start && value.Earliest <= end)
                {
                    return Stretch(value);
                }
            }

            return TimeValue.Invalid("not in that year");
        }

        return Stretch(first.Resolve(context));
    }

    private TimeValue Stretch(TimeValue value) =>
        Days > 1 && value.Latest is { } day ? value with { Latest = CalendarArithmetic.AddDays(day, Days - 1) } : value;
}

/// <summary>The beginning, middle or end of something: it narrows the days, not the value.</summary>
/// <param name="Part">START, MID, END, EARLIER or LATER.</param>
internal sealed record Edge(TimeMeaning Whole, string Part) : TimeMeaning
{
    public override string Rule => Whole.Rule;

    public override TimeValue Resolve(TimeContext context)
    {
        var value = Whole.Resolve(context);
        if (value.Earliest is not { } first || value.Latest is not { } last || value.Granularity >= Granularity.Day)
        {
            return value;
        }

        var third = (last.DayNumber - first.DayNumber + 1) / 3;
        return Part switch
        {
            "START" => value with { Latest = CalendarArithmetic.AddDays(first, third) },
            "MID" => value with { Earliest = CalendarArithmetic.AddDays(first, third), Latest = CalendarArithmetic.AddDays(last, -third) },
            "END" => value with { Earliest = CalendarArithmetic.AddDays(last, -third) },
            _ => value,
        };
    }
}
