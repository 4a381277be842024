namespace Isnad.Time.Meaning;

/// <summary>A year, month or day of a calendar, with as much of it as the text says.</summary>
internal sealed record CalendarPoint : TimeMeaning
{
    // Costs in days of choosing a year against a sign.
    private const int AgainstTense = 200;
    private const int NotOver = 400;
    private const int WrongWeekday = 10_000;
    private const int Excluded = 100_000;
    private const int StoryDays = 92;

    public TimeCalendar Calendar { get; init; }

    public int? Year { get; init; }

    /// <summary>«من العام الماضي».</summary>
    public Shift? YearShift { get; init; }

    public int? Month { get; init; }

    /// <summary>«من الشهر الجاري», where no month is named.</summary>
    public Shift? MonthShift { get; init; }

    public int? Day { get; init; }

    /// <summary>«الماضي» after a month or a day of one.</summary>
    public Shift? Modifier { get; init; }

    /// <summary>Weekday that stands beside it; it can choose the year.</summary>
    public int? Weekday { get; init; }

    /// <summary>The other half of a dual date: «1 رجب 1440 هـ الموافق 8 مارس 2019 م».</summary>
    public CalendarPoint? Equivalent { get; init; }

    /// <summary>Two month names that are not the same month.</summary>
    public string? Contradiction { get; init; }

    public override string Rule => Equivalent is not null ? "time.dual-date" : Calendar == TimeCalendar.Hijri ? "time.hijri" : "time.calendar";

    public bool HasYear => Year is not null || YearShift is not null;

    public override TimeValue Resolve(TimeContext context)
    {
        if (Contradiction is not null)
        {
            return TimeValue.Invalid(Contradiction, Calendar);
        }

        return (Equivalent is not null ? ResolvePair(context) : ResolveAlone(context)) with { Calendar = Calendar };
    }

    private TimeValue ResolvePair(TimeContext context)
    {
        var (gregorian, other) = Calendar == TimeCalendar.Gregorian ? (this with { Equivalent = null }, Equivalent!) : (Equivalent!, this with { Equivalent = null });
        var second = other.Resolve(context);
        if (!gregorian.HasYear && second.Earliest is { } near)
        {
            gregorian = gregorian with { Year = near.Year };
        }

        var first = gregorian.Resolve(context);
        if (first.Problem is not null || first.Earliest is not { } day)
        {
            return first.Problem is null && second.Problem is null ? first : second.Problem is null ? second : first;
        }

        if (second.Problem is not null)
        {
            return first with { Warning = second.Problem };
        }

        // The month begins with the sighting of the moon, so a day or two of difference is no contradiction.
        return second.Earliest is { } same && Math.Abs(same.DayNumber - day.DayNumber) > 2
            ? first with { Warning = $"the two calendars disagree: {Timex.Iso(day)} and {Timex.Iso(same)}" }
            : first with { Note = "both calendars name the same day" };
    }

    private TimeValue ResolveAlone(TimeContext context)
    {
        if (Month is null && MonthShift is null)
        {
            return ResolveYear(context);
        }

        if (MonthShift is { } monthShift)
        {
            return ResolveMonthShift(context, monthShift);
        }

        var month = Month!.Value;
        if (month is < 1 or > 12)
        {
            return TimeValue.Invalid($"no month {month}");
        }

        var modifier = Modifier ?? (HasYear ? null : context.SharedShift);
        var year = Year ?? (Modifier is null ? context.SharedYear : null) ?? YearOf(context, YearShift);
        if (year is { } known)
        {
            return InYear(known, month);
        }

        if (YearShift is not null || ImpossibleInAnyYear(month))
        {
            return ImpossibleInAnyYear(month) ? TimeValue.Invalid($"no day {Day} in month {month}") : Open(month);
        }

        var anchor = modifier is { } m ? context.AnchorOf(m) : context.Published;
        return anchor is { } from ? Nearest(from, month, modifier, context) : Open(month);
    }

    private TimeValue ResolveYear(TimeContext context) =>
        Year is { } year ? Whole(year) : YearOf(context, YearShift) is { } shifted ? Timex.Year(shifted)
        : new(TimeType.Date, TimeContext.Unanchored(YearShift ?? default, "Y"), null, null, Granularity.Year);

    private TimeValue Whole(int year)
    {
        if (Calendar == TimeCalendar.Gregorian)
        {
            return Timex.Year(year);
        }

        var last = CalendarArithmetic.DaysInMonth(Calendar, year, 12);
        return CalendarArithmetic.Day(Calendar, year, 1, 1) is { } first && CalendarArithmetic.Day(Calendar, year, 12, last) is { } end
            ? new(TimeType.Date, $"{first.Year:0000}", first, end, Granularity.Year, $"year {year} runs from {Timex.Iso(first)} to {Timex.Iso(end)}")
            : TimeValue.Invalid($"no year {year}");
    }

    private int? YearOf(TimeContext context, Shift? shift) =>
        shift is { } s && context.AnchorOf(s) is { } anchor ? CalendarArithmetic.YearAndMonth(Calendar, anchor).Year + s.Amount : null;

