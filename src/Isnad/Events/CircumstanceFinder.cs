using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Places;
using Isnad.Reading;
using Isnad.Time;

namespace Isnad.Events;

/// <summary>When and where: the temporal expression and the place that belong to a trigger.</summary>
internal sealed class CircumstanceFinder(NewsDocument document, ClauseScanner scanner)
{
    /// <summary>The temporal expression that governs a trigger: the nearest in its sentence with no other trigger between, after it rather than before.</summary>
    public TimeMention? TimeOf(Trigger trigger, IReadOnlyList<Trigger> all)
    {
        var sentence = document.Sentences[document.Tokens[trigger.FirstToken].Sentence].Span;
        TimeMention? best = null;
        var bestCost = int.MaxValue;
        foreach (var time in document.Times)
        {
            if (!sentence.Contains(time.Span) || DateOf(time) is null)
            {
                continue;
            }

            var after = time.Span.Start >= trigger.Span.End;
            var (from, to) = after ? (trigger.Span.End, time.Span.Start) : (time.Span.End, trigger.Span.Start);
            var between = all.Count(t => t.Span.Start >= from && t.Span.End <= to && t.Frame.Type != trigger.Frame.Type);
            var cost = to - from + (after ? 0 : 15) + (60 * between);
            if (cost < bestCost && cost < 220)
            {
                (best, bestCost) = (time, cost);
            }
        }

        return best;
    }

    /// <summary>The ISO date of an expression at the precision known («2019», «2019-04», «2019-04-08»), or null.</summary>
    public static string? DateOf(TimeMention time)
    {
        if (time.Type is not (TimeType.Date or TimeType.Time) || time.Value.Length < 4 || !time.Value.AsSpan(0, 4).ContainsOnlyDigits())
        {
            return null;
        }

        var value = time.Value.Split('T')[0];
        if (value.Contains('W', StringComparison.Ordinal) || value.Length is not (4 or 7 or 10) || value.Contains('X', StringComparison.Ordinal))
        {
            // A week or a season has no ISO date; its month or year stands for it.
            return time.Earliest is { } day ? value.Contains('W', StringComparison.Ordinal) ? $"{day.Year:0000}-{day.Month:00}" : $"{day.Year:0000}" : null;
        }

        return value.Length == 7 && !value.AsSpan(5).ContainsOnlyDigits() ? value[..4] : value;
    }

    /// <summary>The place nearest to a trigger in its clause, after it rather than before.</summary>
    public PlaceMention? PlaceOf(Trigger trigger, Participants participants)
    {
        var sentence = document.Sentences[document.Tokens[trigger.FirstToken].Sentence];
        PlaceMention? best = null;
        var bestCost = int.MaxValue;
        foreach (var place in document.Places)
        {
            if (place.FirstToken < sentence.FirstToken || place.EndToken > sentence.EndToken)
            {
                continue;
            }

            var taken = participants.Actors.Concat(participants.Recipients).Any(m => m.Span.Contains(place.Span) && m.Span.Length > place.Span.Length);
            var located = IsLocated(place);
            if (taken || (!located && trigger.IsVerb))
            {
                continue;
            }

            var cost = place.FirstToken >= trigger.EndToken ? place.FirstToken - trigger.EndToken : trigger.FirstToken - place.EndToken + 8;
            cost += located ? 0 : 10;
            if (cost < bestCost && cost <= 25)
            {
                (best, bestCost) = (place, cost);
            }
        }

        return best;
    }

    private bool IsLocated(PlaceMention place)
    {
        for (var token = place.FirstToken - 1; token >= Math.Max(0, place.FirstToken - 3); token--)
        {
            if (scanner.Closed.PrepositionOf(document.Tokens[token]) is not null)
            {
                return true;
            }
        }

        return document.Tokens[place.FirstToken].Span.Start < place.Span.Start;
    }
}

internal static class DigitSpanExtensions
{
    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
