using Isnad.Language;
using Isnad.Text;
using Isnad.Time.Lexicon;
using Isnad.Time.Meaning;

namespace Isnad.Time.Grammar;

/// <summary>
/// Finds every temporal expression: at each token the longest that a parser reads. Each parser looks at a bounded number
/// of tokens, so the whole is linear in the text.
/// </summary>
internal sealed class TimeGrammar
{
    private const int LongestList = 6;
    private readonly TimeText text;
    private readonly DateGrammar dates;
    private readonly DayGrammar days;
    private readonly YearGrammar years;
    private readonly UnitGrammar units;
    private readonly PeriodGrammar periods;
    private readonly DurationGrammar durations;
    private readonly FixedGrammar fixedPhrases;

    public TimeGrammar(TimeText text)
    {
        this.text = text;
        var numbers = new NumberGrammar(text);
        var clocks = new ClockGrammar(text, numbers);
        units = new(text);
        years = new(text, numbers, units);
        dates = new(text, numbers, new(text), years, units);
        days = new(text, numbers, dates, units, clocks);
        periods = new(text, numbers, years, units);
        durations = new(text, numbers);
        fixedPhrases = new(text, durations);
    }

    public List<TimeMatch> FindAll(int sentences)
    {
        var found = new List<TimeMatch>();
        for (var sentence = 0; sentence < sentences; sentence++)
        {
            var first = found.Count;
            text.Enter(sentence);
            FindIn(found);
            MarkJoined(found, first);
        }

        return found;
    }

    private void FindIn(List<TimeMatch> found)
    {
        var token = text.First;
        while (token < text.End)
        {
            if (text.AtomsAt(token).Length == 0 && text.Tokens[token].Kind != TokenKind.Number)
            {
                token++;
                continue;
            }

            if (DayList(token, found) is { } afterList)
            {
                token = afterList;
                continue;
            }

            var best = Longest(token);
            if (fixedPhrases.NotATime(token) is { } end && end >= (best?.End ?? 0))
            {
                token = end;
                continue;
            }

            if (best is null)
            {
                token++;
                continue;
            }

            if (!IsName(token, best.Value))
            {
                found.Add(Match(token, best));
            }

            token = best.End;
        }
    }

    // «شارع 14 تموز»، «قوى 14 آذار»; «24 ساعة في اليوم» is no particular day.
    private bool IsName(int start, TimeMeaning meaning) =>
        (meaning is DayExpression { RelativeDay: 0, Weekday: null, Date: null, Part: null, Clock: null } && text.Follows(start, "per")) ||
        meaning is DayExpression { Weekday: null, RelativeDay: null, Date: { Day: not null, HasYear: false, Modifier: null } } && text.Follows(start, "before-a-name");

    private Parsed<TimeMeaning>? Longest(int start)
    {
        Parsed<TimeMeaning>? best = null;
        Consider(fixedPhrases.Vague(start));
        Consider(days.At(start) is { } day ? new(AfterUntil(day.Value, start), day.End, day.Entry) : null);
        Consider(dates.At(start) is { } date ? new(date.Value, date.End, date.Entry) : null);
        Consider(Edged(start));
        Consider(units.Relative(start));
        Consider(periods.At(start));
        Consider(durations.At(start));
        Consider(fixedPhrases.Set(start));
        Consider(years.Marked(start) is { } year ? new(year.Value, year.End, year.Entry) : null);
        Consider(years.Bare(start) is { } bare ? new(bare.Value, bare.End, bare.Entry) : null);
        return best;

        void Consider(Parsed<TimeMeaning>? candidate)
        {
            if (candidate is not null && candidate.End > (best?.End ?? start))
            {
                best = candidate;
            }
        }
    }

    // «حتى اليوم»، «نعيش اليوم»: the present, no particular day.
    private DayExpression AfterUntil(DayExpression day, int start) =>
        day is { RelativeDay: 0, Weekday: null, Date: null, Part: null, Clock: null } && (text.Follows(start, "until") || text.Follows(start, "present-cue") || text.IsSmall(start + 1, "present-cue")) ? day with { Vague = true } : day;

    // «نهاية الشهر الماضي»، «مطلع عام 2015»، «أواخر التسعينيات»، «وقت سابق من اليوم»
    private Parsed<TimeMeaning>? Edged(int start)
    {
        if (text.Find(start, TimeWordKind.Edge) is not { } edge)
        {
            return null;
        }

        var at = text.Skip(edge.End, "of");
        Parsed<TimeMeaning>? whole = null;
        Consider(days.At(at) is { } day ? new(day.Value, day.End) : null);
        Consider(dates.At(at, supported: true) is { } date ? new(date.Value, date.End) : null);
        Consider(units.Relative(at));
        Consider(periods.At(at));
        Consider(years.Marked(at) is { } marked ? new(marked.Value, marked.End) : null);
        Consider(years.Bare(at, trusted: true) is { } bare ? new(bare.Value, bare.End) : null);
        whole ??= units.Current(at);
        return whole is null ? null : new(new Edge(whole.Value, edge.Word.Code), whole.End, edge.Word.Entry.Id);

        void Consider(Parsed<TimeMeaning>? candidate)
        {
            if (candidate is not null && candidate.End > (whole?.End ?? at))
            {
                whole = candidate;
            }
        }
    }

