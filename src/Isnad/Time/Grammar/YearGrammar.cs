using Isnad.Language;
using Isnad.Time.Lexicon;
using Isnad.Time.Meaning;

namespace Isnad.Time.Grammar;

/// <summary>Years: «2015»، «عام 2011»، «سنة ألفين وثمانية عشر»، «1436 هـ»، «العام الماضي».</summary>
internal sealed class YearGrammar(TimeText text, NumberGrammar numbers, UnitGrammar units)
{
    private const int Earliest = 1900;
    private const int Latest = 2050;

    /// <summary>A year after a month or after the word for a year; the calendar follows from the era or from the month.</summary>
    /// <param name="calendar">Calendar of the month before it.</param>
    /// <param name="marked">Whether a word for a year stands before it.</param>
    public Parsed<CalendarPoint>? Number(int start, TimeCalendar calendar, bool marked)
    {
        if ((text.Digits(start) is { } digits ? new Parsed<int>(digits, start + 1) : marked || text.Find(start, TimeWordKind.Cardinal)?.Word.Number >= 1000 ? numbers.Written(start) : null) is not { } number)
        {
            return TooLong(start) ? new(new() { Calendar = calendar, Year = int.MaxValue }, start + 1) : null;
        }

        var (era, end) = Era(number.End);
        var year = number.Value;
        if (!marked && year % 1000 == 0 && text.Digits(start) is null)
        {
            // «في رمضان ألف دينار»
            return null;
        }

        if (!marked && era is null && IsSlip(start))
        {
            return new(new() { Calendar = calendar, Year = year }, end);
        }

        if (!marked && era is null && !(calendar == TimeCalendar.Gregorian ? year is >= 1000 and <= 2100 : year is >= 1000 and <= 1600))
        {
            return null;
        }

        if (marked && era is null && year < 100)
        {
            if (text.Digits(start) is null || text.Tokens[start].Folded.Length != 2)
            {
                return null;
            }

            // «عام 97»
            year += year < 40 ? 2000 : 1900;
        }

        return new(new() { Calendar = era ?? calendar, Year = year }, end, number.Entry);
    }

    /// <summary>«عام 2011»، «العام 2015»، «من عام 2009»، «من العام الماضي»; null where no word for a year stands here.</summary>
    public Parsed<CalendarPoint>? Marked(int start, TimeCalendar calendar = TimeCalendar.Gregorian)
    {
        var year = text.Small(start, "year", bare: false) is { } word ? word.End : -1;
        if (year < 0)
        {
            return null;
        }

        var open = text.IsMark(year, "(") ? 1 : 0;
        if (Number(year + open, calendar, marked: true) is not { } number)
        {
            return null;
        }

        return open == 1 ? text.IsMark(number.End, ")") ? number with { End = number.End + 1 } : null : number;
    }

    /// <summary>What can follow a month, quarter or season: a year in any of its forms.</summary>
    public Parsed<CalendarPoint>? After(int start, TimeCalendar calendar)
    {
        if (Number(start, calendar, marked: false) is { } plain)
        {
            return plain;
        }

        var at = text.Skip(start, "of");
        if (at == start)
        {
            at = text.Skip(start, "in");
        }

        if (Marked(at, calendar) is { } marked)
        {
            return marked;
        }

        if (at > start && Number(at, calendar, marked: false) is { } afterOf)
        {
            return afterOf;
        }

        return units.Relative(at) is { Value: UnitExpression { Unit: "Y" } unit } relative
            ? new(new() { Calendar = calendar, YearShift = unit.Shift, Year = unit.Year }, relative.End, relative.Entry)
            : null;
    }

    /// <summary>A bare four-digit number that its neighbours let be a year: «منذ 2011»، «معرض الجزائر 2025»; not «2015 شخصاً».</summary>
    public Parsed<CalendarPoint>? Bare(int start, bool trusted = false)
    {
        if (text.Digits(start) is not { } year || text.Tokens[start].Folded.Length != 4 || year is < Earliest or > Latest)
        {
            return null;
        }

        var (era, end) = Era(start + 1);
        if (era is not null)
        {
            return new(new() { Calendar = era.Value, Year = year }, end);
        }

        var previous = start - 1;
        var dated = trusted || text.Follows(start, "before-a-year") || JoinedToYear(start) || BeginsRange(start);
        var next = start + 1;
        if (next >= text.End)
        {
            return dated || Named(previous) ? new(new() { Year = year }, next) : null;
        }

        var following = text.Tokens[next];
        return following.Kind switch
        {
            TokenKind.Number or TokenKind.Foreign => null,
            TokenKind.Punctuation when following.Folded is "-" or "/" => dated && text.Digits(next + 1) is null ? new(new() { Year = year }, next) : null,
            TokenKind.Word => Counted(next, text.Follows(start, "dates-a-year")) ? null : dated || (Named(previous) && (text.IsSmall(next, "after-a-year") || following.Folded.StartsWith("بال", StringComparison.Ordinal))) ? new(new() { Year = year }, next) : null,
            _ => following.Folded is "%" or "$" or "€" ? null : dated || Named(previous) ? new(new() { Year = year }, next) : null,
        };
    }

    private (TimeCalendar? Era, int End) Era(int start)
    {
        if (text.FindBare(start, TimeWordKind.Small) is not null)
        {
            foreach (var (part, calendar) in ((string, TimeCalendar)[])[("iranian-era", TimeCalendar.Iranian), ("hijri-era", TimeCalendar.Hijri), ("gregorian-era", TimeCalendar.Gregorian)])
            {
                if (text.Small(start, part) is { } era)
                {
                    return (calendar, era.End);
                }
            }
        }

        return (null, start);
    }

    // «2882015» is no year, but the writer meant one; it is reported as an impossible date.
    private bool TooLong(int start) => start < text.End && text.Tokens[start] is { Kind: TokenKind.Number, Folded: { Length: > 9 } folded } && folded.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    // «5 مايو 2882015.»: digits of a year run into others; with nothing behind them to count they are no amount.
    private bool IsSlip(int start) => text.Digits(start) is not null && text.Tokens[start].Folded.Length > 4 && (start + 1 >= text.End || text.Tokens[start + 1].Kind == TokenKind.Punctuation);

    // «بين 2009 و2012»
    private bool JoinedToYear(int start) => (text.IsMark(start - 1, "-", "–") || (text.IsWord(start - 1) && text.Tokens[start - 1].Folded is "و")) && text.Digits(start - 2) is >= Earliest and <= Latest;

    // «من 2008 إلى 2012»
    private bool BeginsRange(int start) => text.Small(start + 1, "to", bare: false) is { } to && text.Digits(to.End) is >= Earliest and <= Latest;

    // «كأس العالم 2022»، «(2025)»: after a noun or an opening bracket; not after a verb or a bare particle.
    private bool Named(int previous) => previous >= 0 && (text.IsMark(previous, "(") || (text.IsWord(previous) && !text.IsSmall(previous, "before-a-count") && text.Tokens[previous].Folded.Length > 2));

    // «2015 شخصاً»، «2000 دولار»: what a number counts; but «في 2016 ارتفاعاً من» has its accusative from elsewhere.
    private bool Counted(int next, bool dates)
    {
        var word = text.Tokens[next].Folded;
        return text.Find(next, TimeWordKind.Unit) is not null || text.IsSmall(next, "counted") || (!dates && word.Length >= 4 && word.EndsWith('ا') && !word.StartsWith("ال", StringComparison.Ordinal));
    }
}
