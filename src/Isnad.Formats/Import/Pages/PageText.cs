using System.Text;

namespace Isnad.Formats.Import.Pages;

/// <summary>Text as a browser shows it.</summary>
internal static class PageText
{
    /// <summary>One line, with single spaces.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>True for two texts whose letters and digits are the same.</summary>
    public static bool SameLetters(string a, string b) => a.Where(char.IsLetterOrDigit).SequenceEqual(b.Where(char.IsLetterOrDigit));
}
