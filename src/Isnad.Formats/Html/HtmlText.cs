using System.Text;
using Isnad.Formats.Export;

namespace Isnad.Formats.Html;

/// <summary>Text of an article inside a page: nothing in it may become markup or turn the direction of what follows.</summary>
internal static class HtmlText
{
    /// <summary>
    /// Encodes for elements and quoted attributes. Bidi controls vanish (the page isolates every insertion itself), other
    /// control characters and halves of surrogate pairs become U+FFFD.
    /// </summary>
    public static string Encode(ReadOnlySpan<char> text)
    {
        var html = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                html.Append(c).Append(text[++i]);
                continue;
            }

            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                '\n' or '\t' => html.Append(c),
                _ when BidiControls.Contains(c) => html,
                _ when char.IsControl(c) || char.IsSurrogate(c) => html.Append('\uFFFD'),
                _ => html.Append(c),
            };
        }

        return html.ToString();
    }

    /// <summary>Words of either direction, isolated from what stands around them.</summary>
    public static string Isolated(string text) => $"<bdi>{Encode(text)}</bdi>";

    /// <summary>A code or an English word inside the Arabic page.</summary>
    public static string Code(string text, string cssClass = "code") => $"<bdi dir=\"ltr\" lang=\"en\" class=\"{cssClass}\">{Encode(text)}</bdi>";
}
