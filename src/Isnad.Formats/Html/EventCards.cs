using System.Globalization;
using System.Text;
using Isnad.Formats.Export;
using Isnad.Reading;
using static Isnad.Formats.Html.HtmlText;

namespace Isnad.Formats.Html;

/// <summary>A card per event: who, whom, when, where, how many, and on whose word.</summary>
internal static class EventCards
{
    public static void Append(StringBuilder html, ReadingNames names)
    {
        if (names.Reading.Events.Count == 0)
        {
            html.Append("<p class=\"none\">لم يُعثر في النص على حدث.</p>");
            return;
        }

        html.Append("<div class=\"cards\">");
        foreach (var e in names.Reading.Events)
        {
            Card(html, names, e);
        }

        html.Append("</div>");
    }

    private static void Card(StringBuilder html, ReadingNames names, EventReading e)
    {
        html.Append("<article class=\"card ").Append(Encode(e.Status)).Append("\" id=\"").Append(Encode(e.Id)).Append("\"><header><h3>").Append(Labels.EventTypes.Arabic(e.Type));
        html.Append("</h3>").Append(e.Claim ? "<span class=\"status claimed\">ادّعاء</span>" : "").Append("<span class=\"status\">").Append(Labels.Statuses.Arabic(e.Status)).Append("</span>").Append(Code(names.EventCode(e))).Append("</header><dl>");
        Row(html, "الفاعل", People(names, e.Actors));
        Row(html, "المفعول", e.Recipients.Count == 0 ? "" : People(names, e.Recipients));
        Row(html, "متى", e.Date is null ? "" : Code(e.Date, "strong"));
        Row(html, "أين", Place(e));
        Row(html, "كم", string.Join("، ", e.Counts.Select(Count)));
        Row(html, "اللفظ", string.Join("، ", e.Mentions.Select(m => $"<a href=\"#{MarkedText.Anchor(m.Start)}\">{Isolated(m.Text)}</a>")));
        html.Append("</dl>");
        var reports = names.Reading.Reports.Where(r => r.Events.Contains(e.Id)).ToList();
        html.Append(reports.Count == 0 ? ChainDiagram.OutletAlone(names) : string.Concat(reports.Select(r => ChainDiagram.Of(names, r)).Distinct()));
        Why(html, e.Because, e.Confidence);
        html.Append("</article>");
    }

    /// <summary>The evidence, folded away.</summary>
    public static void Why(StringBuilder html, IReadOnlyList<Evidence> because, double confidence)
    {
        html.Append("<details><summary>لماذا؟</summary><ul>");
        foreach (var evidence in because)
        {
            html.Append("<li>").Append(Code(evidence.Rule, "strong"));
            html.Append(evidence.Span is null ? "" : $" {Isolated(evidence.Span.Text)}");
            html.Append(evidence.Note is null ? "" : $"<br>{Code(evidence.Note, "reason")}");
            html.Append(evidence.Entry is null ? "" : $"<br>{Code(evidence.Entry, "reason")}").Append("</li>");
        }

        html.Append(CultureInfo.InvariantCulture, $"<li>الثقة {Code(confidence.ToString("0.00", CultureInfo.InvariantCulture))}</li></ul></details>");
    }

    private static void Row(StringBuilder html, string name, string value)
    {
        if (value.Length > 0)
        {
            html.Append("<dt>").Append(name).Append("</dt><dd>").Append(value).Append("</dd>");
        }
    }

    private static string People(ReadingNames names, IReadOnlyList<string> ids) =>
        ids.Count == 0 ? names.List(ids) : string.Concat(ids.Select(id => names.Find(id) is { } entity ? $"<span class=\"person\">{Isolated(entity.Name)} {ReadingNames.Codes(entity)}</span>" : ""));

    private static string Place(EventReading e) => (e.Place, e.PlaceCountry) switch
    {
        ({ } place, { } country) => $"{Isolated(place)} {Code(country)}",
        ({ } place, null) => Isolated(place),
        (null, { } country) => Code(country),
        _ => "",
    };

    private static string Count(CountReading count) => $"{Code(ReadingSummary.CountText(count), "strong")} {Labels.Counts.Arabic(count.What)}";
}
