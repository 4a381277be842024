using System.Xml;

namespace Isnad.Formats.Annotation;

/// <summary>Text that XML can hold: what it cannot becomes U+FFFD, one for one.</summary>
internal static class XmlText
{
    public static string Clean(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!Holds(text, at))
            {
                return string.Create(text.Length, text, static (clean, text) =>
                {
                    for (var i = 0; i < text.Length; i++)
                    {
                        // A carriage return would come back as a line feed.
                        clean[i] = Holds(text, i) ? text[i] : text[i] == '\r' ? ' ' : '\uFFFD';
                    }
                });
            }
        }

        return text;
    }

    private static bool Holds(string text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
        : char.IsLowSurrogate(text[at]) ? at > 0 && char.IsHighSurrogate(text[at - 1])
        : XmlConvert.IsXmlChar(text[at]) && text[at] != '\r';
}
