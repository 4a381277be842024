namespace Isnad.Training.Events;

/// <summary>
/// Logistic regression with adaptive steps (J. Duchi et al., JMLR 2011), averaged over the later rounds. Each example teaches one
/// or more columns of weights: one that all types share beside one a type (H. Daumé, «Frustratingly easy domain adaptation», ACL 2007).
/// Of a sentence the candidate that scores best is taught.
/// </summary>
internal sealed class JudgeLearner(Func<string, string[]> columnsOf, double eventWeight = 1, double lessonWeight = 1)
{
    private const int Rounds = 30;
    private const int FirstAveraged = 10;
    private const float Rate = 0.1f;
    private const double Decay = 1e-4;
    private readonly Dictionary<(uint Feature, string Column), int> index = [];
    private readonly Dictionary<string, int> biases = new(StringComparer.Ordinal);
    private readonly List<float> weights = [];
    private readonly List<double> squares = [];
    private readonly List<double> sums = [];

    public void Learn(IReadOnlyList<JudgeExample> examples, Random random)
    {
        var prepared = examples.Where(e => e.Candidates.Count > 0).Select(e => (Example: e, Rows: e.Candidates.Select(Prepare).ToArray())).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(prepared);
            foreach (var (example, rows) in prepared)
            {
                var best = rows.MaxBy(Sum);
                var error = (example.Target - (1 / (1 + Math.Exp(-Sum(best))))) * WeightOf(example);
                for (var i = 0; i < best.At.Length; i++)
                {
                    Step(best.At[i], (error * best.Scale[i]) - (Decay * weights[best.At[i]]));
                }
            }

            for (var i = 0; round >= FirstAveraged && i < sums.Count; i++)
            {
                sums[i] += weights[i];
            }
        }

        for (var i = 0; i < weights.Count; i++)
        {
            weights[i] = (float)(sums[i] / (Rounds - FirstAveraged));
        }
    }

    /// <summary>Score of the best candidate; without any there is no event.</summary>
    public double Score(JudgeExample example) => example.Candidates.Count == 0 ? double.NegativeInfinity : example.Candidates.Max(Score);

    public float Bias(string type) => biases.TryGetValue(columnsOf(type)[^1], out var at) ? weights[at] : 0;

    /// <summary>Weights by feature and column.</summary>
    public IEnumerable<(uint Feature, string Column, float Weight)> Weights() => index.Select(i => (i.Key.Feature, i.Key.Column, weights[i.Value]));

    private double Score(JudgeCandidate candidate)
    {
        var sum = (double)Bias(candidate.Type);
        foreach (var column in columnsOf(candidate.Type))
        {
            for (var i = 0; i < candidate.Features.Length; i++)
            {
                sum += index.TryGetValue((candidate.Features[i], column), out var at) ? weights[at] * candidate.Scale[i] : 0;
            }
        }

        return sum;
    }

    private double WeightOf(JudgeExample example) => example.IsLesson ? lessonWeight : example.IsEvent ? eventWeight : 1;

    private (int[] At, float[] Scale) Prepare(JudgeCandidate candidate)
    {
        var columns = columnsOf(candidate.Type);
        var at = new List<int>();
        var scale = new List<float>();
        foreach (var column in columns)
        {
            for (var i = 0; i < candidate.Features.Length; i++)
            {
                at.Add(Row(index, (candidate.Features[i], column)));
                scale.Add(candidate.Scale[i]);
            }
        }

        at.Add(Row(biases, columns[^1]));
        scale.Add(1);
        return ([.. at], [.. scale]);
    }

    private int Row<T>(Dictionary<T, int> rows, T key) where T : notnull
    {
        if (!rows.TryGetValue(key, out var row))
        {
            row = weights.Count;
            rows.Add(key, row);
            weights.Add(0);
            squares.Add(1e-8);
            sums.Add(0);
        }

        return row;
    }

    private double Sum((int[] At, float[] Scale) rows)
    {
        var sum = 0.0;
        for (var i = 0; i < rows.At.Length; i++)
        {
            sum += weights[rows.At[i]] * rows.Scale[i];
        }

        return sum;
    }

    private void Step(int row, double slope)
    {
        squares[row] += slope * slope;
        weights[row] += (float)(Rate * slope / Math.Sqrt(squares[row]));
    }
}