    /// <summary>
    /// «بين 4 و 10 سبتمبر»، «14-17 مارس»، «يومي 10 و11 مايو»: every number is a day of the month that follows the last.
    /// Returns the index after the list, or null where none begins here.
    /// </summary>
    private int? DayList(int start, List<TimeMatch> found)
    {
        var at = text.Small(start, "days") is { } word ? word.End : start;
        if (at >= text.End || text.Tokens[at].Kind != TokenKind.Number)
        {
            return null;
        }

        var heads = new List<(int Day, TextSpan Span, int Token)>();
        if (Glued(at) is { } glued && dates.MonthAfter(glued.Second.Value, at + 1) is { } gluedDate)
        {
            found.Add(new(at, at, glued.First.Span, new DayExpression { Date = gluedDate.Value with { Day = glued.First.Day } }, gluedDate.Entry));
            found.Add(new(at, gluedDate.End, TextSpan.FromBounds(glued.Second.Start, text.Tokens[gluedDate.End - 1].Span.End), new DayExpression { Date = gluedDate.Value }, gluedDate.Entry));
            return gluedDate.End;
        }

        if (YearRange(at) is { } years)
        {
            found.AddRange(years);
            return at + 1;
        }

        while (heads.Count < LongestList && text.Digits(at) is { } day and >= 1 and <= 31 && text.Tokens[at].Folded.Length <= 2)
        {
            if (ListLink(at + 1) is not { } next)
            {
                break;
            }

            heads.Add((day, text.Tokens[at].Span, at));
            at = next;
        }

        if (heads.Count == 0 || dates.At(at) is not { Value: { Day: not null, Equivalent: null } } last || text.Digits(at) is null)
        {
            return null;
        }

        foreach (var (day, span, token) in heads)
        {
            found.Add(new(token, token + 1, span, new DayExpression { Date = last.Value with { Day = day } }, last.Entry));
        }

        found.Add(new(at, last.End, TextSpan.FromBounds(text.Tokens[at].Span.Start, text.Tokens[last.End - 1].Span.End), new DayExpression { Date = last.Value }, last.Entry));
        return last.End;
    }

    // «2014-2018» is one token and two years.
    private TimeMatch[]? YearRange(int token)
    {
        const int Digits = 4;
        var current = text.Tokens[token];
        return current.Folded.Length == (2 * Digits) + 1 && current.Span.Length == current.Folded.Length && current.Folded[Digits] is '-' or '/'
            && int.TryParse(current.Folded.AsSpan(0, Digits), out var first) && int.TryParse(current.Folded.AsSpan(Digits + 1), out var last)
            && first is >= 1900 and < 2050 && last > first && last <= 2050
            ? [new(token, token + 1, new(current.Span.Start, Digits), new CalendarPoint { Year = first }, null),
               new(token, token + 1, new(current.Span.Start + Digits + 1, Digits), new CalendarPoint { Year = last }, null)]
            : null;
    }

    // «14-17» is one token.
    private ((int Day, TextSpan Span) First, (int Value, int Start) Second)? Glued(int token)
    {
        var current = text.Tokens[token];
        var dash = current.Folded.IndexOf('-', StringComparison.Ordinal);
        return dash is 1 or 2 && current.Folded.Length - dash is 2 or 3 && current.Span.Length == current.Folded.Length
            && int.TryParse(current.Folded.AsSpan(0, dash), out var first) && int.TryParse(current.Folded.AsSpan(dash + 1), out var second) && first is >= 1 and <= 31 && second is >= 1 and <= 31
            ? ((first, new(current.Span.Start, dash)), (second, current.Span.Start + dash + 1))
            : null;
    }

    // What joins the days of a list: «و»، «إلى»، «حتى»، a dash or a comma.
    private int? ListLink(int at)
    {
        at = text.IsMark(at, "،", ",") && (text.Digits(at + 1) is not null || text.IsWord(at + 1)) ? at + 1 : at;
        return text.Digits(at) is not null && text.IsMark(at - 1, "،", ",") ? at
            : text.IsMark(at, "-", "–") ? at + 1
            : text.IsWord(at) && text.Tokens[at].Folded is "و" ? at + 1
            : text.Small(at, "to", bare: false) is { } to ? to.End
            : null;
    }

    private TimeMatch Match(int start, Parsed<TimeMeaning> parsed)
    {
        var from = text.Tokens[start].Span.Start;
        var longest = -1;
        foreach (var atom in text.AtomsAt(start))
        {
            // Of the readings of the first word the one that cuts least off it is the word that was parsed.
            if (atom.End <= parsed.End && (longest < 0 || atom.Span.Start > from))
            {
                (from, longest) = (atom.Span.Start, atom.End);
            }
        }

        return new(start, parsed.End, TextSpan.FromBounds(from, text.Tokens[parsed.End - 1].Span.End), parsed.Value, parsed.Entry);
    }

    // «5 مايو و8 يونيو 2012»، «يوليو وأغسطس الماضيين»: two expressions with nothing but a joining word between.
    private void MarkJoined(List<TimeMatch> found, int first)
    {
        for (var i = first; i + 1 < found.Count; i++)
        {
            var (left, right) = (found[i], found[i + 1]);
            var between = right.FirstToken - left.EndToken;
            var conjoined = text.AtomsAt(right.FirstToken) is [{ HasConjunction: true }, ..];
            left.JoinsNext = between == 0 ? conjoined
                : between == 1 && (text.IsMark(left.EndToken, "-", "–", "/", "،") || text.IsSmall(left.EndToken, "to") || text.Tokens[left.EndToken].Folded is "و" or "او");
        }
    }
}
