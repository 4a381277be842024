using Isnad.Formats.Export;
using Isnad.Reading;
using static Isnad.Formats.Html.HtmlText;

namespace Isnad.Formats.Html;

/// <summary>How words came to the reader: speaker, who carried them, the outlet; drawn as boxes joined by arrows.</summary>
internal static class ChainDiagram
{
    public static string Of(ReadingNames names, ReportReading report)
    {
        IEnumerable<string> links =
        [
            Link("القائل", names.Find(report.Speaker) is { } speaker ? Person(speaker) : "غير مسمّى", "speaker"),
            .. report.Via.Select(id => Link("الناقل", names.Find(id) is { } carrier ? Person(carrier) : "غير مسمّى", "carrier")),
            Link("الصحيفة", $"{(names.Reading.Outlet is { } outlet ? Isolated(outlet) : "غير مسمّاة")}<span class=\"sector\">{Labels.Stances.Arabic(report.Stance)}</span>", "outlet"),
        ];
        return $"<ol class=\"chain\">{string.Concat(links)}</ol>";
    }

    /// <summary>The outlet speaks for itself.</summary>
    public static string OutletAlone(ReadingNames names) =>
        $"<ol class=\"chain\">{Link("رواية الصحيفة", names.Reading.Outlet is { } outlet ? Isolated(outlet) : "بلا إسناد", "outlet")}</ol>";

    private static string Link(string role, string name, string cssClass) => $"<li class=\"{cssClass}\"><span class=\"role\">{role}</span><span class=\"holder\">{name}</span></li>";

    private static string Person(EntityReading entity) => $"{Isolated(entity.Name)} {ReadingNames.Codes(entity)}";
}
