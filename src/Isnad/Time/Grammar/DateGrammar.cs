using System.Globalization;
using Isnad.Language;
using Isnad.Text;
using Isnad.Time.Lexicon;
using Isnad.Time.Meaning;

namespace Isnad.Time.Grammar;

/// <summary>
/// Dates of a calendar: «8 من نيسان المقبل»، «الثالث والعشرين من يوليو 1952»، «شهر سبتمبر المقبل»، «20 من الشهر نفسه»،
/// «5/4/2015»، «2015-04-05».
/// </summary>
internal sealed class DateGrammar(TimeText text, NumberGrammar numbers, MonthGrammar months, YearGrammar years, UnitGrammar units)
{
    /// <summary>A date at a token.</summary>
    /// <param name="supported">Something before it (a weekday, «يوم») shows that a date follows.</param>
    public Parsed<CalendarPoint>? At(int start, bool supported = false)
    {
        var date = Numeric(start, supported) ?? Spaced(start) ?? DayAndMonth(start) ?? MonthAlone(start, supported);
        if (date?.Value is { Calendar: TimeCalendar.Gregorian, HasYear: false, Modifier: null, Month: { } month, Day: { } day } && text.KnownYear(start, month, day) is { } year)
        {
            return date with { Value = date.Value with { Year = year } };
        }

        return date is null ? null : WithEquivalent(date);
    }

    private Parsed<CalendarPoint>? DayAndMonth(int start)
    {
        return Day(start) is { } day ? MonthAfter(day.Value, day.End) : null;
    }

    /// <summary>The month, and what follows it, after the number of a day.</summary>
    public Parsed<CalendarPoint>? MonthAfter(int day, int start)
    {
        var at = start;
        // «28-نوفمبر»، «2/ أكتوبر»
        at += text.IsMark(at, "-", "/", "–") && text.FindBare(at + 1, TimeWordKind.Month) is not null ? 1 : 0;
        at = text.Skip(at, "of");
        var of = at > start;
        var monthWord = text.Small(at, "month");
        at = monthWord?.End ?? at;
        if (months.At(at) is { } month)
        {
            return Finish(month, day);
        }

        if (monthWord is null && units.Relative(text.Skip(at, "in")) is { Value: UnitExpression { Unit: "M" } unit } relative)
        {
            return new(new() { Day = day, MonthShift = unit.Shift }, relative.End, relative.Entry);
        }

        // «24 الجاري»، «الخامس عشر من المقبل»: the month is understood.
        return monthWord is null && units.Modifier(at) is { Value.Narrative: false } alone && (of || text.IsSmall(at, "of-the-month"))
            ? new(new() { Day = day, MonthShift = alone.Value }, alone.End, alone.Entry)
            : null;
    }

    private Parsed<int>? Day(int start)
    {
        if (text.Small(start, "first-of-month", bare: false) is { } first)
        {
            return new(1, first.End);
        }

        if (text.Small(start, "fixed-article") is { } article && text.Digits(article.End) is { } written and >= 1 and <= 39)
        {
            return new(written, article.End + 1);
        }

        if (text.Digits(start) is { } digits)
        {
            return digits is >= 1 and <= 39 && text.Tokens[start].Folded.Length <= 2 ? new(digits, start + 1) : null;
        }

        return numbers.Ordinal(start, definite: false) is { Value: <= 39 } ordinal ? ordinal : null;
    }

    private Parsed<CalendarPoint>? MonthAlone(int start, bool supported)
    {
        var word = text.Small(start, "month", bare: false);
        if (months.At(word?.End ?? start, bare: word is not null) is not { } month)
        {
            return null;
        }

        var result = Finish(month, null);
        var settled = word is not null || supported || !month.Value.Doubtful || result.Value.HasYear || result.Value.Modifier is not null;
        if (!settled && text.Find(start, TimeWordKind.Month)?.HasPreposition == true)
        {
            // «من باب» is no «من ب + آب».
            return null;
        }

        return settled || text.Follows(start, month.Value.Calendar == TimeCalendar.Gregorian ? "before-a-month" : "before-any-month") ? result : null;
    }

    private Parsed<CalendarPoint> Finish(Parsed<MonthName> month, int? day)
    {
        var (name, end) = (month.Value, month.End);
        var point = new CalendarPoint { Calendar = name.Calendar, Month = name.Number, Day = day, Contradiction = name.Contradiction };
        if (units.Modifier(end) is { } modifier)
        {
            return new(point with { Modifier = modifier.Value }, modifier.End, month.Entry);
        }

        var at = text.IsMark(end, "،", ",", "-") && text.Digits(end + 1) is >= 1900 and <= 2100 && !text.IsSmall(end + 2, "counted") ? end + 1 : end;
        if (years.After(at, name.Calendar) is { } year)
        {
            point = point with { Year = year.Value.Year, YearShift = year.Value.Year is null ? year.Value.YearShift : null };
            return new(point, year.End, month.Entry);
        }

        return new(point, end, month.Entry);
    }

