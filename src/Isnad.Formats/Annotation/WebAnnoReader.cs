using System.Globalization;
using System.Text;
using Isnad.Reading;

namespace Isnad.Formats.Annotation;

/// <summary>
/// Reads WebAnno TSV 3 with the layers of <see cref="WebAnnoLayers"/> into a reading; other layers are passed over. Between
/// sentences the format keeps no text: a gap becomes a space, or a line end behind a title.
/// </summary>
internal sealed class WebAnnoReader
{
    private readonly List<(string Layer, string[] Features)?> columns = [];
    private readonly StringBuilder text = new();
    private readonly Dictionary<(string Layer, int Number), (int Start, int End, string?[] Values)> numbered = [];
    private readonly List<SpanAnnotation> annotations = [];

    /// <summary>The reading that a file amounts to.</summary>
    /// <exception cref="InvalidDataException">A line is not in the format; the message has its number.</exception>
    public static NewsReading Read(string id, string file)
    {
        var reader = new WebAnnoReader();
        var number = 0;
        foreach (var line in file.Split('\n'))
        {
            number++;
            try
            {
                reader.Line(line.TrimEnd('\r'), number);
            }
            catch (Exception x) when (x is FormatException or IndexOutOfRangeException or ArgumentException or OverflowException)
            {
                throw new InvalidDataException($"line {number} is not in the format of WebAnno TSV 3: {line}");
            }
        }

        reader.annotations.AddRange(reader.numbered.Select(a => new SpanAnnotation(a.Key.Layer, a.Value.Start, a.Value.End, a.Value.Values)));
        return AnnotatedReading.Of(id, reader.text.ToString(), reader.annotations);
    }

    private void Line(string line, int number)
    {
        if (number == 1 && !line.StartsWith("#FORMAT=WebAnno TSV 3", StringComparison.Ordinal))
        {
            throw new FormatException();
        }

        if (line.StartsWith("#T_", StringComparison.Ordinal))
        {
            var fields = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Split('|');
            var name = fields[0].StartsWith(WebAnnoLayers.Prefix, StringComparison.Ordinal) ? fields[0][WebAnnoLayers.Prefix.Length..] : fields[0];
            columns.AddRange(fields.Skip(1).Select((_, i) => i == 0 ? ((string, string[])?)(name, fields[1..]) : null));
        }
        else if (line.Length > 0 && char.IsAsciiDigit(line[0]))
        {
            Row(line.Split('\t'));
        }
    }

    private void Row(string[] cells)
    {
        var offsets = cells[1].Split('-');
        var (start, end) = (int.Parse(offsets[0], NumberStyles.None, CultureInfo.InvariantCulture), int.Parse(offsets[1], NumberStyles.None, CultureInfo.InvariantCulture));
        if (!cells[0].Contains('.', StringComparison.Ordinal))
        {
            Append(cells[2], start, end, cells[0].EndsWith("-1", StringComparison.Ordinal));
        }

        for (var at = 0; at < columns.Count; at++)
        {
            if (columns[at] is var (layer, features) && cells[at + 3] is not ("_" or ""))
            {
                Annotations(layer, start, end, [.. Enumerable.Range(0, features.Length).Select(f => WebAnnoText.Parts(cells[at + 3 + f]).ToList())]);
            }
        }
    }

    private void Append(string token, int start, int end, bool beginsSentence)
    {
        if (start < text.Length || end - start != token.Length || start - text.Length > 1_000_000)
        {
            throw new FormatException();
        }

        // A line that does not end like a sentence, such as a title, ends with a line end.
        var endsLine = beginsSentence && text.Length > 0 && text[^1] is not ('.' or '؟' or '?' or '!' or '…' or '»' or '"');
        text.Append(endsLine ? '\n' : ' ', start - text.Length).Append(token);
    }

    private void Annotations(string layer, int start, int end, List<(string Value, int Number)>[] features)
    {
        for (var stacked = 0; stacked < features[0].Count; stacked++)
        {
            var values = features.Select(f => f[stacked].Value is "*" or "_" ? null : WebAnnoText.Unescape(f[stacked].Value)).ToArray();
            if (features[0][stacked].Number is > 0 and var number)
            {
                numbered[(layer, number)] = numbered.TryGetValue((layer, number), out var begun) ? (begun.Start, Math.Max(begun.End, end), values) : (start, end, values);
            }
            else
            {
                annotations.Add(new(layer, start, end, values));
            }
        }
    }
}
