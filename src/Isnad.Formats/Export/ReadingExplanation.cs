using System.Globalization;
using Isnad.Reading;

namespace Isnad.Formats.Export;

/// <summary>Why a reading says what it says: for each finding the words, the rule and the knowledge entry behind it.</summary>
public static class ReadingExplanation
{
    private const int Indent = 6;

    public static string Write(NewsReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var text = new TerminalText();
        var entities = ReadingSummary.Entities(reading);
        text.Head($"{reading.Id}  engine {reading.Stamp.Engine}, knowledge {reading.Stamp.Knowledge}");
        if (reading.Dated is { } dated)
        {
            text.Gap().Head($"no day of publication given: {ReadingSummary.When(dated)}");
            Because(text, dated.Because, dated.Confidence);
        }

        foreach (var source in reading.Structure.Sources)
        {
            text.Gap().Head($"source  {(source.Shared ? "agencies, none named" : "of the article")}");
            Words(text, source.Span);
            Because(text, source.Because);
        }

        foreach (var e in reading.Events)
        {
            text.Gap().Head(ReadingSummary.EventHead(e));
            foreach (var mention in e.Mentions)
            {
                Words(text, mention);
            }

            Because(text, e.Because, e.Confidence);
        }

        foreach (var r in reading.Reports)
        {
            text.Gap().Head($"{r.Id}  {Labels.Forms.English(r.Form)}, stance {r.Stance}{(r.Events.Count == 0 ? "" : ", tells " + string.Join(", ", r.Events))}");
            Words(text, r.Cue ?? (r.Content.Count > 0 ? r.Content[0] : null));
            ReadingSummary.Chain(text, entities, r);
            Because(text, r.Because, r.Confidence);
        }

        foreach (var t in reading.Times)
        {
            text.Gap().Head($"{t.Type}  {t.Value}");
            Words(text, t.Span);
            Because(text, t.Because);
        }

        foreach (var f in reading.Framing)
        {
            text.Gap().Head($"framing  {Labels.FramingKinds.English(f.Kind)}");
            Words(text, f.Span);
            Because(text, f.Because);
        }

        foreach (var entity in reading.Entities.Where(e => e.Candidates.Count > 0))
        {
            text.Gap().Head($"{entity.Id}  {entity.Name}{(entity.Known is null ? ": nobody for sure" : "")}");
            Words(text, entity.Mentions.Count > 0 ? entity.Mentions[0] : null);
            Candidates(text, entity.Candidates);
        }

        foreach (var place in reading.Places.Where(p => p.Candidates.Count > 0))
        {
            text.Gap().Head($"place  {place.Name}{(place.Known is null ? ": none for sure" : "")}");
            Words(text, place.Span);
            Candidates(text, place.Candidates);
        }

        return text.ToString();
    }

    private static void Candidates(TerminalText text, IReadOnlyList<Candidate> candidates)
    {
        foreach (var candidate in candidates)
        {
            var codes = string.Join(' ', new[] { candidate.Country, candidate.Sector }.Where(c => c is not null));
            text.Field("may be", string.Create(CultureInfo.InvariantCulture, $"{candidate.Score:0.00}  {codes}{(codes.Length > 0 ? ": " : "")}{candidate.Reason}"));
            text.Field("entry", candidate.Known, Indent);
        }
    }

    private static void Words(TerminalText text, SpanText? words)
    {
        if (words is not null)
        {
            text.Field("words", string.Create(CultureInfo.InvariantCulture, $"{words.Start}–{words.End}  {TerminalText.Quote(words.Text)}"));
        }
    }

    private static void Because(TerminalText text, IReadOnlyList<Evidence> because, double? confidence = null)
    {
        foreach (var evidence in because)
        {
            text.Field("why", evidence.Note is null ? evidence.Rule : $"{evidence.Rule}: {evidence.Note}");
            if (evidence.Entry is not null)
            {
                text.Field("entry", evidence.Entry, Indent);
            }

            if (evidence.Span is { } span)
            {
                text.Field("words", TerminalText.Quote(span.Text), Indent);
            }
        }

        if (confidence is { } value)
        {
            text.Field("sure", value.ToString("0.00", CultureInfo.InvariantCulture));
        }
    }
}
