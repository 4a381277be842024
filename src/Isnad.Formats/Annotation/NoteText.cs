using System.Text;

namespace Isnad.Formats.Annotation;

/// <summary>Values inside a note or a feature: the few characters that would end them are written as <c>%3B</c>.</summary>
internal static class NoteText
{
    private const string Special = "%;=\t\n\r,|[]\\";

    public static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (Special.Contains(c, StringComparison.Ordinal) || char.IsControl(c))
            {
                text.Append('%').Append(((int)c).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    public static string Unescape(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == '%' && at + 2 < value.Length && byte.TryParse(value.AsSpan(at + 1, 2), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                at += 2;
            }
            else
            {
                text.Append(value[at]);
            }
        }

        return text.ToString();
    }

    /// <summary>The values of a note: <c>name=value; name=value</c>.</summary>
    public static Dictionary<string, string> Values(string note)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in note.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign)
            {
                values[part[..sign]] = Unescape(part[(sign + 1)..]);
            }
        }

        return values;
    }
}
