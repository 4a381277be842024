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
            html.Append("<p class=\"none\">").Append(names.Voice.Say("لم يُعثر في النص على حدث.", "No event was found in the text.")).Append("</p>");
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
        var voice = names.Voice;
        html.Append("<article class=\"card ").Append(Encode(e.Status)).Append("\" id=\"").Append(Encode(e.Id)).Append("\"><header><h3>").Append(voice.Say(Labels.EventTypes, e.Type));
        html.Append("</h3>").Append(e.Claim ? $"<span class=\"status claimed\">{voice.Say("ادّعاء", "claim")}</span>" : "").Append("<span class=\"status\">").Append(voice.Say(Labels.Statuses, e.Status)).Append("</span>").Append(Code(names.EventCode(e))).Append("</header><dl>");
        Row(html, voice.Say("الفاعل", "who"), People(names, e.Actors));
        Row(html, voice.Say("المفعول", "whom"), e.Recipients.Count == 0 ? "" : People(names, e.Recipients));
        Row(html, voice.Say("متى", "when"), e.Date is null ? "" : Code(e.Date, "strong"));
        Row(html, voice.Say("أين", "where"), Place(e));
        Row(html, voice.Say("كم", "how many"), string.Join("، ", e.Counts.Select(c => Count(voice, c))));
        Row(html, voice.Say("اللفظ", "word"), string.Join("، ", e.Mentions.Select(m => $"<a href=\"#{MarkedText.Anchor(m.Start)}\">{Isolated(m.Text)}</a>")));
        html.Append("</dl>");
        var reports = names.Reading.Reports.Where(r => r.Events.Contains(e.Id)).ToList();
        html.Append(reports.Count == 0 ? ChainDiagram.OutletAlone(names) : string.Concat(reports.Select(r => ChainDiagram.Of(names, r)).Distinct()));
        Why(html, names, e.Because, e.Confidence);
        html.Append("</article>");
    }

    /// <summary>The evidence, folded away.</summary>
    public static void Why(StringBuilder html, ReadingNames names, IReadOnlyList<Evidence> because, double confidence)
    {
        html.Append("<details><summary>").Append(names.Voice.Say("لماذا؟", "Why?")).Append("</summary><ul>");
        foreach (var evidence in because)
        {
            html.Append("<li>").Append(names.Reason(evidence));
            html.Append(evidence.Span is null ? "" : $" {Isolated(evidence.Span.Text)}");
            html.Append(evidence.Note is null ? "" : $"<br>{Code(evidence.Note, "reason")}").Append("</li>");
        }

        html.Append(CultureInfo.InvariantCulture, $"<li>{names.Voice.Say("الثقة", "confidence")} {Code(confidence.ToString("0.00", CultureInfo.InvariantCulture))}</li></ul></details>");
    }

    private static void Row(StringBuilder html, string name, string value)
    {
        if (value.Length > 0)
        {
            html.Append("<dt>").Append(name).Append("</dt><dd>").Append(value).Append("</dd>");
        }
    }

    private static string People(ReadingNames names, IReadOnlyList<string> ids) =>
        ids.Count == 0 ? names.List(ids) : string.Concat(ids.Select(id => names.Find(id) is { } entity ? $"<span class=\"person\">{names.Linked(entity)} {names.Codes(entity)}</span>" : ""));

    private static string Place(EventReading e) => (e.Place, e.PlaceCountry) switch
    {
        ({ } place, { } country) => $"{Isolated(place)} {Code(country)}",
        ({ } place, null) => Isolated(place),
        (null, { } country) => Code(country),
        _ => "",
    };

    private static string Count(PageVoice voice, CountReading count) => $"<b>{CountText(voice, count)}</b> {voice.Say(Labels.Counts, count.What)}";

    private static string CountText(PageVoice voice, CountReading count) => (count.Min, count.Max) switch
    {
        ({ } min, null) => voice.Say($"{min} على الأقل", $"{min} or more"),
        (null, { } max) => voice.Say($"{max} على الأكثر", $"up to {max}"),
        ({ } min, { } max) when min != max => voice.Say($"بين {min} و{max}", $"{min} to {max}"),
        _ => $"{count.Min}",
    };
}
