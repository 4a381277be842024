using Isnad.Text;

namespace Isnad.Reading;

/// <summary>A span with its words: «text» is exactly what stands between the offsets (UTF-16, end exclusive).</summary>
public sealed record SpanText(string Text, int Start, int End)
{
    public static SpanText Of(string text, TextSpan span) => new(span.Of(text), span.Start, span.End);

    public TextSpan Span() => TextSpan.FromBounds(Start, End);
}
