using System.Text;

namespace Isnad.Formats.Import;

/// <summary>Reads the rows of a table (RFC 4180): fields parted by comma, semicolon or tab, quoted where they hold any of these or line ends.</summary>
internal sealed class CsvRecords : IDisposable
{
    private readonly StreamReader reader;
    private readonly int longest;
    private char separator;
    private int line = 1;

    private CsvRecords(StreamReader reader, int longest) => (this.reader, this.longest) = (reader, longest);

    /// <summary>A row.</summary>
    /// <param name="Line">1-based line that it begins on.</param>
    /// <param name="Fields">Its fields; empty where it is too long.</param>
    /// <param name="TooLong">Longer than a row may be.</param>
    /// <param name="Unclosed">A quoted field runs to the end of the file.</param>
    public readonly record struct Record(int Line, IReadOnlyList<string> Fields, bool TooLong, bool Unclosed);

    /// <summary>The line that is read now.</summary>
    public int Line => line;

    public static CsvRecords Open(Stream stream, int longest, out string? notText)
    {
        var head = new byte[TextDecoder.SampleSize];
        var whole = ChainedStream.LookAhead(stream, head, out var length);
        var sample = head.AsSpan(0, length);
        var encoding = TextDecoder.EncodingOf(sample, whole: length < head.Length);
        notText = TextDecoder.Signature(sample) is { } signature ? $"it is {signature}" : encoding is null ? "it is not text" : null;
        var firstLine = TextDecoder.DecodeSample(sample).Split('\n')[0];
        return new(new StreamReader(whole, encoding ?? Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16), longest)
        {
            separator = new[] { '\t', ';', ',' }.MaxBy(c => firstLine.Count(x => x == c)),
        };
    }

    /// <summary>The next row that is not empty, or null after the last.</summary>
    public Record? Next()
    {
        while (true)
        {
            var start = line;
            var row = Row(out var tooLong, out var unclosed);
            if (row is null)
            {
                return null;
            }

            if (row.Count > 1 || row[0].Length > 0 || tooLong)
            {
                return new(start, row, tooLong, unclosed);
            }
        }
    }

    public void Dispose() => reader.Dispose();

    private List<string>? Row(out bool tooLong, out bool unclosed)
    {
        (tooLong, unclosed) = (false, false);
        if (reader.Peek() < 0)
        {
            return null;
        }

        var fields = new List<string>();
        var field = new StringBuilder();
        var (length, quoted) = (0, false);
        while (true)
        {
            var next = reader.Read();
            if (next < 0 || (next == '\n' && !quoted))
            {
                line++;
                unclosed = quoted;
                if (next >= 0 && field.Length > 0 && field[^1] == '\r')
                {
                    field.Length--;
                }

                fields.Add(field.ToString());
                return fields;
            }

            line += next == '\n' ? 1 : 0;
            if (++length > longest)
            {
                tooLong = true;
                field.Clear();
                fields.Clear();
                // What is left of the row is stepped over; its quotation marks still count.
                quoted ^= next == '"';
                continue;
            }

            switch ((char)next)
            {
                case '"' when quoted && reader.Peek() == '"':
                    reader.Read();
                    field.Append('"');
                    break;
                case '"' when quoted || field.Length == 0:
                    quoted = !quoted;
                    break;
                case var c when c == separator && !quoted:
                    fields.Add(field.ToString());
                    field.Clear();
                    break;
                case var c:
                    field.Append(c);
                    break;
            }
        }
    }
}
