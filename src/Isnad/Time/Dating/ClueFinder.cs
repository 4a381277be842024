using Isnad.Pipeline;
using Isnad.Reading;
using Isnad.Time.Grammar;
using Isnad.Time.Meaning;

namespace Isnad.Time.Dating;

/// <summary>Takes the clues to an article's own date from its temporal expressions, before they are resolved.</summary>
internal sealed class ClueFinder(NewsDocument document, TimeText text, TenseFinder tenses)
{
    private const int LeadSentences = 3;
    private const int LongestGap = 2;
    private const int AnniversaryReach = 9;

    // Dates of one article are chosen by one writer: two that agree are less than two independent clues.
    private const double ManyDates = 0.75;
    private const int MostOfAKind = 12;
    private const int IndependentOfAKind = 2;
    private readonly List<DateClue> recurring = [];
    private readonly List<DateClue> spoken = [];
    private readonly List<(StretchClue Clue, DateRole Role, bool Lead)> dated = [];
    private readonly NumberGrammar numbers = new(text);

    /// <summary>What a date with its year is doing in the article.</summary>
    private enum DateRole
    {
        Told,
        Coming,

        /// <summary>It names a law, a revolution or a letter: «القانون المؤرخ في 24 مارس 2016»، «ثورة 14 جانفي 2011».</summary>
        Cited,
    }

    public IEnumerable<DateClue> Find(IReadOnlyList<TimeMatch> matches)
    {
        for (var i = 0; i < matches.Count; i++)
        {
            if (matches[i].Meaning is { } meaning && !Apposed(matches, i))
            {
                Take(matches[i], meaning);
            }
        }

        return [.. Distinct(spoken), .. Telling(), .. Distinct(recurring)];
    }

    private void Take(TimeMatch match, TimeMeaning meaning)
    {
        switch (meaning)
        {
            case Edge edge:
                Take(match, edge.Whole);
                break;
            case DayExpression { RelativeDay: { } shift, Date: { } date }:
                Spoken(match, date, shift);
                break;
            case DayExpression { RelativeDay: { } shift, Weekday: { } weekday }:
                spoken.Add(new WeekdayClue($"weekday.spoken.{Sign(shift)}", Quote(match), ((weekday - 1 - shift + 14) % 7) + 1));
                break;
            case DayExpression { Date: { } date } day:
                Point(match, date with { Weekday = day.Weekday });
                break;
            case CalendarPoint point:
                Point(match, point);
                break;
            case UnitExpression { Unit: "Y", Year: { } year, Shift: { Narrative: false } shift }:
                Said(match, new CalendarPoint { Year = year - shift.Amount }.Resolve(Nowhere), "year.said", ClueUnit.Year);
                break;
            case PartOfYear { Year.Year: not null }:
                AddStretch(match, meaning.Resolve(Nowhere), "part", ClueUnit.Month);
                break;
            case NamedDay { Year: null } feast:
                recurring.Add(new RecurringClue($"feast.{feast.First.Calendar.ToString().ToLowerInvariant()}", Quote(match), ClueUnit.Day, feast.First, 0));
                break;
            case NamedDay { Year.Year: not null }:
                AddStretch(match, meaning.Resolve(Nowhere), "day.full", ClueUnit.Day);
                break;
        }
    }

    private static TimeContext Nowhere { get; } = new(null, null, Direction.Unknown);

    // «اليوم الأربعاء 1 فيفري 2017»، «أمس 5 نيسان»
    private void Spoken(TimeMatch match, CalendarPoint date, int shift)
    {
        if (date.Year is null)
        {
            spoken.Add(new RecurringClue("day.bare.spoken", Quote(match), ClueUnit.Day, date, 0));
        }
        else if (date.Resolve(Nowhere) is { Earliest: { } day } && CalendarArithmetic.AddDays(day, -shift) is { } written)
        {
            spoken.Add(new StretchClue("day.full.spoken", Quote(match), ClueUnit.Day, written, written));
        }
    }

