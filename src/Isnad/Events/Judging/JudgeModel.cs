using Isnad.Language.Tagging;

namespace Isnad.Events.Judging;

/// <summary>One question that the judge answers: is this word such an event, or does this sentence tell of one.</summary>
/// <param name="Name">Name of its column of weights.</param>
/// <param name="Bias">Score before any feature is seen.</param>
/// <param name="Threshold">Score from which the answer is yes.</param>
internal sealed record JudgeQuestion(string Name, float Bias, float Threshold);

/// <summary>The trained weights of the judge (models/events/judge.bin, docs/models.md). Immutable.</summary>
internal sealed class JudgeModel
{
    /// <summary>The column of weights that all types share.</summary>
    public const string Shared = "any";

    /// <summary>Weights are kept in steps of a twenty-fourth.</summary>
    public const float Steps = 24;

    private const string ToldPrefix = "told ";
    private const byte Version = 1;
    private static readonly Lazy<JudgeModel?> Embedded = new(Load);
    private readonly LinearModel weights;
    private readonly Dictionary<string, (int Label, JudgeQuestion Question)> questions = new(StringComparer.Ordinal);
    private readonly int shared;

    private JudgeModel(LinearModel weights, IEnumerable<JudgeQuestion> known)
    {
        this.weights = weights;
        shared = Label(Shared);
        foreach (var question in known)
        {
            questions.Add(question.Name, (Label(question.Name), question));
        }
    }

    /// <summary>The weights that ship with the engine, or null where it was built without them.</summary>
    public static JudgeModel? Default => Embedded.Value;

    /// <summary>Name of the question whether a sentence tells of an event of a type, rather than names one in passing.</summary>
    public static string Told(string type) => ToldPrefix + type;

    /// <summary>The question of this name, or null where the judge was not taught it.</summary>
    public JudgeQuestion? this[string name] => questions.TryGetValue(name, out var known) ? known.Question : null;

    /// <summary>What each feature adds to the score of a question that is known.</summary>
    public double[] Contributions(IReadOnlyList<JudgeFeature> features, ReadOnlySpan<float> scale, string name)
    {
        var label = questions[name].Label;
        // Whether a sentence tells is its own lesson; what makes a word an event is partly the same for all types.
        var common = name.StartsWith(ToldPrefix, StringComparison.Ordinal) ? label : shared;
        var contributions = new double[features.Count];
        for (var i = 0; i < contributions.Length; i++)
        {
            contributions[i] = weights.Weight(features[i].Hash, label, common) * scale[i] / Steps;
        }

        return contributions;
    }

    /// <exception cref="InvalidDataException">The stream holds no such model.</exception>
    public static JudgeModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        if (reader.ReadByte() != Version)
        {
            throw new InvalidDataException("not a judge of this version; train it again");
        }

        var questions = new JudgeQuestion[reader.ReadByte()];
        for (var i = 0; i < questions.Length; i++)
        {
            questions[i] = new(reader.ReadString(), reader.ReadSingle(), reader.ReadSingle());
        }

        return new(LinearModel.Read(stream), questions);
    }

    public static void Write(Stream stream, IReadOnlyList<JudgeQuestion> questions, IReadOnlyList<string> labels, IEnumerable<KeyValuePair<uint, float[]>> weights)
    {
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Version);
            writer.Write((byte)questions.Count);
            foreach (var question in questions)
            {
                writer.Write(question.Name);
                writer.Write(question.Bias);
                writer.Write(question.Threshold);
            }
        }

        LinearModel.Write(stream, labels, weights, Steps);
    }

    private static JudgeModel? Load()
    {
        using var stream = typeof(JudgeModel).Assembly.GetManifestResourceStream("judge.bin");
        return stream is null ? null : Read(stream);
    }

    private int Label(string name)
    {
        for (var label = 0; label < weights.Labels.Count; label++)
        {
            if (weights.Labels[label] == name)
            {
                return label;
            }
        }

        throw new InvalidDataException($"the judge has no weights for «{name}»; train it again");
    }
}
