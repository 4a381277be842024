using Isnad.Text;

namespace Isnad.Structure;

/// <summary>Words between quotation marks.</summary>
/// <param name="Span">With the marks.</param>
/// <param name="Inner">Without them.</param>
/// <param name="Depth">0 for an outermost quotation.</param>
/// <param name="Closed">False where the closing mark is missing and the end of the paragraph stands in for it.</param>
/// <param name="IsSpeech">False for a name, title or term in marks («الكرملين»).</param>
/// <param name="Insertions">The outlet's parentheses inside, with their brackets.</param>
public sealed record Quotation(TextSpan Span, TextSpan Inner, int Depth, bool Closed, bool IsSpeech, IReadOnlyList<TextSpan> Insertions);