    private TimeValue ResolveMonthShift(TimeContext context, Shift shift)
    {
        if (context.AnchorOf(shift) is not { } anchor || CalendarArithmetic.AddMonths(new(anchor.Year, anchor.Month, 1), shift.Amount) is not { } month)
        {
            return new(TimeType.Date, TimeContext.Unanchored(shift, "M"), null, null, Granularity.Month);
        }

        return Day is { } day ? Exact(month.Year, month.Month, day) : Timex.Month(month.Year, month.Month);
    }

    private TimeValue InYear(int year, int month)
    {
        if (Day is { } day)
        {
            return Exact(year, month, day);
        }

        if (Calendar == TimeCalendar.Gregorian)
        {
            return Timex.Month(year, month);
        }

        var length = CalendarArithmetic.DaysInMonth(Calendar, year, month);
        return CalendarArithmetic.Day(Calendar, year, month, 1) is { } first && CalendarArithmetic.Day(Calendar, year, month, length) is { } last
            ? new(TimeType.Date, $"{first.Year:0000}-{first.Month:00}", first, last, Granularity.Month, $"the month runs from {Timex.Iso(first)} to {Timex.Iso(last)}")
            : TimeValue.Invalid($"no month {month} in year {year}");
    }

    private TimeValue Exact(int year, int month, int day)
    {
        if (CalendarArithmetic.Day(Calendar, year, month, day) is not { } date)
        {
            return TimeValue.Invalid($"no day {day} in month {month} of {year}");
        }

        var value = Timex.Day(date);
        return Weekday is { } weekday && weekday != CalendarArithmetic.IsoWeekday(date)
            ? value with { Warning = $"{Timex.Iso(date)} is no {Weekdays.English(weekday)}" }
            : value;
    }

    private bool ImpossibleInAnyYear(int month) => Day is { } day
        && (Calendar == TimeCalendar.Gregorian ? day > DateTime.DaysInMonth(2000, month) : day > (Calendar == TimeCalendar.Hijri ? 30 : 31));

    private TimeValue Open(int month)
    {
        if (Calendar != TimeCalendar.Gregorian)
        {
            return new(TimeType.Date, "XXXX", null, null, Day is null ? Granularity.Month : Granularity.Day);
        }

        return Day is { } day
            ? new(TimeType.Date, $"XXXX-{month:00}-{day:00}", null, null, Granularity.Day)
            : new(TimeType.Date, $"XXXX-{month:00}", null, null, Granularity.Month);
    }

    // What happened next in a story of another year: soon after the date told last.
    private TimeValue? InStory(DateOnly story, int month)
    {
        var (told, _) = CalendarArithmetic.YearAndMonth(Calendar, story);
        for (var year = told; year <= told + 1; year++)
        {
            if (InYear(year, month) is { Warning: null, Earliest: { } first, Latest: { } last } value && last >= story && first.DayNumber - story.DayNumber <= StoryDays)
            {
                return value with { Note = $"the story has reached {Timex.Iso(story)}" };
            }
        }

        return null;
    }

    /// <summary>Chooses the year of a month that stands without one.</summary>
    private TimeValue Nearest(DateOnly from, int month, Shift? modifier, TimeContext context)
    {
        var (thisYear, thisMonth) = CalendarArithmetic.YearAndMonth(Calendar, from);
        if (modifier is { Amount: 0 })
        {
            return InYear(thisYear, month);
        }

        if (modifier is null && context is { Story: { } story, Direction: not Direction.Future } && InStory(story, month) is { } told)
        {
            return told;
        }

        TimeValue? best = null;
        var bestCost = long.MaxValue;
        for (var year = thisYear - 3; year <= thisYear + 3; year++)
        {
            var value = InYear(year, month);
            if (value.Earliest is not { } first || value.Latest is not { } last)
            {
                continue;
            }

            var current = year == thisYear && month == thisMonth;
            var before = last < from || (Day is null && current);
            var after = first > from || (Day is null && current);
            var same = first <= from && from <= last;
            var distance = same ? 0L : Math.Min(Math.Abs(first.DayNumber - from.DayNumber), Math.Abs(last.DayNumber - from.DayNumber));
            // «في نيسان الماضي» in April is last year's. Tense is a weaker sign than a modifier: the month that begins
            // tomorrow is nearer than the one of eleven months ago, whatever the verb.
            var penalty = modifier switch
            {
                { Amount: < 0 } => last < from && !(Day is null && current) ? 0 : Excluded,
                { Amount: > 0 } => first > from && !(Day is null && current) ? 0 : Excluded,
                _ => context.Direction switch { Direction.Past => before || same, Direction.Future => after || same, _ => true } ? 0 : context.Happened ? NotOver : AgainstTense,
            };
            var cost = distance + penalty + (value.Warning is null ? 0 : WrongWeekday);
            if (cost < bestCost)
            {
                (best, bestCost) = (value, cost);
            }
        }

        return best is null ? TimeValue.Invalid($"no day {Day} in month {month} near {from.Year}") : best with { Note = best.Note ?? $"the {(modifier is null ? "nearest" : modifier.Value.Amount < 0 ? "last" : "next")} one seen from {Timex.Iso(from)}" };
    }
}
