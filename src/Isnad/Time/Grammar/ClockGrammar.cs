using System.Globalization;
using Isnad.Language;
using Isnad.Time.Lexicon;
using Isnad.Time.Meaning;

namespace Isnad.Time.Grammar;

/// <summary>Times of the clock: «الساعة 18:30 بتوقيت غرينتش»، «الساعة الثامنة والنصف مساء»، «18:08 ت م».</summary>
internal sealed class ClockGrammar(TimeText text, NumberGrammar numbers)
{
    public Parsed<ClockTime>? At(int start)
    {
        var at = text.Small(start, "at") is { } preposition && text.IsSmall(preposition.End, "hour") ? preposition.End : start;
        var hourWord = text.Small(at, "hour", bare: false);
        at = hourWord?.End ?? at;
        if (Digits(at, hourWord is null ? ':' : '.') is { } digits)
        {
            var (clock, end) = Part(digits.Value, digits.End);
            var zoned = Zone(end);
            // A bare «10:30» may be a score or a verse: it takes the word «الساعة», a part of the day or a time zone.
            return hourWord is not null || end > digits.End || zoned > end ? new(clock, zoned) : null;
        }

        if (hourWord is not null && text.Digits(at) is { } military and <= 2400 && text.Tokens[at].Folded.Length == 4 && military % 100 < 60 && Zone(at + 1) > at + 1)
        {
            // «الساعة 0213 بتوقيت جرينتش»
            return new(new(military / 100, military % 100, null), Zone(at + 1));
        }

        if (hourWord is not null && text.Digits(at) is { } hour and <= 24)
        {
            return text.Find(at + 1, TimeWordKind.Unit) is null ? Finish(hour, at + 1) : null;
        }

        if (hourWord is null && text.Digits(at) is <= 12 and { } early && IsPart(at + 1))
        {
            // «8 صباحاً»
            return Finish(early, at + 1);
        }

        if (numbers.Ordinal(at) is { Value: >= 1 and <= 12 } ordinal)
        {
            return hourWord is not null || IsPart(Minutes(ordinal.End).End) ? Finish(ordinal.Value, ordinal.End) : null;
        }

        return hourWord is not null && text.IsSmall(at, "one") ? Finish(1, at + 1) : null;
    }

    private Parsed<ClockTime> Finish(int hour, int start)
    {
        var (minute, end) = Minutes(start);
        var (clock, after) = Part(new(hour, minute, null), end);
        return new(clock, Zone(after));
    }

    // «والنصف»، «والربع»، «وعشر دقائق»، «و20 دقيقة»
    private (int Minute, int End) Minutes(int start)
    {
        if (text.Small(start, "half", bare: false) is { HasConjunction: true } half)
        {
            return (30, half.End);
        }

        if (text.Small(start, "quarter", bare: false) is { HasConjunction: true } quarter)
        {
            return (15, quarter.End);
        }

        var and = text.IsWord(start) && text.Tokens[start].Folded == "و" ? 1 : 0;
        if (numbers.Cardinal(start + and) is not { Value: < 60 } count)
        {
            return (0, start);
        }

        // «السابعة وخمس وثلاثين مساءً» leaves the minutes unsaid.
        return text.Find(count.End, TimeWordKind.Unit) is { Word.Code: "TM" } unit ? (count.Value, unit.End)
            : IsPart(count.End) ? (count.Value, count.End)
            : (0, start);
    }

    private bool IsPart(int at) => text.FindBare(at, TimeWordKind.DayPart) is { Word.Definite: false } part && (part.End >= text.End || text.FindBare(part.End, TimeWordKind.Unit) is null);

    // «11:59», and after «الساعة» also «11.59».
    private Parsed<ClockTime>? Digits(int start, char separator)
    {
        if (start >= text.End || text.Tokens[start] is not { Kind: TokenKind.Number, Folded: { Length: >= 4 and <= 8 } folded } || !(folded.Contains(':', StringComparison.Ordinal) || folded.Contains(separator, StringComparison.Ordinal)))
        {
            return null;
        }

        var parts = folded.Split(':', separator);
        return parts.Length is 2 or 3 && parts[1].Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour <= 24
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minute) && minute < 60
            ? new(new(hour, minute, parts.Length == 3 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var second) && second < 60 ? second : null), start + 1)
            : null;
    }

    private (ClockTime Clock, int End) Part(ClockTime clock, int start)
    {
        var at = text.IsSmall(start, "of") || text.IsSmall(start, "in") ? start + 1 : start;
        if (text.Find(at, TimeWordKind.DayPart) is { } part && !part.HasConjunction && !part.Word.Definite)
        {
            return (clock with { Hour = On24Hours(clock.Hour, part.Word.Code) }, part.End);
        }

        return text.Small(start, "afternoon-letter") is { } pm ? (clock with { Hour = On24Hours(clock.Hour, "EV") }, pm.End)
            : text.Small(start, "morning-letter") is { } am ? (clock with { Hour = On24Hours(clock.Hour, "MO") }, am.End)
            : (clock, start);
    }

    private static int On24Hours(int hour, string part) => part switch
    {
        "MO" => hour == 12 ? 0 : hour,
        "MI" => hour is >= 1 and <= 4 ? hour + 12 : hour,
        "NI" => hour == 12 ? 0 : hour is >= 6 and < 12 ? hour + 12 : hour,
        _ => hour < 12 ? hour + 12 : hour,
    };

    // «بتوقيت غرينتش»، «ت م»، «بالتوقيت المحلي»
    private int Zone(int start)
    {
        if (text.Find(start, TimeWordKind.Zone) is { } zone && zone.Word.Code == "GMT")
        {
            return zone.End;
        }

        if (text.Small(start, "zone-word", bare: false) is not { } word)
        {
            return start;
        }

        return text.Find(word.End, TimeWordKind.Zone)?.End ?? (text.IsWord(word.End) ? word.End + 1 : word.End);
    }
}
