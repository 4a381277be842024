using Isnad.Formats.Export;
using Isnad.Reading;
using static Isnad.Formats.Html.HtmlText;

namespace Isnad.Formats.Html;

/// <summary>How words came to the reader: speaker, who carried them, the outlet; drawn as boxes joined by arrows.</summary>
internal static class ChainDiagram
{
    public static string Of(ReadingNames names, ReportReading report)
    {
        var voice = names.Voice;
        var unnamed = voice.Say("غير مسمّى", "not named");
        IEnumerable<string> links =
        [
            Link(voice.Say("القائل", "speaker"), names.Find(report.Speaker) is { } speaker ? Person(names, speaker) : unnamed, "speaker"),
            .. report.Via.Select(id => Link(voice.Say("الناقل", "carried by"), names.Find(id) is { } carrier ? Person(names, carrier) : unnamed, "carrier")),
            .. Sources(names, report.Via.Select(id => names.Find(id)?.Name)),
            Link(voice.Say("الصحيفة", "outlet"), $"{(names.Reading.Outlet is { } outlet ? Isolated(outlet) : voice.Say("غير مسمّاة", "not named"))}<span class=\"sector\">{voice.Say(Labels.Stances, report.Stance)}</span>", "outlet"),
        ];
        return $"<ol class=\"chain\">{string.Concat(links)}</ol>";
    }

    /// <summary>The outlet speaks for itself.</summary>
    public static string OutletAlone(ReadingNames names) =>
        $"<ol class=\"chain\">{string.Concat(Sources(names, []))}{Link(names.Voice.Say("رواية الصحيفة", "the outlet itself"), names.Reading.Outlet is { } outlet ? Isolated(outlet) : names.Voice.Say("بلا إسناد", "no source"), "outlet")}</ol>";

    // An agency that signs the article carried everything in it.
    private static IEnumerable<string> Sources(ReadingNames names, IEnumerable<string?> via) =>
        names.Reading.Structure.Sources.Where(s => !via.Contains(s.Name)).Select(s => Link(names.Voice.Say("مصدر الخبر", "article from"), Isolated(s.Name), "carrier"));

    private static string Link(string role, string name, string cssClass) => $"<li class=\"{cssClass}\"><span class=\"role\">{role}</span><span class=\"holder\">{name}</span></li>";

    private static string Person(ReadingNames names, EntityReading entity) => $"{names.Linked(entity)} {names.Codes(entity)}";
}
