using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Attribution;

/// <summary>Whether the words stand in quotation marks.</summary>
public enum ReportForm
{
    Direct,
    Indirect,
    Mixed,
}

/// <summary>How the outlet holds the words it reports.</summary>
public enum Stance
{
    Neutral,
    Affirms,
    Distances,
    Denies,
    Hedges,
}

/// <summary>A statement attributed to somebody other than the outlet.</summary>
/// <param name="Cue">The reporting words; null for a statement without any.</param>
/// <param name="Speaker">Index of the speaker among the entities, or null.</param>
/// <param name="Via">Who carried the words, from the speaker outwards (entity indexes).</param>
/// <param name="Content">The reported words; more than one span where a cue stands in the middle.</param>
/// <param name="Insertions">The outlet's own words inside the quotation.</param>
public sealed record Report(
    ReportForm Form, TextSpan? Cue, int? Speaker, IReadOnlyList<int> Via, IReadOnlyList<TextSpan> Content,
    IReadOnlyList<TextSpan> Insertions, Stance Stance, double Confidence, IReadOnlyList<Evidence> Because);