    // «الشهر المقبل، في أيلول» was written in August.
    private bool Apposed(IReadOnlyList<TimeMatch> matches, int index)
    {
        var match = matches[index];
        if (match.Meaning is not CalendarPoint { Month: { } month, Day: null, HasYear: false, Modifier: null, Calendar: TimeCalendar.Gregorian } point)
        {
            return false;
        }

        foreach (var beside in (int[])[index - 1, index + 1])
        {
            if (beside >= 0 && beside < matches.Count && matches[beside] is { Meaning: UnitExpression { Unit: "M", Shift: { Narrative: false } shift } } relative && Gap(match, relative) <= LongestGap && Sentence(match) == Sentence(relative))
            {
                spoken.Add(new RecurringClue("month.said", Quote(match), ClueUnit.Month, point with { Month = ((month - 1 - shift.Amount + 24) % 12) + 1 }, 0));
                return true;
            }
        }

        return false;
    }

    private static int Gap(TimeMatch a, TimeMatch b) => Math.Max(a.FirstToken, b.FirstToken) - Math.Min(a.EndToken, b.EndToken);

    private int Sentence(TimeMatch match) => document.Tokens[match.FirstToken].Sentence;

    private void Said(TimeMatch match, TimeValue value, string kind, ClueUnit unit)
    {
        if (value is { Earliest: { } first, Latest: { } last })
        {
            spoken.Add(new StretchClue(kind, Quote(match), unit, first, last));
        }
    }

    private void Point(TimeMatch match, CalendarPoint point)
    {
        if (point.YearShift is not null || point.MonthShift is not null || point.Modifier is { Narrative: true } || point.Contradiction is not null)
        {
            return;
        }

        if (Anniversary(match, point))
        {
            return;
        }

        var unit = point.Day is not null ? ClueUnit.Day : point.Month is not null ? ClueUnit.Month : ClueUnit.Year;
        var calendar = point.Calendar == TimeCalendar.Gregorian ? "" : ".hijri";
        if (point.Year is not null || point.Equivalent?.Year is not null)
        {
            AddStretch(match, point.Resolve(Nowhere), $"{Name(unit)}.full{calendar}", unit);
        }
        else if (point.Month is not null)
        {
            var direction = point.Modifier is { } modifier ? Sign(modifier.Amount) : Tense(match);
            // A Hijri day begins with the sighting of the moon: the weekday may be the one before or after.
            var weekday = point.Weekday is null || point.Calendar == TimeCalendar.Hijri ? null : point.Weekday;
            recurring.Add(new RecurringClue($"{Name(unit)}.bare{calendar}.{direction}{(weekday is null ? "" : ".weekday")}{Place(match)}", Quote(match), unit, point with { Modifier = null, Equivalent = null, Weekday = weekday }, Math.Sign(point.Modifier?.Amount ?? 0)));
        }
    }

    private void AddStretch(TimeMatch match, TimeValue value, string kind, ClueUnit unit)
    {
        if (value is { Problem: null, Earliest: { } first, Latest: { } last } && first.Year >= Timeline.FirstYear && last.Year <= Timeline.LastYear)
        {
            var tense = Tense(match);
            dated.Add((new(kind, Quote(match), unit, first, last), IsCited(match) ? DateRole.Cited : tense == "future" ? DateRole.Coming : DateRole.Told, IsLead(match)));
        }
    }

