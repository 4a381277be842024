using Isnad.Time.Lexicon;
using Isnad.Time.Meaning;

namespace Isnad.Time.Grammar;

/// <summary>
/// One day in any of its forms, and a part of it: «مساء أمس»، «اليوم (الجمعة)»، «يوم الاثنين 24 مارس»،
/// «ليل الاثنين - الثلاثاء»، «الأربعاء الماضي صباحاً»، «الساعة الثامنة مساء أمس».
/// </summary>
internal sealed class DayGrammar(TimeText text, NumberGrammar numbers, DateGrammar dates, UnitGrammar units, ClockGrammar clocks)
{
    private const int MostParts = 4;

    public Parsed<DayExpression>? At(int start)
    {
        if (clocks.At(start) is { } clock)
        {
            // «الساعة الثامنة من مساء أمس»
            var at = Link(clock.End);
            var day = Day(at) ?? Day(clock.End);
            return day is null || day.Value.Vague
                ? new(new() { Clock = clock.Value }, clock.End)
                : day with { Value = day.Value with { Clock = Merge(clock.Value, day.Value.Part) } };
        }

        return Day(start);
    }

    private Parsed<DayExpression>? Day(int start)
    {
        var at = start;
        string? part = null;
        var entry = (string?)null;
        if (text.Find(at, TimeWordKind.DayPart) is { Word.Definite: false } named)
        {
            (part, at, entry) = (named.Word.Code, named.End, named.Word.Entry.Id);
            at = text.Skip(at, "of");
        }

        // «هذا المساء»، «هذه الليلة»
        if (part is null && text.Small(at, "this", bare: false) is { } here && text.FindBare(here.End, TimeWordKind.DayPart) is { Word.Definite: true } today)
        {
            return new(new() { RelativeDay = 0, Part = today.Word.Code }, today.End, today.Word.Entry.Id);
        }

        if (part is null && text.Find(at, TimeWordKind.DayPart) is { Word: { Definite: true, Code: "NI" } } night)
        {
            return Night(night);
        }

        var dayWord = at == start ? text.Small(at, "day", bare: false) : text.Small(at, "day");
        var supported = dayWord is not null || part is not null;
        var found = Parts(dayWord?.End ?? at, start, supported);
        if (found is null)
        {
            return null;
        }

        var value = found.Value with { Part = part };
        return Suffix(found with { Value = value, Entry = found.Entry ?? entry });
    }

    private Parsed<DayExpression>? Parts(int start, int first, bool supported)
    {
        var value = new DayExpression();
        var (at, end, entry) = (start, -1, (string?)null);
        for (var round = 0; round < MostParts; round++)
        {
            var next = round == 0 ? at : Separator(at, out var close) is var separated && close ? -separated : separated;
            var bracket = next < 0;
            next = Math.Abs(next);
            if (Part(value, next, supported || round > 0, bare: next != first) is not { } parsed || (bracket && !text.IsMark(parsed.End, ")")))
            {
                break;
            }

            (value, at, entry) = (parsed.Value, parsed.End + (bracket ? 1 : 0), entry ?? parsed.Entry);
            end = at;
        }

        return end < 0 ? null : new(value, end, entry);
    }

    // «اليوم، الأربعاء»، «أمس (الأحد)»، «الاثنين الموافق 24 مارس»
    private int Separator(int at, out bool bracket)
    {
        bracket = text.IsMark(at, "(");
        if (bracket || text.IsMark(at, "،", ",", "-", "/"))
        {
            return at + 1;
        }

        var linked = text.Small(at, "corresponding") is { } word ? text.Skip(text.Skip(word.End, "fixed-article"), "for") : at;
        return linked;
    }

    private Parsed<DayExpression>? Part(DayExpression value, int at, bool supported, bool bare)
    {
        if (value is { RelativeDay: null, Weekday: null, Date: null } && Find(at, TimeWordKind.RelativeDay, bare) is { } relative && !IsName(relative) && (supported || !relative.Word.AlsoAWord))
        {
            return new(value with { RelativeDay = relative.Word.Number }, relative.End, relative.Word.Entry.Id);
        }

        if (value is { Weekday: null, Date: null } && Find(at + (value.RelativeDay is null ? 0 : text.Skip(at, "day") - at), TimeWordKind.Weekday, bare) is { } weekday && (supported || !weekday.Word.AlsoAWord))
        {
            return Weekday(value, weekday);
        }

        if (value.Date is null && dates.At(at, supported) is { Value.Day: not null } date)
        {
            return new(value with { Date = date.Value }, date.End, date.Entry);
        }

        return null;
    }

