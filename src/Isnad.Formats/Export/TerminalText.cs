using System.Text;

namespace Isnad.Formats.Export;

/// <summary>
/// Lines for a terminal: a label, then codes and English, then at most one stretch of Arabic at the end of the line, because
/// terminals do not order mixed directions. Control characters of the article never reach the terminal.
/// </summary>
internal sealed class TerminalText
{
    private const int LabelWidth = 9;
    private const int LongestQuote = 160;
    private readonly StringBuilder text = new();

    /// <summary>A line at the margin.</summary>
    public TerminalText Head(string line)
    {
        text.Append(Clean(line)).Append('\n');
        return this;
    }

    /// <summary>An indented line: label and value.</summary>
    public TerminalText Field(string label, string value, int indent = 4)
    {
        text.Append(' ', indent).Append(label.PadRight(LabelWidth)).Append(Clean(value)).Append('\n');
        return this;
    }

    /// <summary>An empty line.</summary>
    public TerminalText Gap()
    {
        text.Append('\n');
        return this;
    }

    /// <summary>The article's words on one line, cut where they run long.</summary>
    public static string Quote(string words)
    {
        var line = words.ReplaceLineEndings(" ");
        return line.Length <= LongestQuote ? line : line[..LongestQuote] + " …";
    }

    public override string ToString() => text.ToString();

    // An escape sequence or a direction control in an article would otherwise command the reader's terminal.
    private static string Clean(string line)
    {
        var clean = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (!BidiControls.Contains(c))
            {
                clean.Append(char.IsControl(c) ? '\uFFFD' : c);
            }
        }

        return clean.ToString();
    }
}
