namespace Isnad.Time.Meaning;

/// <summary>A time of the clock.</summary>
internal readonly record struct ClockTime(int Hour, int? Minute, int? Second)
{
    public override string ToString() => (Minute, Second) switch
    {
        (null, _) => $"T{Hour:00}",
        (_, null) => $"T{Hour:00}:{Minute:00}",
        _ => $"T{Hour:00}:{Minute:00}:{Second:00}",
    };
}

/// <summary>
/// One day and what part of it: any of a relative day, a weekday and a date, which explain one another:
/// «مساء أمس»، «اليوم الأربعاء»، «يوم الاثنين 24 مارس»، «الساعة الثامنة مساء الخميس المقبل».
/// </summary>
internal sealed record DayExpression : TimeMeaning
{
    public int? RelativeDay { get; init; }

    public int? Weekday { get; init; }

    public Shift? WeekdayShift { get; init; }

    /// <summary>«من الأسبوع المقبل».</summary>
    public Shift? WeekShift { get; init; }

    public CalendarPoint? Date { get; init; }

    /// <summary>MO, MI, AF, EV or NI.</summary>
    public string? Part { get; init; }

    public ClockTime? Clock { get; init; }

    /// <summary>«حتى اليوم»: today as the present, not as a date.</summary>
    public bool Vague { get; init; }

    public override string Rule => Clock is not null ? "time.clock" : Date is not null ? Date.Rule : RelativeDay is not null ? "time.relative-day" : Weekday is not null ? "time.weekday" : "time.day-part";

    public override TimeValue Resolve(TimeContext context)
    {
        if (Vague)
        {
            return new(TimeType.Date, "PRESENT_REF", null, null, Granularity.None);
        }

        var day = ResolveDay(context);
        if (day.Problem is not null)
        {
            return day;
        }

        var suffix = Clock?.ToString() ?? (Part is null ? "" : "T" + Part);
        return suffix.Length == 0
            ? day
            : day with { Type = TimeType.Time, Value = day.Value + suffix, Granularity = Clock is null ? Granularity.DayPart : Granularity.Minute };
    }

    private TimeValue ResolveDay(TimeContext context)
    {
        if (Date is not null)
        {
            return (Date with { Weekday = Weekday }).Resolve(context);
        }

        if (RelativeDay is { } days)
        {
            if (context.Published is not { } published)
            {
                return new(TimeType.Date, TimeContext.Unanchored(new(days, false), "D"), null, null, Granularity.Day);
            }

            return CalendarArithmetic.AddDays(published, days) is { } day ? Agreeing(day, published) : TimeValue.Invalid("outside the calendar");
        }

        return Weekday is { } weekday ? ResolveWeekday(context, weekday) : Today(context);
    }

    // «أمس الأحد» in an article dated Tuesday was written a day earlier; the weekday tells which day was meant.
    private TimeValue Agreeing(DateOnly day, DateOnly published)
    {
        if (Weekday is not { } weekday || CalendarArithmetic.IsoWeekday(day) == weekday)
        {
            return Timex.Day(day) with { Note = $"seen from {Timex.Iso(published)}" };
        }

        for (var shift = -1; shift <= 1; shift += 2)
        {
            if (CalendarArithmetic.AddDays(day, shift) is { } near && CalendarArithmetic.IsoWeekday(near) == weekday)
            {
                return Timex.Day(near) with { Note = $"the weekday shows that the text was written a day {(shift < 0 ? "before" : "after")} {Timex.Iso(published)}" };
            }
        }

        return Timex.Day(day) with { Warning = $"{Timex.Iso(day)} is no {Weekdays.English(weekday)}" };
    }

    private TimeValue ResolveWeekday(TimeContext context, int weekday)
    {
        if (WeekShift is { } week)
        {
            return context.AnchorOf(week) is { } inWeek && CalendarArithmetic.Monday(inWeek) is { } monday && CalendarArithmetic.AddDays(monday, (week.Amount * 7L) + weekday - 1) is { } day
                ? Timex.Day(day)
                : new(TimeType.Date, $"{TimeContext.Unanchored(week, "W")}-{weekday}", null, null, Granularity.Day);
        }

        var shift = WeekdayShift ?? context.SharedShift;
        var anchor = shift is { } s ? context.AnchorOf(s) : context.Published;
        if (anchor is not { } from)
        {
            return new(TimeType.Date, $"XXXX-WXX-{weekday}", null, null, Granularity.Day);
        }

        var (found, note) = shift switch
        {
            { Amount: < 0 } last => (Weeks(Weekdays.Seek(from, weekday, -1, sameDay: false), last.Amount + 1), "the last one before"),
            { Amount: > 0 } next => (Weeks(Weekdays.Seek(from, weekday, 1, sameDay: false), next.Amount - 1), "the next one after"),
            { } => (Weekdays.Seek(from, weekday, context.Direction == Direction.Past ? -1 : 1, sameDay: true), "the one nearest to"),
            _ => context.Direction == Direction.Future
                ? (Weekdays.Seek(from, weekday, 1, sameDay: true), "future sentence: the next one from")
                : (Weekdays.Seek(from, weekday, -1, sameDay: true), "the last one up to"),
        };
        return found is { } result ? Timex.Day(result) with { Note = $"{note} {Timex.Iso(from)}" } : TimeValue.Invalid("outside the calendar");
    }

    private static DateOnly? Weeks(DateOnly? day, int weeks) => day is { } known ? CalendarArithmetic.AddDays(known, weeks * 7L) : null;

    // A clock time without a day is on the day that the narrative has reached, else on the day of publication.
    private static TimeValue Today(TimeContext context) =>
        context.Previous is { Granularity: Granularity.Day or Granularity.DayPart or Granularity.Minute, Earliest: { } day } ? Timex.Day(day)
        : context.Published is { } published ? Timex.Day(published)
        : new(TimeType.Date, "", null, null, Granularity.Day);
}