    private Parsed<DayExpression> Weekday(DayExpression value, TimeAtom weekday)
    {
        var entry = weekday.Word.Entry.Id;
        value = value with { Weekday = weekday.Word.Number };
        if (value.RelativeDay is null && units.Modifier(weekday.End) is { } modifier)
        {
            return new(value with { WeekdayShift = modifier.Value }, modifier.End, entry);
        }

        var of = text.Skip(weekday.End, "of");
        if (units.Relative(of) is { Value: UnitExpression { Unit: "W" } week } inWeek)
        {
            return new(value with { WeekShift = week.Shift }, inWeek.End, entry);
        }

        return new(value, weekday.End, entry);
    }

    // «الليلة»، «الليلة الماضية»
    private Parsed<DayExpression> Night(TimeAtom night)
    {
        var modifier = units.Modifier(night.End);
        return new(new() { RelativeDay = modifier?.Value.Amount ?? 0, Part = "NI" }, modifier?.End ?? night.End, night.Word.Entry.Id);
    }

    private Parsed<DayExpression>? Suffix(Parsed<DayExpression> day)
    {
        var at = day.End;
        // «ليل الاثنين - الثلاثاء»، «ليلة السبت الأحد»: the night belongs to the day on which it begins.
        if (day.Value is { Part: "NI", Weekday: not null, Date: null })
        {
            var second = text.IsMark(at, "-", "/", "–") || text.IsSmall(at, "on") ? at + 1 : at;
            if (text.FindBare(second, TimeWordKind.Weekday) is { } next && next.Word.Number == (day.Value.Weekday % 7) + 1)
            {
                return day with { End = next.End };
            }
        }

        if (day.Value.Part is null && text.FindBare(at, TimeWordKind.DayPart) is { } part && IsAdverb(at, part) && !FollowedByDay(part.End))
        {
            day = day with { Value = day.Value with { Part = part.Word.Code }, End = part.End };
        }

        var clockAt = text.IsMark(day.End, "،", ",") ? day.End + 1 : day.End;
        clockAt = text.Skip(clockAt, "in");
        return clocks.At(clockAt) is { } clock && (text.IsSmall(clockAt, "hour") || text.IsSmall(clockAt, "at") || clockAt == day.End)
            ? day with { Value = day.Value with { Clock = Merge(clock.Value, day.Value.Part) }, End = clock.End }
            : day;
    }

    // «الثلاثاء صباحاً»، «أمس مساء»، «الاثنين بعد الظهر»; but «اليوم عشية القمة» is another thing.
    private bool IsAdverb(int at, TimeAtom part) => part.Word.Code is "AF" or "EV" && text.IsSmall(at, "adverb-of-day") || (!part.Word.Definite && text.Tokens[part.End - 1].Folded.EndsWith('ا'));

    private static ClockTime Merge(ClockTime clock, string? part) => part is "EV" or "AF" && clock.Hour < 12 ? clock with { Hour = clock.Hour + 12 } : clock;

    private bool FollowedByDay(int at) => text.FindBare(at, TimeWordKind.Weekday) is not null || text.FindBare(at, TimeWordKind.RelativeDay) is not null || text.IsSmall(at, "day");

    // «اليوم العالمي»، «اليوم الأول»: not today.
    private bool IsName(TimeAtom relative) => relative.Word.Number == 0
        && (numbers.Ordinal(relative.End) is not null || text.IsSmall(relative.End, "after-a-named-day") || units.Modifier(relative.End) is not null);

    private TimeAtom? Find(int at, TimeWordKind kind, bool bare) => bare ? text.FindBare(at, kind) : text.Find(at, kind);

    private int Link(int at) => text.IsSmall(at, "of") || text.IsSmall(at, "in") || text.IsMark(at, "،", ",") ? at + 1 : at;
}
