using Isnad.Pipeline;
using Isnad.Reading;
using Isnad.Time.Grammar;
using Isnad.Time.Meaning;

namespace Isnad.Time.Dating;

/// <summary>
/// Estimates when an article was written: every clue makes some days likelier and others less so, and what they say
/// together is a probability for every day of the timeline.
/// </summary>
internal sealed class ArticleDating(ClueWeights weights)
{
    // A clue misread or a slip of the writer's leaves every day possible.
    private const double Doubt = 0.02;
    private const double Mass = 0.8;
    private const int MostEvidence = 6;
    private const double LeastGain = 0.5;

    /// <summary>A clue, the class of every day seen from it, and what each class is worth.</summary>
    private sealed record Seen(DateClue Clue, byte[] Bins, double[] PerBin);

    /// <summary>The estimate, or null where no clue says anything.</summary>
    public DocumentDate? Estimate(IReadOnlyList<DateClue> clues)
    {
        var scores = new double[Timeline.Length];
        for (var day = 0; day < scores.Length; day++)
        {
            scores[day] = Timeline.LogPrior(day);
        }

        var used = new List<Seen>();
        foreach (var clue in clues)
        {
            if (weights.Of(clue.Kind) is not { } shares)
            {
                continue;
            }

            var bins = new byte[Timeline.Length];
            clue.Fill(bins);
            var perBin = LogDensity(shares, bins, clue.Weight);
            for (var day = 0; day < scores.Length; day++)
            {
                scores[day] += perBin[bins[day]];
            }

            used.Add(new(clue, bins, perBin));
        }

        return used.Count == 0 ? null : Summarise(scores, used);
    }

    // A class of distance shares its probability among the days in it.
    private static double[] LogDensity(double[] shares, ReadOnlySpan<byte> bins, double weight)
    {
        var days = new int[ClueBins.Count];
        foreach (var bin in bins)
        {
            days[bin]++;
        }

        var result = new double[ClueBins.Count];
        for (var bin = 0; bin < result.Length; bin++)
        {
            result[bin] = days[bin] == 0 ? 0 : weight * Math.Log(((1 - Doubt) * shares[bin] / days[bin]) + (Doubt / bins.Length));
        }

        return result;
    }

    private static DocumentDate Summarise(double[] scores, List<Seen> used)
    {
        var top = scores.Max();
        var sum = 0.0;
        for (var day = 0; day < scores.Length; day++)
        {
            sum += scores[day] = Math.Exp(scores[day] - top);
        }

        for (var day = 0; day < scores.Length; day++)
        {
            scores[day] /= sum;
        }

        var likeliest = Likeliest(scores);
        var (first, last, mass) = Shortest(scores);
        var best = Timeline.Day(likeliest);
        return new(Timeline.Day(first), Timeline.Day(last), best, Round(mass), Evidence(used, likeliest))
        {
            MonthConfidence = Round(Sum(scores, new(best.Year, best.Month, 1), new(best.Year, best.Month, DateTime.DaysInMonth(best.Year, best.Month)))),
            YearConfidence = Round(Sum(scores, new(best.Year, 1, 1), new(best.Year, 12, 31))),
        };
    }

    // The best day of the best month: one sharp day must not outweigh a month that many clues share.
    private static int Likeliest(double[] scores)
    {
        var (month, mass) = (0, -1.0);
        for (var first = 0; first < scores.Length;)
        {
            var day = Timeline.Day(first);
            var length = DateTime.DaysInMonth(day.Year, day.Month);
            var sum = scores.AsSpan(first, length).Sum();
            if (sum > mass)
            {
                (month, mass) = (first, sum);
            }

            first += length;
        }

        var start = Timeline.Day(month);
        var best = month;
        for (var day = month; day < month + DateTime.DaysInMonth(start.Year, start.Month); day++)
        {
            best = scores[day] > scores[best] ? day : best;
        }

        return best;
    }

    // The shortest stretch of days that holds most of the probability.
    private static (int First, int Last, double Mass) Shortest(double[] scores)
    {
        var (best, sum, first) = ((First: 0, Last: scores.Length - 1, Mass: 1.0), 0.0, 0);
        for (var last = 0; last < scores.Length; last++)
        {
            sum += scores[last];
            while (sum - scores[first] >= Mass)
            {
                sum -= scores[first++];
            }

            if (sum >= Mass && last - first < best.Last - best.First)
            {
                best = (first, last, sum);
            }
        }

        return best;
    }

    private static double Sum(double[] scores, DateOnly first, DateOnly last) =>
        scores.AsSpan(Timeline.Index(first), Timeline.Index(last) - Timeline.Index(first) + 1).Sum();

    // What each clue adds at the likeliest day over what it says of all days on average.
    private static List<Evidence> Evidence(List<Seen> used, int likeliest)
    {
        var gains = new List<(double Gain, Evidence Evidence)>();
        foreach (var (clue, bins, perBin) in used)
        {
            var mean = 0.0;
            foreach (var bin in bins)
            {
                mean += perBin[bin];
            }

            gains.Add((perBin[bins[likeliest]] - (mean / bins.Length), clue.Evidence with { Rule = $"dating.{clue.Kind}" }));
        }

        return [.. gains.Where(g => g.Gain > LeastGain).OrderByDescending(g => g.Gain).Take(MostEvidence).Select(g => g.Evidence)];
    }

    private static double Round(double probability) => Math.Round(probability, 2);
}

file static class Sums
{
    public static double Sum(this Span<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
