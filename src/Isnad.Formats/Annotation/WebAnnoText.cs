using System.Text;

namespace Isnad.Formats.Annotation;

/// <summary>Texts in WebAnno TSV: what means something there has a backslash before it.</summary>
internal static class WebAnnoText
{
    private const string Reserved = "\\[]|_;*";

    /// <summary>A value of a feature.</summary>
    public static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            if (Reserved.Contains(value[at], StringComparison.Ordinal) || (value[at] == '-' && at + 1 < value.Length && value[at + 1] == '>'))
            {
                text.Append('\\');
            }

            text.Append(char.IsControl(value[at]) ? ' ' : value[at]);
        }

        return text.ToString();
    }

    /// <summary>The value that was escaped.</summary>
    public static string Unescape(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == '\\' && at + 1 < value.Length)
            {
                at++;
            }

            text.Append(value[at]);
        }

        return text.ToString();
    }

    /// <summary>The parts of a cell: parted by a bar that has no backslash before it, each with its number, 0 for none.</summary>
    public static IEnumerable<(string Value, int Number)> Parts(string cell)
    {
        var start = 0;
        for (var at = 0; at <= cell.Length; at++)
        {
            if (at == cell.Length || cell[at] == '|')
            {
                yield return Numbered(cell[start..at]);
                start = at + 1;
            }
            else if (cell[at] == '\\')
            {
                at++;
            }
        }
    }

    /// <summary>A stretch of the article on one line, as long as it is there.</summary>
    public static string Line(string text) => text.AsSpan().IndexOfAny('\t', '\n', '\r') < 0 ? text : text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');

    private static (string, int) Numbered(string part)
    {
        var open = part.LastIndexOf('[');
        return part.EndsWith(']') && open > 0 && part[open - 1] != '\\' && int.TryParse(part.AsSpan(open + 1, part.Length - open - 2), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? (part[..open], number)
            : (part, 0);
    }
}
