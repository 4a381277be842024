using System.Globalization;
using System.Text;

namespace Isnad.Formats.Html;

/// <summary>
/// The article's text with every finding marked. Marks may overlap in any way, so the text is cut where any of them begins
/// or ends, and each piece carries the classes of all that are open.
/// </summary>
internal sealed class MarkedText
{
    private readonly StringBuilder html = new();
    private readonly string text;
    private readonly IReadOnlyList<FindingMark> marks;
    private readonly List<FindingMark> open = [];
    private int next;

    // Notes speak the language of the page, whatever the text around them.
    private readonly (string Opening, string Closing) note;

    private MarkedText(string text, IReadOnlyList<FindingMark> marks, PageVoice voice)
    {
        (this.text, this.marks) = (text, marks);
        note = voice.IsEnglish ? ("<span class=\"said\" lang=\"en\" dir=\"ltr\">", "</span>") : ("", "");
    }

    /// <summary>Appends the text, a paragraph per line, the first line as heading where it is a title.</summary>
    public static void Append(StringBuilder html, ReadingNames names)
    {
        var element = names.Reading.Structure.Headlines.Count > 0 ? "h1" : "p";
        foreach (var (paragraph, at) in Paragraphs(names).Select((p, i) => (p, i)))
        {
            html.Append(at > 0 ? "\n<" : "<").Append(element).Append('>').Append(paragraph.Html).Append("</").Append(element).Append('>');
            element = "p";
        }
    }

    /// <summary>The text line by line, marked.</summary>
    public static IReadOnlyList<MarkedParagraph> Paragraphs(ReadingNames names) => new MarkedText(names.Reading.Text, FindingMarks.Of(names), names.Voice).Paragraphs();

    /// <summary>Id of the piece that begins at an offset, for links from the cards.</summary>
    public static string Anchor(int start) => string.Create(CultureInfo.InvariantCulture, $"at{start}");

    private List<MarkedParagraph> Paragraphs()
    {
        var paragraphs = new List<MarkedParagraph>();
        var cuts = Cuts();
        var begin = 0;
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var (start, end) = (cuts[i], cuts[i + 1]);
            Open(start);
            if (text[start] == '\n')
            {
                paragraphs.Add(new(begin, start, html.ToString()));
                html.Clear();
                begin = end;
            }
            else
            {
                Piece(start, end);
            }

            Close(end);
        }

        paragraphs.Add(new(begin, text.Length, html.ToString()));
        return paragraphs;
    }

    private List<int> Cuts()
    {
        var cuts = new SortedSet<int> { 0, text.Length };
        foreach (var mark in marks)
        {
            cuts.Add(mark.Start);
            cuts.Add(mark.End);
        }

        for (var i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            cuts.Add(i);
            cuts.Add(i + 1);
        }

        return [.. cuts];
    }

    private void Open(int start)
    {
        for (; next < marks.Count && marks[next].Start <= start; next++)
        {
            open.Add(marks[next]);
        }
    }

    private void Close(int end)
    {
        var tags = open.Where(m => m.End == end).Select(m => m.Tag).Where(t => t.Length > 0).Distinct();
        html.AppendJoin("", tags);
        open.RemoveAll(m => m.End <= end);
    }

    private void Piece(int start, int end)
    {
        var words = HtmlText.Encode(text.AsSpan(start, end - start));
        if (open.Count == 0)
        {
            html.Append(words);
            return;
        }

        var anchor = open.Exists(m => m.IsAnchor && m.Start == start) ? $" id=\"{Anchor(start)}\"" : "";
        var notes = string.Join("<span class=\"rule\"></span>", open.Select(m => m.Note).Where(n => n.Length > 0).Distinct());
        html.Append("<span class=\"").AppendJoin(' ', open.Select(m => m.Class).Distinct()).Append(notes.Length > 0 ? " noted\" tabindex=\"0\"" : "\"").Append(anchor).Append('>').Append(words);
        if (notes.Length > 0)
        {
            html.Append("<span class=\"note\" role=\"note\">").Append(note.Opening).Append(notes).Append(note.Closing).Append("</span>");
        }

        html.Append("</span>");
    }
}

/// <summary>A line of the article, as HTML.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends, its line end left out.</param>
internal sealed record MarkedParagraph(int Start, int End, string Html);
