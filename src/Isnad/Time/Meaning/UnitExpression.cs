namespace Isnad.Time.Meaning;

/// <summary>A whole unit some steps away: «الشهر الماضي»، «هذا العام»، «القرن الماضي»، «اليوم التالي».</summary>
internal sealed record UnitExpression(string Unit, Shift Shift, int? Year = null) : TimeMeaning
{
    public override string Rule => Shift.Narrative ? "time.narrative" : "time.relative";

    public override TimeValue Resolve(TimeContext context)
    {
        if (Year is { } year)
        {
            return Timex.Year(year);
        }

        if (context.AnchorOf(Shift) is not { } anchor)
        {
            return new(TimeType.Date, TimeContext.Unanchored(Shift, Unit), null, null, Granularity.None);
        }

        // From the first of the month, so that a step from the 31st lands in the right month.
        var start = Unit is "M" or "Q" or "Y" ? new DateOnly(anchor.Year, anchor.Month, 1) : anchor;
        return Timex.Move(start, Shift.Amount, Unit) is { } day
            ? Timex.Around(day, Unit) with { Note = $"{Shift.Amount:+0;-0;0} {Unit} from {Timex.Iso(anchor)}" }
            : TimeValue.Invalid("outside the calendar");
    }
}

/// <summary>A point some amount before or after another: «قبل يومين»، «بعد ذلك بأسبوع»، «22 سنة خلت».</summary>
internal sealed record DistanceExpression(int Amount, string Unit, bool Narrative) : TimeMeaning
{
    public override string Rule => Narrative ? "time.narrative" : "time.distance";

    public override TimeValue Resolve(TimeContext context)
    {
        var shift = new Shift(Amount, Narrative);
        if (context.AnchorOf(shift) is not { } anchor)
        {
            return new(TimeType.Date, TimeContext.Unanchored(shift, Unit), null, null, Granularity.None);
        }

        return Timex.Move(anchor, Amount, Unit) is { } day
            ? Timex.Around(day, Unit) with { Note = $"{Amount:+0;-0;0} {Unit} from {Timex.Iso(anchor)}" }
            : TimeValue.Invalid("outside the calendar");
    }
}

/// <summary>A quarter, half or season of a year: «الربع الأول من عام 2015»، «صيف 2011»، «الشتاء الماضي».</summary>
internal sealed record PartOfYear(string Part, CalendarPoint? Year, Shift? Modifier) : TimeMeaning
{
    public override string Rule => "time.part-of-year";

    public override TimeValue Resolve(TimeContext context)
    {
        if (Year?.Resolve(context) is { Earliest: { } first })
        {
            return Timex.PartOfYear(first.Year, Part);
        }

        var anchor = Modifier is { } shift ? context.AnchorOf(shift) : context.Published;
        if (anchor is not { } from)
        {
            return new(TimeType.Date, $"XXXX-{Part}", null, null, Granularity.None);
        }

        if (Modifier is { Amount: 0 })
        {
            return Timex.PartOfYear(from.Year, Part);
        }

        TimeValue? best = null;
        for (var year = from.Year - 2; year <= from.Year + 2; year++)
        {
            var value = Timex.PartOfYear(year, Part);
            if (value.Problem is not null)
            {
                continue;
            }

            // The last one that is over, the first one to come, or the one that runs or ran last.
            if (Modifier is { Amount: > 0 } || (Modifier is null && context.Direction == Direction.Future))
            {
                best ??= value.Earliest > from ? value : null;
            }
            else if (Modifier is { Amount: < 0 } ? value.Latest < from : value.Earliest <= from)
            {
                best = value;
            }
        }

        return best ?? TimeValue.Invalid("outside the calendar");
    }
}

/// <summary>«التسعينيات»، «تسعينيات القرن الماضي»، «القرن التاسع عشر».</summary>
internal sealed record LongPeriod(int? Decade, int? Century, Shift? CenturyShift) : TimeMeaning
{
    public override string Rule => "time.long-period";

    public override TimeValue Resolve(TimeContext context)
    {
        var century = Century;
        if (CenturyShift is { } shift)
        {
            if (context.AnchorOf(shift) is not { } anchor)
            {
                return new(TimeType.Date, TimeContext.Unanchored(shift, "CE"), null, null, Granularity.Century);
            }

            century = ((anchor.Year - 1) / 100) + 1 + shift.Amount;
        }

        if (Decade is not { } decade)
        {
            return Timex.Century(century ?? 0);
        }

        if (century is { } known)
        {
            return known is < 1 or > 99 ? TimeValue.Invalid($"no century {known}") : Timex.Decade(((known - 1) * 100) + decade);
        }

        // «الثمانينيات» without a century is the last one gone by; without a date, of the twentieth century.
        var latest = context.Published?.Year ?? 1999;
        var year = (latest / 100 * 100) + decade;
        return Timex.Decade(year > latest ? year - 100 : year);
    }
}