    // Of the dates with a year the last one not in the future tells most, and the first that is to come: the others are
    // its history. The same of those in the lead, which speaks of the news itself.
    private IEnumerable<DateClue> Telling()
    {
        var told = dated.Where(d => d.Role == DateRole.Told).ToList();
        var last = Last(told.Select(d => d.Clue));
        var lead = Last(told.Where(d => d.Lead).Select(d => d.Clue));
        var coming = dated.Where(d => d.Role == DateRole.Coming).Select(d => d.Clue).MinBy(c => c.First);
        var cited = last is null ? Last(dated.Where(d => d.Role == DateRole.Cited).Select(d => d.Clue)) : null;
        List<DateClue> clues = [];
        Add(last, ReferenceEquals(last, lead) ? ".lead" : ".body");
        Add(ReferenceEquals(last, lead) ? null : lead, ".earlier");
        Add(coming, ".coming");
        Add(cited, ".cited");
        return clues.Select(c => c with { Weight = clues.Count > 1 ? ManyDates : 1 });

        void Add(StretchClue? clue, string role)
        {
            if (clue is not null)
            {
                clues.Add(clue with { Kind = clue.Kind + role });
            }
        }
    }

    private bool IsCited(TimeMatch match)
    {
        text.Enter(Sentence(match));
        for (var token = match.FirstToken - 1; token >= match.FirstToken - LongestGap; token--)
        {
            if (text.Small(token, "cited-date", bare: false) is not null)
            {
                return true;
            }
        }

        return false;
    }

    // «الذكرى السادسة لثورة 14 جانفي 2011» was written in 2017.
    private bool Anniversary(TimeMatch match, CalendarPoint point)
    {
        text.Enter(Sentence(match));
        for (var token = match.FirstToken - 1; token >= match.FirstToken - AnniversaryReach; token--)
        {
            if (point.Year is { } year && point.Calendar == TimeCalendar.Gregorian && text.Small(token, "anniversary", bare: false) is { } word && Ordinal(word.End) is { } which && which.End <= match.FirstToken)
            {
                Said(match, new CalendarPoint { Year = year + which.Value }.Resolve(Nowhere), "year.said", ClueUnit.Year);
                return true;
            }
        }

        return false;
    }

    // «الـ63»، «(62)»، «السادسة والستين»
    private Parsed<int>? Ordinal(int start)
    {
        var at = text.IsMark(start, "(") ? start + 1 : start;
        return numbers.Ordinal(at) ?? (numbers.Cardinal(at) is { Value: < 200 } digits ? digits : null);
    }

    // The last year; within it the finest that is said, for «عام 2015» adds nothing to «14 تموز 2015».
    private static StretchClue? Last(IEnumerable<StretchClue> clues) =>
        clues.OrderByDescending(c => c.Last.Year).ThenBy(c => c.Unit).ThenByDescending(c => c.Last).FirstOrDefault();

    // The same day named three times is one clue, and ten months named beside one another are not ten independent ones.
    private static IEnumerable<DateClue> Distinct(List<DateClue> clues)
    {
        var distinct = clues.DistinctBy(c => c switch
        {
            RecurringClue r => (object)(r.Kind, r.Point.Month, r.Point.Day, r.Point.Weekday),
            StretchClue s => (s.Kind, s.First, s.Last),
            WeekdayClue w => (w.Kind, w.Weekday),
            _ => c,
        }).Take(MostOfAKind).ToList();
        return distinct.Select(c => c with { Weight = Math.Min(1, (double)IndependentOfAKind / distinct.Count) });
    }

    private Evidence Quote(TimeMatch match) => new("dating", match.Entry, document.Quote(match.Span));

    private string Place(TimeMatch match) => IsLead(match) ? ".lead" : ".body";

    private bool IsLead(TimeMatch match) => Sentence(match) < LeadSentences;

    // «رؤية 2030»، «بحلول عام 2040» point ahead whatever the verb.
    private string Tense(TimeMatch match)
    {
        var direction = tenses.At(match);
        return text.Follows(match.FirstToken, "ahead") ? "future" : direction.ToString().ToLowerInvariant();
    }

    private static string Sign(int amount) => amount switch { < 0 => "last", > 0 => "next", _ => "this" };

    private static string Name(ClueUnit unit) => unit.ToString().ToLowerInvariant();
}
