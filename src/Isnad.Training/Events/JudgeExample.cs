using Isnad.Events.Judging;

namespace Isnad.Training.Events;

/// <summary>A candidate as the learner sees it: hashes of its features and how much each counts.</summary>
/// <param name="IsReal">Said to have happened or to go on.</param>
internal sealed record JudgeCandidate(string Type, bool IsReal, uint[] Features, float[] Scale)
{
    /// <summary>The features themselves.</summary>
    public IReadOnlyList<JudgeFeature> Seen { get; init; } = [];
}

/// <summary>Candidates of one type of which the best decides: a judged mention, or all of a sentence of which only that is known.</summary>
/// <param name="Target">How surely there is an event: 1 where all annotators say so, 0 where none does.</param>
/// <param name="Group">Article or sentence; folds never split one.</param>
/// <param name="Label">The label of its corpus, such as «easy no».</param>
internal sealed record JudgeExample(string Type, IReadOnlyList<JudgeCandidate> Candidates, double Target, string Group, string Label)
{
    public bool IsEvent => Label == "yes";

    /// <summary>Written to teach, not found in news.</summary>
    public bool IsLesson { get; init; }
}
