namespace Isnad.Training.Events;

/// <summary>From which score on a candidate of a type counts, read from scores of cross-validation.</summary>
internal static class MentionThreshold
{
    private const double Lowest = 0.6;
    private const double Highest = 0.7;

    // Of a type with few verdicts the precision at any score is uncertain: as many right and wrong ones as wanted are assumed beside them.
    private const double Assumed = 6;

    /// <summary>The lowest score from which on the wanted share are events, within reason.</summary>
    public static double Of(IReadOnlyList<(JudgeExample Example, double Score)> scored, double wantedPrecision)
    {
        var (lowest, highest) = (Score(Lowest), Score(Highest));
        foreach (var threshold in scored.Select(s => s.Score).Append(lowest).Where(s => s >= lowest && s <= highest).Order())
        {
            double taken = scored.Count(s => s.Score >= threshold), right = scored.Count(s => s.Score >= threshold && s.Example.IsEvent);
            if ((right + (Assumed * wantedPrecision)) / (taken + Assumed) >= wantedPrecision)
            {
                return threshold;
            }
        }

        return highest;
    }

    public static double Probability(double score) => 1 / (1 + Math.Exp(-score));

    private static double Score(double probability) => Math.Log(probability / (1 - probability));
}
