using System.Globalization;

namespace Isnad.Training.Events;

/// <summary>Scores every example with what was learned from the others.</summary>
internal static class CrossValidation
{
    private const int Folds = 5;

    /// <summary>Scores the examples of a corpus, with lessons that all folds share.</summary>
    public static List<(JudgeExample Example, double Score)> Score(IReadOnlyList<JudgeExample> examples, IReadOnlyList<JudgeExample> lessons, Func<JudgeLearner> learner, int seed)
    {
        var scored = new List<(JudgeExample, double)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var learned = learner();
            learned.Learn([.. examples.Where(e => FoldOf(e.Group) != fold), .. lessons], new Random(seed));
            scored.AddRange(examples.Where(e => FoldOf(e.Group) == fold).Select(e => (e, learned.Score(e))));
        }

        return scored;
    }

    public static string Describe(IReadOnlyList<(JudgeExample Example, double Score)> scored, double threshold)
    {
        var (precision, recall, f1) = At(scored, threshold);
        var (before, _, _) = At(scored, double.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"P {precision:0.000} R {recall:0.000} F1 {f1:0.000} of {scored.Count(s => s.Example.IsEvent)} in {scored.Count} (P {before:0.000} without judge)");
    }

    public static (double Precision, double Recall, double F1) At(IReadOnlyList<(JudgeExample Example, double Score)> scored, double threshold)
    {
        double taken = scored.Count(s => s.Score >= threshold), right = scored.Count(s => s.Score >= threshold && s.Example.IsEvent), wanted = scored.Count(s => s.Example.IsEvent);
        return (taken == 0 ? 0 : right / taken, wanted == 0 ? 0 : right / wanted, taken + wanted == 0 ? 0 : 2 * right / (taken + wanted));
    }

    /// <summary>The threshold with the best F1.</summary>
    public static double Best(IReadOnlyList<(JudgeExample Example, double Score)> scored) =>
        scored.Select(s => s.Score).Where(double.IsFinite).DefaultIfEmpty(0).MaxBy(t => At(scored, t).F1);

    /// <summary>Mean precision at every event found, best scores first: 1 where all events come before all others.</summary>
    public static double AveragePrecision(IReadOnlyList<(JudgeExample Example, double Score)> scored)
    {
        double right = 0, sum = 0;
        var taken = 0;
        foreach (var (example, _) in scored.OrderByDescending(s => s.Score))
        {
            taken++;
            right += example.IsEvent ? 1 : 0;
            sum += example.IsEvent ? right / taken : 0;
        }

        return right == 0 ? 0 : sum / right;
    }

    // By a hash of the name, so that folds do not change when the corpus is read in another order.
    private static int FoldOf(string group)
    {
        var hash = 2166136261u;
        foreach (var c in group)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (int)((hash ^ (hash >> 15)) % Folds);
    }
}
