namespace Isnad.Archive.Reviews;

/// <summary>What a person says of readings. Reviews are only added; an undo is a review too.</summary>
/// <param name="Number">Names it in this archive.</param>
/// <param name="MadeAt">When, in UTC (ISO 8601).</param>
/// <param name="Reviewer">Who.</param>
/// <param name="Action">accept, reject, merge, split, correct or undo.</param>
/// <param name="Field">What a correction corrects.</param>
/// <param name="Value">What it is in truth; empty where it is nothing.</param>
/// <param name="Undoes">Number of the review that an undo takes back.</param>
/// <param name="IsUndone">It was taken back.</param>
/// <param name="Targets">The mentions that it speaks of.</param>
public sealed record Review(
    long Number, string MadeAt, string Reviewer, string Action, string? Field, string? Value, string? Note, long? Undoes, bool IsUndone, IReadOnlyList<ReviewTarget> Targets);

/// <summary>A mention that a review speaks of, by what finds it again when the article is read anew.</summary>
/// <param name="Side">1 for what a split takes out, 0 otherwise.</param>
/// <param name="Mention">Its key when the review was made.</param>
/// <param name="Article">Key of the article.</param>
/// <param name="Start">Where its word stands.</param>
public sealed record ReviewTarget(int Side, string Mention, string Article, string Type, int Start, int End);
