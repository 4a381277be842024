using System.Globalization;

namespace Isnad.Training.Events;

/// <summary>The figures of the event gold standard: does a sentence tell of an event of the type.</summary>
internal static class SentenceScores
{
    private const string Difficult = "difficult no";
    private const string Ambiguous = "ambiguous";

    /// <summary>Prints the figures of each type and returns the thresholds that serve both against easy and against all no.</summary>
    public static Dictionary<string, double> Report(IReadOnlyList<JudgeExample> sentences, IReadOnlyList<JudgeExample> lessons, Func<JudgeLearner> learner, int seed, Action<string> say)
    {
        var thresholds = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var type in sentences.GroupBy(s => s.Type))
        {
            var scored = CrossValidation.Score([.. type], [.. JudgeStep.Told(lessons).Where(l => l.Type == type.Key)], learner, seed);
            var all = scored.Where(s => s.Example.Label != Ambiguous).ToList();
            var easy = all.Where(s => s.Example.Label != Difficult).ToList();
            thresholds[type.Key] = scored.Select(s => s.Score).Where(double.IsFinite).MaxBy(t => CrossValidation.At(all, t).F1 + CrossValidation.At(easy, t).F1);
            Line($"{type.Key}, against easy no", easy, CrossValidation.Best(easy));
            Line($"{type.Key}, against all no", all, CrossValidation.Best(all));
            Line($"{type.Key}, against easy no at the threshold that ships", easy, thresholds[type.Key]);
            Line($"{type.Key}, against all no at the threshold that ships", all, thresholds[type.Key]);
        }

        return thresholds;

        void Line(string what, List<(JudgeExample, double)> scored, double threshold) =>
            say(string.Create(CultureInfo.InvariantCulture, $"{what}: {CrossValidation.Describe(scored, threshold)} at {threshold:0.00}"));
    }
}
