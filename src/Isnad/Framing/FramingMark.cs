using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Framing;

/// <summary>Words in the outlet's own voice that a neutral agency would not use.</summary>
/// <param name="Kind">loaded, so-called, scare-quotes, insertion, doubt.</param>
/// <param name="Target">Index of the entity it colours, or null.</param>
/// <param name="Neutral">What a neutral agency would write, where the entry says.</param>
public sealed record FramingMark(TextSpan Span, string Kind, int? Target, string? Neutral, IReadOnlyList<Evidence> Because);
