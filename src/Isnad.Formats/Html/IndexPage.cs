using System.Globalization;
using System.Text;
using Isnad.Reading;
using static Isnad.Formats.Html.HtmlText;

namespace Isnad.Formats.Html;

/// <summary>A line of the table of contents: what it takes to remember of a reading.</summary>
public sealed record IndexEntry(string File, string Title, string? Outlet, string? Published, int Events, int Reports)
{
    public static IndexEntry Of(string file, NewsReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return new(file, ReadingPage.Title(reading), reading.Outlet, reading.Published, reading.Events.Count, reading.Reports.Count);
    }
}

/// <summary>The table of contents of a folder of pages.</summary>
public static class IndexPage
{
    public static string Write(IEnumerable<IndexEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var html = new StringBuilder();
        PageFrame.Begin(html, "إسناد");
        html.Append("<header class=\"top\"><p class=\"about\"><span class=\"brand\">إسناد</span></p></header>\n<main><ol class=\"contents\">\n");
        foreach (var entry in entries)
        {
            html.Append("<li><a href=\"").Append(Encode(Uri.EscapeDataString(entry.File))).Append("\">").Append(Isolated(entry.Title)).Append("</a><p class=\"about\">");
            html.Append(entry.Outlet is null ? "" : Isolated(entry.Outlet)).Append(entry.Published is null ? "" : Code(entry.Published));
            html.Append(CultureInfo.InvariantCulture, $"<span>الأحداث {entry.Events}</span><span>الأقوال {entry.Reports}</span></p></li>\n");
        }

        html.Append("</ol></main>\n");
        PageFrame.End(html);
        return html.ToString();
    }
}
