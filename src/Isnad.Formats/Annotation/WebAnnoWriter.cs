using System.Globalization;
using System.Text;
using Isnad.Language;
using Isnad.Pipeline;
using Isnad.Reading;

namespace Isnad.Formats.Annotation;

/// <summary>
/// A reading as WebAnno TSV 3.3, which INCEpTION and WebAnno take in: a row per token, further rows for parts of tokens, a column
/// per feature. Annotations of several rows, or several on one, carry a number. Offsets count UTF-16 code units, as there.
/// </summary>
internal sealed class WebAnnoWriter
{
    private readonly NewsDocument document;
    private readonly StringBuilder lines = new();

    // Of each row, by token and by which part of it, the annotations of each layer with their numbers; 0 for none.
    private readonly Dictionary<(int Token, int Start, int End), Dictionary<string, List<(SpanAnnotation Annotation, int Number)>>> cells = [];
    private readonly Dictionary<int, SortedSet<(int Start, int End)>> parts = [];

    private WebAnnoWriter(NewsDocument document) => this.document = document;

    public static string Write(NewsDocument document, NewsReading reading)
    {
        var writer = new WebAnnoWriter(document);
        writer.Place([.. WebAnnoLayers.Of(reading).SelectMany(writer.BySentence).OrderBy(a => a.Start).ThenByDescending(a => a.End).ThenBy(a => a.Layer, StringComparer.Ordinal)]);
        writer.Lines();
        return writer.lines.ToString();
    }

    // A row belongs to a sentence, and so must an annotation.
    private IEnumerable<SpanAnnotation> BySentence(SpanAnnotation annotation)
    {
        var tokens = TokenSpans.Touched(document, annotation.Start, annotation.End).ToList();
        return tokens.GroupBy(t => document.Tokens[t].Sentence).Select(g => annotation with
        {
            Start = Math.Max(annotation.Start, document.Tokens[g.First()].Span.Start),
            End = Math.Min(annotation.End, document.Tokens[g.Last()].Span.End),
        });
    }

    private void Place(List<SpanAnnotation> annotations)
    {
        var rowsOf = annotations.ConvertAll(a => Rows(a).ToList());
        var stacked = annotations.Zip(rowsOf).SelectMany(x => x.Second.Select(row => (x.First.Layer, row))).GroupBy(x => x).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        var number = 0;
        foreach (var (annotation, rows) in annotations.Zip(rowsOf))
        {
            var own = rows.Count > 1 || rows.Exists(row => stacked.Contains((annotation.Layer, row))) ? ++number : 0;
            foreach (var row in rows)
            {
                var layers = cells.TryGetValue(row, out var found) ? found : cells[row] = new(StringComparer.Ordinal);
                (layers.TryGetValue(annotation.Layer, out var list) ? list : layers[annotation.Layer] = []).Add((annotation, own));
            }
        }
    }

    private IEnumerable<(int Token, int Start, int End)> Rows(SpanAnnotation annotation)
    {
        foreach (var token in TokenSpans.Touched(document, annotation.Start, annotation.End))
        {
            var span = document.Tokens[token].Span;
            var (start, end) = (Math.Max(span.Start, annotation.Start), Math.Min(span.End, annotation.End));
            if (start != span.Start || end != span.End)
            {
                (parts.TryGetValue(token, out var own) ? own : parts[token] = []).Add((start, end));
            }

            yield return (token, start, end);
        }
    }

    private void Lines()
    {
        lines.Append("#FORMAT=WebAnno TSV 3.3\n");
        foreach (var (layer, features) in WebAnnoLayers.All)
        {
            lines.Append("#T_SP=").Append(WebAnnoLayers.Prefix).Append(layer).Append('|').AppendJoin('|', features).Append('\n');
        }

        lines.Append('\n');
        var number = 0;
        foreach (var sentence in document.Sentences.Where(s => s.EndToken > s.FirstToken))
        {
            number++;
            lines.Append('\n').Append("#Text=").Append(WebAnnoText.Line(document.Text[sentence.Span.Start..sentence.Span.End])).Append('\n');
            for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                var (id, span) = (string.Create(CultureInfo.InvariantCulture, $"{number}-{token - sentence.FirstToken + 1}"), document.Tokens[token].Span);
                Row(id, token, span.Start, span.End);
                foreach (var ((start, end), at) in (parts.TryGetValue(token, out var own) ? own : []).Select((p, i) => (p, i)))
                {
                    Row(string.Create(CultureInfo.InvariantCulture, $"{id}.{at + 1}"), token, start, end);
                }
            }
        }
    }

    private void Row(string id, int token, int start, int end)
    {
        lines.Append(CultureInfo.InvariantCulture, $"{id}\t{start}-{end}\t{WebAnnoText.Line(document.Text[start..end])}\t");
        var layers = cells.GetValueOrDefault((token, start, end));
        foreach (var (layer, features) in WebAnnoLayers.All)
        {
            var annotations = layers?.GetValueOrDefault(layer);
            for (var feature = 0; feature < features.Length; feature++)
            {
                lines.Append(annotations is null ? "_" : string.Join('|', annotations.Select(a => Cell(a.Annotation.Values[feature], a.Number)))).Append('\t');
            }
        }

        lines.Append('\n');
    }

    private static string Cell(string? value, int number) =>
        (value is null ? "*" : WebAnnoText.Escape(value)) + (number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"[{number}]"));
}
