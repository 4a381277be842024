using System.Text;
using static Isnad.Formats.Html.HtmlText;

namespace Isnad.Formats.Html;

/// <summary>What every page has around its content: the head with the style sheet inside it, so that a page is one file.</summary>
internal static class PageFrame
{
    /// <summary>Style of the marks in a text, of chains and of cards; other pages use it too.</summary>
    public static readonly string Marks = Read("reading-marks.css");

    private static readonly string Style = Marks + Read("reading-page.css");

    public static void Begin(StringBuilder html, string title) =>
        html.Append("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
            .Append(Encode(title)).Append("</title>\n<style>\n").Append(Style).Append("</style>\n</head>\n<body>\n");

    public static void End(StringBuilder html) => html.Append("</body>\n</html>\n");

    private static string Read(string name)
    {
        using var stream = typeof(PageFrame).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"the assembly carries no {name}; rebuild it");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
