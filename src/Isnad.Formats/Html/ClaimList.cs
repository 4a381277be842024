using System.Text;
using Isnad.Formats.Export;
using static Isnad.Formats.Html.HtmlText;

namespace Isnad.Formats.Html;

/// <summary>Every statement with its chain and its words.</summary>
internal static class ClaimList
{
    public static void Append(StringBuilder html, ReadingNames names)
    {
        if (names.Reading.Reports.Count == 0)
        {
            html.Append("<p class=\"none\">").Append(names.Voice.Say("لا قول منسوباً إلى أحد.", "Nothing is attributed to anybody.")).Append("</p>");
            return;
        }

        foreach (var report in names.Reading.Reports)
        {
            html.Append("<article class=\"claim\" id=\"").Append(Encode(report.Id)).Append("\"><header>").Append(Code(report.Id));
            html.Append(" <span>").Append(names.Voice.Say(Labels.Forms, report.Form)).Append("</span>");
            html.Append(report.Cue is { } cue ? $" <a href=\"#{MarkedText.Anchor(cue.Start)}\">{Isolated(cue.Text)}</a>" : "");
            html.Append(string.Concat(report.Events.Select(id => $" <a href=\"#{Encode(id)}\">{Code(id)}</a>"))).Append("</header>");
            html.Append("<blockquote>").AppendJoin(" … ", report.Content.Select(c => Isolated(c.Text))).Append("</blockquote>");
            html.Append(ChainDiagram.Of(names, report));
            EventCards.Why(html, names, report.Because, report.Confidence);
            html.Append("</article>");
        }
    }
}
