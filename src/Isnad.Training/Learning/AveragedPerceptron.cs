using System.Numerics;
using System.Runtime.InteropServices;
using Isnad.Language.Tagging;

namespace Isnad.Training.Learning;

/// <summary>
/// Averaged perceptron (M. Collins, «Discriminative training methods for hidden Markov models», EMNLP 2002): weights are
/// corrected on each mistake, and the average over all steps is what is kept.
/// </summary>
internal sealed class AveragedPerceptron(IReadOnlyList<string> labels)
{
    private readonly Dictionary<uint, Row> rows = [];
    private int step = 1;

    private sealed class Row(int labels)
    {
        public readonly float[] Weights = new float[labels];
        public readonly double[] Sums = new double[labels];
        public int Updates;
    }

    public IReadOnlyList<string> Labels { get; } = labels;

    /// <summary>Scores with the present weights, for use while training.</summary>
    public void Add(ReadOnlySpan<uint> features, Span<float> scores)
    {
        foreach (var feature in features)
        {
            if (rows.TryGetValue(feature == 0 ? 1 : feature, out var row))
            {
                AddTo(scores, row.Weights);
            }
        }
    }

    /// <summary>Adds to the weights of one label; call <see cref="Step"/> once per decision.</summary>
    public void Update(ReadOnlySpan<uint> features, int label, float by)
    {
        foreach (var feature in features)
        {
            ref var row = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(rows, feature == 0 ? 1 : feature, out _);
            row ??= new Row(Labels.Count);
            row.Weights[label] += by;
            // Σ over steps of the weight equals step · weight − Σ step-at-update · change.
            row.Sums[label] += (double)by * step;
            row.Updates++;
        }
    }

    /// <summary>The averaged weights as a model, without a file.</summary>
    public LinearModel ToModel()
    {
        var stream = new MemoryStream();
        LinearModel.Write(stream, Labels, Average(leastUpdates: 2));
        return LinearModel.Read(new MemoryStream(stream.ToArray()));
    }

    private static void AddTo(Span<float> scores, ReadOnlySpan<float> weights)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(scores);
        var added = MemoryMarshal.Cast<float, Vector<float>>(weights);
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] += added[i];
        }

        for (var i = vectors.Length * Vector<float>.Count; i < scores.Length; i++)
        {
            scores[i] += weights[i];
        }
    }

    public void Step() => step++;

    /// <summary>The averaged weights of features that were corrected often enough to be trusted.</summary>
    public IEnumerable<KeyValuePair<uint, float[]>> Average(int leastUpdates = 1) => rows
        .Where(r => r.Value.Updates >= leastUpdates)
        .Select(r => KeyValuePair.Create(r.Key, r.Value.Weights.Zip(r.Value.Sums, (weight, sum) => (float)(weight - (sum / step))).ToArray()));
}
