using Isnad.Formats.Annotation;
using Isnad.Reading;

namespace Isnad.Fuzz.Targets;

/// <summary>What holds of every reading of every text.</summary>
internal static class ReadingInvariants
{
    public static void Check(string text, NewsReading reading)
    {
        if (reading.Text != text)
        {
            throw new BrokenException("the reading has another text");
        }

        if (ReadingCheck.Problem(reading) is { } problem)
        {
            throw new BrokenException(problem);
        }

        foreach (var span in Spans(reading))
        {
            if (span.Start < 0 || span.End > text.Length || span.Start > span.End || !text.AsSpan(span.Start, span.End - span.Start).SequenceEqual(span.Text))
            {
                throw new BrokenException($"a span of {span.Start} to {span.End} does not quote the text");
            }
        }

        foreach (var confidence in reading.Events.Select(e => e.Confidence).Concat(reading.Reports.Select(r => r.Confidence)))
        {
            if (confidence is not (>= 0 and <= 1))
            {
                throw new BrokenException($"a confidence of {confidence}");
            }
        }

        InOrder(reading.Times.Select(t => t.Span), "times");
        InOrder(reading.Places.Select(p => p.Span), "places");
    }

    private static IEnumerable<SpanText> Spans(NewsReading reading) =>
    [
        .. new[] { reading.Structure.Byline, reading.Structure.Dateline }.OfType<SpanText>(),
        .. reading.Structure.Sources.Select(s => s.Span),
        .. reading.Places.Select(p => p.Span),
        .. reading.Reports.SelectMany(r => r.Insertions),
        .. reading.Agreements.SelectMany(a => a.Terms),
        .. reading.Diagnostics.Select(d => d.Span).OfType<SpanText>(),
        .. reading.Events.SelectMany(e => e.Because).Select(b => b.Span).OfType<SpanText>(),
        .. reading.Reports.SelectMany(r => r.Because).Select(b => b.Span).OfType<SpanText>(),
        .. reading.Times.SelectMany(t => t.Because).Select(b => b.Span).OfType<SpanText>(),
        .. reading.Framing.SelectMany(f => f.Because).Select(b => b.Span).OfType<SpanText>(),
    ];

    private static void InOrder(IEnumerable<SpanText> spans, string what)
    {
        var before = -1;
        foreach (var span in spans)
        {
            if (span.Start < before)
            {
                throw new BrokenException($"{what} are not in text order at {span.Start}");
            }

            before = span.Start;
        }
    }
}
