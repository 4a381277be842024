using System.Globalization;
using System.Text;
using Isnad.Reading;

namespace Isnad.Formats.Html;

/// <summary>The article's text with every finding marked; overlapping findings share the words they share.</summary>
internal static class MarkedText
{
    /// <summary>Classes of marks with their Arabic names, as the legend shows them.</summary>
    public static readonly (string Class, string Arabic)[] Kinds =
    [
        ("entity", "علم"), ("time", "زمن"), ("event", "حدث"), ("cue", "لفظ النقل"), ("quote", "كلام منقول"), ("insertion", "إقحام"), ("framing", "لفظ الصحيفة"),
    ];

    private sealed record Mark(int Start, int End, string Class, string Why);

    public static void Append(StringBuilder html, NewsReading reading)
    {
        var marks = Marks(reading);
        var cuts = new SortedSet<int> { 0, reading.Text.Length };
        foreach (var mark in marks)
        {
            cuts.Add(mark.Start);
            cuts.Add(mark.End);
        }

        for (var i = reading.Text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = reading.Text.IndexOf('\n', i + 1))
        {
            cuts.Add(i);
            cuts.Add(i + 1);
        }

        var anchors = reading.Events.SelectMany(e => e.Mentions).Concat(reading.Reports.Select(r => r.Cue).OfType<SpanText>()).Select(s => s.Start).ToHashSet();
        // Marks open at a piece, by a sweep: each piece asks only those that are open there.
        var byStart = marks.OrderBy(m => m.Start).ToList();
        var open = new List<Mark>();
        var next = 0;
        var title = true;
        html.Append("<h1>");
        var points = cuts.ToList();
        for (var i = 0; i + 1 < points.Count; i++)
        {
            var (start, end) = (points[i], points[i + 1]);
            if (reading.Text[start] == '\n')
            {
                html.Append(title ? "</h1><p>" : "</p><p>");
                title = false;
                continue;
            }

            open.RemoveAll(m => m.End <= start);
            for (; next < byStart.Count && byStart[next].Start <= start; next++)
            {
                open.Add(byStart[next]);
            }

            var words = ReadingPage.Encode(reading.Text[start..end]);
            var anchor = anchors.Contains(start) ? string.Create(CultureInfo.InvariantCulture, $" id=\"at{start}\"") : "";
            if (open.Count == 0)
            {
                html.Append(anchor.Length == 0 ? words : $"<span{anchor}>{words}</span>");
            }
            else
            {
                var classes = string.Join(' ', open.Select(m => m.Class).Distinct());
                var why = string.Join("\n", open.Select(m => m.Why).Where(w => w.Length > 0).Distinct());
                html.Append("<span class=\"").Append(classes).Append('"').Append(anchor).Append(" title=\"").Append(ReadingPage.Encode(why)).Append("\">").Append(words).Append("</span>");
            }
        }

        html.Append(title ? "</h1>" : "</p>");
    }

    private static List<Mark> Marks(NewsReading reading)
    {
        var marks = new List<Mark>();
        void Add(SpanText? span, string kind, string why)
        {
            if (span is not null && span.End > span.Start)
            {
                marks.Add(new(span.Start, span.End, kind, why));
            }
        }

        foreach (var entity in reading.Entities)
        {
            foreach (var mention in entity.Mentions)
            {
                Add(mention, "entity", $"{entity.Id} {entity.NameEn ?? entity.Name} {entity.Country} {entity.Sector}".TrimEnd());
            }
        }

        foreach (var time in reading.Times)
        {
            Add(time.Span, "time", $"{time.Type} {time.Value}");
        }

        foreach (var e in reading.Events)
        {
            foreach (var mention in e.Mentions)
            {
                Add(mention, "event", $"{e.Id} {e.Type} {e.Status} {e.Date}".TrimEnd());
            }
        }

        foreach (var report in reading.Reports)
        {
            Add(report.Cue, "cue", $"{report.Id} {report.Stance}");
            foreach (var content in report.Content)
            {
                Add(content, "quote", $"{report.Id} {report.Form}");
            }

            foreach (var insertion in report.Insertions)
            {
                Add(insertion, "insertion", "the outlet's own words");
            }
        }

        foreach (var framing in reading.Framing)
        {
            Add(framing.Span, "framing", $"{framing.Kind}{(framing.Neutral is null ? "" : ": " + framing.Neutral)}");
        }

        return marks;
    }
}
