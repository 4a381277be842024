using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Structure;

/// <summary>A line of the text that holds words: the title, a credit line, a paragraph.</summary>
/// <param name="Span">From its first to its last token.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
internal readonly record struct TextLine(TextSpan Span, int FirstToken, int EndToken)
{
    /// <summary>The lines in text order; empty ones are left out.</summary>
    public static List<TextLine> Of(NewsDocument document)
    {
        var lines = new List<TextLine>();
        var paragraph = -1;
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Paragraph == paragraph)
            {
                lines[^1] = new(lines[^1].Span.Union(sentence.Span), lines[^1].FirstToken, sentence.EndToken);
            }
            else
            {
                lines.Add(new(sentence.Span, sentence.FirstToken, sentence.EndToken));
                paragraph = sentence.Paragraph;
            }
        }

        return lines;
    }
}
