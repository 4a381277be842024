using Isnad.Pipeline;
using Isnad.Reading;
using Isnad.Time.Grammar;
using Isnad.Time.Meaning;

namespace Isnad.Time;

/// <summary>
/// Resolves expressions in text order against the publication date, the tense around them, and the day that the narrative
/// has reached.
/// </summary>
internal sealed class TimeResolver(NewsDocument document, TenseFinder tenses)
{
    private const int StoryYears = 1;
    private TimeValue? previous;
    private (int Token, DateOnly? Day) told;

    public List<TimeMention> Resolve(IReadOnlyList<TimeMatch> matches)
    {
        var mentions = new List<TimeMention>(matches.Count);
        for (var i = 0; i < matches.Count; i++)
        {
            var match = matches[i];
            if (match.Meaning is not { } meaning)
            {
                continue;
            }

            var (year, shift) = Shared(matches, i);
            var direction = NeedsTense(meaning) ? tenses.At(match) : Direction.Unknown;
            var value = Value(meaning, new(document.Article.Published, previous, direction, year, shift, Story(match)) { Happened = direction == Direction.Past && tenses.Happened(match) });
            mentions.Add(Mention(match, value));
            if (value is { Earliest: not null, Problem: null } && value.Type != TimeType.Set)
            {
                previous = value;
                told = Point(meaning) is { Year: not null, Month: not null } ? (match.FirstToken, value.Earliest) : told;
            }
        }

        return mentions;
    }

    // A date with its year in this sentence or the one before, of a time long before the news.
    private DateOnly? Story(TimeMatch match) =>
        told.Day is { } day && document.Tokens[match.FirstToken].Sentence - document.Tokens[told.Token].Sentence <= 1
        && (document.Article.Published ?? document.Dating?.Earliest) is { } written && day.Year + StoryYears < written.Year
            ? day
            : null;

    // Where the day of writing is an estimate, what is the same on its first and its last day is known, and no more.
    private TimeValue Value(TimeMeaning meaning, TimeContext context)
    {
        if (document.Dating is not { } dating)
        {
            return meaning.Resolve(context);
        }

        var first = meaning.Resolve(context with { Published = dating.Earliest });
        var open = meaning.Resolve(context);
        return first.Value == open.Value ? open
            : first.Value == meaning.Resolve(context with { Published = dating.Latest }).Value ? first with { Note = $"{first.Note}{(first.Note is null ? "" : ", ")}reckoned from an estimated day" }
            : open;
    }

    // Joined expressions share a year or a modifier: the later gives it to the earlier, else the earlier to the later.
    private static (int? Year, Shift? Shift) Shared(IReadOnlyList<TimeMatch> matches, int index)
    {
        const int Reach = 4;
        for (var i = index; i < Math.Min(matches.Count - 1, index + Reach) && matches[i].JoinsNext; i++)
        {
            if (Given(matches[i + 1]) is { } given)
            {
                return given;
            }
        }

        for (var i = index - 1; i >= Math.Max(0, index - Reach) && matches[i].JoinsNext; i--)
        {
            if (Given(matches[i]) is { } given)
            {
                return (given.Year, null);
            }
        }

        return (null, null);
    }

    private static (int? Year, Shift? Shift)? Given(TimeMatch match) => Point(match.Meaning) is { } point && (point.Year is not null || point.Modifier is not null) ? (point.Year, point.Modifier)
        : match.Meaning is DayExpression { WeekdayShift: { } shift } ? (null, shift)
        : null;

    private static CalendarPoint? Point(TimeMeaning? meaning) => meaning switch
    {
        CalendarPoint point => point,
        DayExpression { Date: { } date } => date,
        Edge edge => Point(edge.Whole),
        _ => null,
    };

    private static bool NeedsTense(TimeMeaning meaning) => meaning switch
    {
        DayExpression { Date: { } date } => NeedsTense(date),
        DayExpression { Weekday: not null, RelativeDay: null } => true,
        CalendarPoint point => !point.HasYear && point.Modifier is null,
        Edge edge => NeedsTense(edge.Whole),
        PartOfYear or NamedDay => true,
        _ => false,
    };

    private TimeMention Mention(TimeMatch match, TimeValue value)
    {
        var quote = document.Quote(match.Span);
        List<Evidence> because = [new(match.Meaning!.Rule, match.Entry, quote, value.Note)];
        if (value.Problem is { } problem)
        {
            because.Add(new("time.invalid", null, quote, problem));
            document.Report("KH1040", $"impossible date: {problem}", match.Span);
        }
        else if (value.Warning is { } warning)
        {
            because.Add(new("time.disagreement", null, quote, warning));
            document.Report("KH1041", warning, match.Span);
        }

        return new(match.Span, value.Type, value.Value, value.Earliest, value.Latest, because)
        {
            Granularity = value.Granularity,
            Calendar = value.Calendar,
            Problem = value.Problem,
        };
    }
}
