using System.Globalization;
using System.Text;
using Isnad.Formats.Export;
using Isnad.Reading;
using static Isnad.Formats.Html.HtmlText;

namespace Isnad.Formats.Html;

/// <summary>
/// One self-contained page per reading, right to left: the text with everything marked that was found in it, below it a
/// card per event and every statement with its chain. A pure function of the reading; no network, no script.
/// </summary>
public static class ReadingPage
{
    public static string Write(NewsReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var names = new ReadingNames(reading, PageVoice.Alone);
        var html = new StringBuilder();
        PageFrame.Begin(html, Title(reading));
        Header(html, reading);
        html.Append("<main>\n<article class=\"text\">");
        MarkedText.Append(html, names);
        html.Append("</article>\n");
        Section(html, "events", "الأحداث", reading.Events.Count, () => EventCards.Append(html, names));
        Section(html, "claims", "الأقوال", reading.Reports.Count, () => ClaimList.Append(html, names));
        Section(html, "framing", "ألفاظ الصحيفة", reading.Framing.Count, () => Framing(html, names));
        Section(html, "who", "الأعلام", reading.Entities.Count, () => Entities(html, names));
        html.Append("</main>\n<footer>");
        html.AppendJoin("", reading.Diagnostics.Select(d => $"<p>{Code(d.Code)} {Code(d.Message, "reason")}</p>"));
        html.Append("<p>قراءة آلية، قد تخطئ. ").Append(Code($"machine-coded by Isnad {reading.Stamp.Engine}, knowledge {reading.Stamp.Knowledge}")).Append("</p></footer>\n");
        PageFrame.End(html);
        return html.ToString();
    }

    /// <summary>First headline, or the article's name where it has none.</summary>
    internal static string Title(NewsReading reading) => reading.Structure.Headlines.Count > 0 ? reading.Structure.Headlines[0].Text : reading.Id;

    private static void Header(StringBuilder html, NewsReading reading)
    {
        html.Append("<header class=\"top\"><p class=\"about\"><span class=\"brand\">إسناد</span>");
        html.Append(reading.Outlet is null ? "" : Isolated(reading.Outlet)).Append(When(reading));
        html.Append("</p>\n<fieldset class=\"legend\"><legend>أظهر في النص</legend>");
        foreach (var (name, arabic, english) in FindingMarks.Kinds)
        {
            html.Append(CultureInfo.InvariantCulture, $"<label title=\"{english}\"><input type=\"checkbox\" id=\"show-{name}\" checked><span class=\"sample {name}\">{arabic}</span></label>");
        }

        html.Append("</fieldset></header>\n");
    }

    // An estimate never looks like a date that was given.
    private static string When(NewsReading reading) => (reading.Published, reading.Dated) switch
    {
        ({ } day, _) => Code(day),
        (null, null) => "<span>بلا تاريخ</span>",
        (null, { } dated) when dated.Earliest == dated.Latest => $"<span>تقديراً</span> {Code(dated.Earliest)}",
        (null, { } dated) => $"<span>تقديراً بين</span> {Code(dated.Earliest)} <span>و</span> {Code(dated.Latest)}",
    };

    private static void Section(StringBuilder html, string id, string title, int count, Action content)
    {
        if (count == 0 && id is "framing" or "who")
        {
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<section class=\"{id}-section\"><h2>{title} <span class=\"count\">{count}</span></h2>");
        content();
        html.Append("</section>\n");
    }

    private static void Framing(StringBuilder html, ReadingNames names)
    {
        html.Append("<ul class=\"words\">");
        foreach (var f in names.Reading.Framing)
        {
            html.Append("<li><span class=\"framing\">").Append(Isolated(f.Span.Text)).Append("</span> <span class=\"sector\">").Append(Labels.FramingKinds.Arabic(f.Kind)).Append("</span>");
            html.Append(f.Target is null ? "" : $"<br><span class=\"role\">يلوّن</span> {names.Name(f.Target)}");
            html.Append(f.Neutral is null ? "" : $"<br><span class=\"role\">بلفظ محايد</span> {Isolated(f.Neutral)}").Append("</li>");
        }

        html.Append("</ul>");
    }

    private static void Entities(StringBuilder html, ReadingNames names)
    {
        html.Append("<ul class=\"words\">");
        foreach (var entity in names.Reading.Entities)
        {
            html.Append("<li>").Append(Isolated(entity.Name)).Append(' ').Append(names.Codes(entity));
            html.Append(entity.NameEn is null ? "" : $"<br>{Code(entity.NameEn, "english")}");
            html.Append(ReadingNames.Candidates(entity.Candidates));
            html.Append(entity.Mentions.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" <span class=\"role\">×{entity.Mentions.Count}</span>") : "").Append("</li>");
        }

        html.Append("</ul>");
    }
}
