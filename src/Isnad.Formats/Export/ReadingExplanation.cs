using System.Text;
using Isnad.Reading;

namespace Isnad.Formats.Export;

/// <summary>Why a reading says what it says: for each finding the rule, the knowledge entry and the words.</summary>
public static class ReadingExplanation
{
    public static string Write(NewsReading reading)
    {
        var text = new StringBuilder();
        var entities = reading.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        text.Append(reading.Id).Append("  engine ").Append(reading.Stamp.Engine).Append(", knowledge ").AppendLine(reading.Stamp.Knowledge);
        foreach (var e in reading.Events)
        {
            Section(text, $"{e.Id} {e.Type}{(e.Mode is null ? "" : "/" + e.Mode)} {e.Status} {e.Date}".TrimEnd(), e.Mentions[0], e.Because);
        }

        foreach (var r in reading.Reports)
        {
            var chain = string.Join(" via ", r.Via.Prepend(r.Speaker ?? "").Select(id => ReadingSummary.Name(entities, id)));
            Section(text, $"{r.Id} {r.Form} report by {chain}, {r.Stance}", r.Cue ?? (r.Content.Count > 0 ? r.Content[0] : null), r.Because);
        }

        foreach (var t in reading.Times)
        {
            Section(text, $"{t.Type} {t.Value}", t.Span, t.Because);
        }

        foreach (var f in reading.Framing)
        {
            Section(text, $"framing {f.Kind}{(f.Neutral is null ? "" : ", neutrally:")}", f.Span, f.Because);
        }

        return text.ToString();
    }

    private static void Section(StringBuilder text, string head, SpanText? words, IReadOnlyList<Evidence> because)
    {
        text.AppendLine().AppendLine(head);
        if (words is not null)
        {
            text.Append("  words at ").Append(words.Start).Append('–').Append(words.End).Append(": ").AppendLine(words.Text);
        }

        foreach (var evidence in because)
        {
            text.Append("  ").Append(evidence.Rule);
            if (evidence.Note is not null)
            {
                text.Append(": ").Append(evidence.Note);
            }

            text.AppendLine();
            if (evidence.Entry is not null)
            {
                text.Append("    entry: ").AppendLine(evidence.Entry);
            }

            if (evidence.Span is { } span)
            {
                text.Append("    words: ").AppendLine(span.Text);
            }
        }
    }
}
