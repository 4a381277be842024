using System.Text;
using static Isnad.Formats.Html.HtmlText;

namespace Isnad.Formats.Html;

/// <summary>What every page has around its content: the head with the style sheet inside it, so that a page is one file.</summary>
internal static class PageFrame
{
    private static readonly string Style = ReadStyle();

    public static void Begin(StringBuilder html, string title) =>
        html.Append("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
            .Append(Encode(title)).Append("</title>\n<style>\n").Append(Style).Append("</style>\n</head>\n<body>\n");

    public static void End(StringBuilder html) => html.Append("</body>\n</html>\n");

    private static string ReadStyle()
    {
        using var stream = typeof(PageFrame).Assembly.GetManifestResourceStream("reading-page.css") ?? throw new InvalidDataException("the assembly carries no reading-page.css; rebuild it");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
