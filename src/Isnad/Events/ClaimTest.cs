using Isnad.Attribution;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Events;

/// <summary>
/// Tells a claim from what is told as a fact: «زعم المتحدث أن الجيش قصف البلدة» says that he claims it, «نفى أن يكون الجيش قصف البلدة» that somebody does. One word of the event in the
/// outlet's own voice, or in a statement that it passes on as it is, makes it more than a claim.
/// </summary>
internal static class ClaimTest
{
    public static bool IsClaim(NewsDocument document, IReadOnlyList<TextSpan> triggers, IReadOnlyList<int> reports) =>
        reports.Count > 0 && triggers.All(trigger => IsDistanced(document, trigger, reports));

    // The outlet's stance is that of any statement around the word: who distances himself from the outer one vouches for nothing in it, and no more does who tells of a denial.
    private static bool IsDistanced(NewsDocument document, TextSpan trigger, IReadOnlyList<int> reports) =>
        reports.Any(r => document.Reports[r].Stance is Stance.Distances or Stance.Denies && document.Reports[r].Content.Any(c => c.Contains(trigger)));
}