    // «1 رجب 1440 هـ الموافق 8 مارس 2019 م», also with a bracket or a dash between.
    private Parsed<CalendarPoint> WithEquivalent(Parsed<CalendarPoint> first)
    {
        if (first.Value.Day is null)
        {
            return first;
        }

        var at = first.End;
        var bracket = text.IsMark(at, "(");
        at += bracket || text.IsMark(at, "،", ",", "-", "–", "/") ? 1 : 0;
        var linked = text.Small(at, "corresponding", bare: false);
        at = linked?.End ?? at;
        at = linked is null ? at : text.Skip(text.Skip(at, "fixed-article"), "for");
        at = linked is not null && text.FindBare(at, TimeWordKind.Weekday) is { } weekday ? weekday.End : at;
        if (at == first.End || (Numeric(at, supported: linked is not null) ?? DayAndMonth(at)) is not { } second)
        {
            return first;
        }

        var twoCalendars = second.Value.Calendar != first.Value.Calendar;
        if ((!twoCalendars && linked is null) || second.Value.Day is null || (bracket && !text.IsMark(second.End, ")")))
        {
            return first;
        }

        return twoCalendars
            ? new(first.Value with { Equivalent = second.Value }, second.End + (bracket ? 1 : 0), first.Entry)
            : first;
    }

    private Parsed<CalendarPoint>? Numeric(int start, bool supported)
    {
        if (start >= text.End || text.Tokens[start] is not { Kind: TokenKind.Number, Folded: { Length: >= 3 and <= 10 } folded })
        {
            return null;
        }

        Span<int> parts = stackalloc int[3];
        var count = Split(folded, parts, out var separator);
        if (count < 2)
        {
            return null;
        }

        var hijri = text.Small(start + 1, "hijri-era");
        var calendar = hijri is null ? TimeCalendar.Gregorian : TimeCalendar.Hijri;
        var end = hijri?.End ?? (text.Small(start + 1, "gregorian-era") is { } era ? era.End : start + 1);
        if (count == 2)
        {
            return supported && separator is '/' or '-' && parts[0] is >= 1 and <= 31 && parts[1] is >= 1 and <= 12 ? new(new() { Day = parts[0], Month = parts[1] }, end) : null;
        }

        var first = folded.IndexOf(separator);
        var last = folded.Length - folded.LastIndexOf(separator) - 1;
        var (year, month, day) = first == 4 ? (parts[0], parts[1], parts[2]) : (parts[2], parts[1], parts[0]);
        if (first != 4 && last == 2 && separator is '/' or '-')
        {
            year += year < 50 ? 2000 : 1900;
        }
        else if (first != 4 && last != 4)
        {
            return null;
        }

        if (month > 12 && day <= 12 && first != 4)
        {
            // 08/21/2015: the American order, where the usual one is impossible.
            (month, day) = (day, month);
        }

        return new(new() { Calendar = calendar, Year = year, Month = month, Day = day }, end);
    }

    // «23 - 09 - 2012»، «13 -12-2025»
    private Parsed<CalendarPoint>? Spaced(int start)
    {
        if (text.Digits(start) is >= 1 and <= 31 and var first && text.IsMark(start + 1, "-", "/") && start + 2 < text.End && text.Tokens[start + 2] is { Kind: TokenKind.Number, Folded: { Length: 6 or 7 } rest })
        {
            Span<int> parts = stackalloc int[3];
            if (Split(rest, parts, out var mark) == 2 && mark is '-' or '/' && parts[0] is >= 1 and <= 12 && parts[1] is >= 1900 and <= 2100)
            {
                return new(new() { Day = first, Month = parts[0], Year = parts[1] }, start + 3);
            }
        }

        if (text.Digits(start) is not (>= 1 and <= 31 and var day) || !text.IsMark(start + 1, "-", "/") || text.Digits(start + 2) is not (>= 1 and <= 12 and var month)
            || !text.IsMark(start + 3, "-", "/") || text.Digits(start + 4) is not (>= 1900 and <= 2100 and var year))
        {
            return null;
        }

        return new(new() { Day = day, Month = month, Year = year }, start + 5);
    }

    // The one separator of a numeric date, and its numbers; 0 where the digits are no date.
    private static int Split(string folded, Span<int> parts, out char separator)
    {
        separator = ' ';
        var (count, from) = (0, 0);
        for (var i = 0; i <= folded.Length; i++)
        {
            if (i < folded.Length && char.IsAsciiDigit(folded[i]))
            {
                continue;
            }

            if (count == 3 || (i < folded.Length && (folded[i] is not ('/' or '-' or '.') || (separator != ' ' && separator != folded[i])))
                || !int.TryParse(folded.AsSpan(from, i - from), NumberStyles.None, CultureInfo.InvariantCulture, out parts[count]))
            {
                return 0;
            }

            separator = i < folded.Length ? folded[i] : separator;
            (count, from) = (count + 1, i + 1);
        }

        return count;
    }
}
