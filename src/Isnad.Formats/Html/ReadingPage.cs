using System.Globalization;
using System.Net;
using System.Text;
using Isnad.Formats.Export;
using Isnad.Reading;

namespace Isnad.Formats.Html;

/// <summary>
/// One self-contained page per reading, right to left: the text with everything marked that was found in it, and below it
/// a card per event with its chain. A pure function of the reading; the page needs no network and no script.
/// </summary>
public static class ReadingPage
{
    public static string Write(NewsReading reading)
    {
        var html = new StringBuilder();
        var title = reading.Structure.Headlines.Count > 0 ? reading.Structure.Headlines[0].Text : reading.Id;
        html.Append("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.Append("<title>").Append(Encode(title)).Append("</title><style>").Append(ReadingPageStyle.Css).Append("</style></head><body>");
        html.Append("<header><p class=\"about\"><bdi>").Append(Encode(reading.Outlet ?? "")).Append("</bdi> <bdi>").Append(reading.Published ?? "بلا تاريخ").Append("</bdi></p>");
        html.Append("<p class=\"legend\">").Append(Legend()).Append("</p></header><main><article>");
        MarkedText.Append(html, reading);
        html.Append("</article>");
        Events(html, reading);
        Reports(html, reading);
        Framing(html, reading);
        html.Append("</main><footer>قراءة آلية · machine-coded · Isnad <bdi dir=\"ltr\">").Append(Encode(reading.Stamp.Engine)).Append(" / ").Append(Encode(reading.Stamp.Knowledge)).Append("</bdi></footer></body></html>\n");
        return html.ToString();
    }

    internal static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Legend() => string.Concat(MarkedText.Kinds.Select(k => $"<span class=\"{k.Class}\">{k.Arabic}</span> "));

    private static void Events(StringBuilder html, NewsReading reading)
    {
        html.Append("<section><h2>الأحداث <small dir=\"ltr\">events</small></h2><div class=\"cards\">");
        foreach (var e in reading.Events)
        {
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"card {e.Status}\" id=\"{e.Id}\"><h3><bdi dir=\"ltr\">{e.Id} · {e.Type}{(e.Mode is null ? "" : " / " + e.Mode)}</bdi></h3><dl>");
            Row(html, "الحال", $"<bdi dir=\"ltr\">{e.Status}</bdi>");
            Row(html, "من", Names(reading, e.Actors));
            Row(html, "إلى من", Names(reading, e.Recipients));
            Row(html, "متى", e.Date is null ? "" : $"<bdi dir=\"ltr\">{e.Date}</bdi>");
            Row(html, "أين", e.Place is null ? "" : $"<bdi>{Encode(e.Place)}</bdi> <bdi dir=\"ltr\">{e.PlaceCountry}</bdi>");
            foreach (var count in e.Counts)
            {
                Row(html, "العدد", $"<bdi dir=\"ltr\">{count.What}: {ReadingSummary.CountText(count)}</bdi>");
            }

            Row(html, "الألفاظ", string.Join("، ", e.Mentions.Select(m => $"<a href=\"#at{m.Start}\"><bdi>{Encode(m.Text)}</bdi></a>")));
            var reports = reading.Reports.Where(r => r.Events.Contains(e.Id)).ToList();
            Row(html, "الإسناد", reports.Count == 0 ? "رواية الصحيفة نفسها" : string.Join("", reports.Select(r => Chain(reading, r))));
            html.Append("</dl><details><summary>لماذا؟</summary><ul>");
            foreach (var evidence in e.Because)
            {
                html.Append("<li><bdi dir=\"ltr\">").Append(Encode(evidence.Rule)).Append("</bdi> ");
                html.Append(evidence.Span is null ? "" : $"«<bdi>{Encode(evidence.Span.Text)}</bdi>» ").Append(evidence.Entry is null ? "" : $"<bdi class=\"entry\">{Encode(evidence.Entry)}</bdi>");
                html.Append(evidence.Note is null ? "" : $" <bdi dir=\"ltr\">{Encode(evidence.Note)}</bdi>").Append("</li>");
            }

            html.Append("</ul></details></div>");
        }

        html.Append(reading.Events.Count == 0 ? "<p>لا أحداث.</p>" : "").Append("</div></section>");
    }

    private static void Reports(StringBuilder html, NewsReading reading)
    {
        html.Append("<section><h2>الأقوال <small dir=\"ltr\">reports</small></h2><ol class=\"reports\">");
        foreach (var r in reading.Reports)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li id=\"{r.Id}\">").Append(Chain(reading, r)).Append("<blockquote>");
            html.Append(string.Join(" … ", r.Content.Select(c => Encode(c.Text)))).Append("</blockquote></li>");
        }

        html.Append("</ol></section>");
    }

    private static void Framing(StringBuilder html, NewsReading reading)
    {
        if (reading.Framing.Count == 0)
        {
            return;
        }

        html.Append("<section><h2>ألفاظ الصحيفة <small dir=\"ltr\">framing</small></h2><ul>");
        foreach (var f in reading.Framing)
        {
            html.Append("<li><mark class=\"framing\"><bdi>").Append(Encode(f.Span.Text)).Append("</bdi></mark> <bdi dir=\"ltr\">").Append(f.Kind).Append("</bdi>");
            html.Append(f.Target is null ? "" : " ← " + Names(reading, [f.Target])).Append(f.Neutral is null ? "" : $" (محايداً: <bdi>{Encode(f.Neutral)}</bdi>)").Append("</li>");
        }

        html.Append("</ul></section>");
    }

    /// <summary>Speaker ← who carried it ← the outlet, with the cue and the stance.</summary>
    private static string Chain(NewsReading reading, ReportReading report)
    {
        var links = report.Via.Prepend(report.Speaker ?? "").Select(id => $"<span class=\"link\">{Names(reading, [id])}</span>");
        var cue = report.Cue is null ? "" : $"<a href=\"#at{report.Cue.Start}\"><bdi>{Encode(report.Cue.Text)}</bdi></a> ";
        return $"<div class=\"chain\">{cue}{string.Join(" <span aria-label=\"نقله\">←</span> ", links)} <bdi dir=\"ltr\" class=\"stance\">{report.Form}, {report.Stance}</bdi></div>";
    }

    private static string Names(NewsReading reading, IReadOnlyList<string> ids) =>
        string.Join("، ", ids.Select(id => reading.Entities.FirstOrDefault(e => e.Id == id) is { } entity
            ? $"<bdi>{Encode(entity.Name)}</bdi> <bdi dir=\"ltr\" class=\"code\">{entity.Country}{(entity.Sector is null ? "" : "." + entity.Sector)}</bdi>"
            : "غير معروف"));

    private static void Row(StringBuilder html, string name, string value)
    {
        if (value.Length > 0)
        {
            html.Append("<dt>").Append(name).Append("</dt><dd>").Append(value).Append("</dd>");
        }
    }
}
