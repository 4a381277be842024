using System.Text;

namespace Isnad.Formats.Import;

/// <summary>Reads a stream line by line and gives up on a line that is too long without keeping it.</summary>
internal sealed class BoundedLines : IDisposable
{
    private readonly StreamReader reader;
    private readonly int longest;
    private readonly char[] buffer = new char[1 << 15];
    private int start;
    private int end;

    private BoundedLines(StreamReader reader, int longest) => (this.reader, this.longest) = (reader, longest);

    /// <summary>A line, or the fact that it was too long.</summary>
    public readonly record struct Line(string Text, bool TooLong);

    /// <summary>1-based number of the line that <see cref="Next"/> gave last.</summary>
    public int Number { get; private set; }

    /// <summary>Opens a stream whose encoding its first bytes tell.</summary>
    /// <param name="notText">What the stream is instead of text, or null.</param>
    public static BoundedLines Open(Stream stream, int longest, out string? notText)
    {
        var head = new byte[TextDecoder.SampleSize];
        var whole = ChainedStream.LookAhead(stream, head, out var length);
        var sample = head.AsSpan(0, length);
        var encoding = TextDecoder.EncodingOf(sample, whole: length < head.Length);
        notText = TextDecoder.Signature(sample) is { } signature ? $"it is {signature}" : encoding is null ? "it is not text" : null;
        return new(new StreamReader(whole, encoding ?? Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16), longest);
    }

    /// <summary>The next line without its end, or null after the last.</summary>
    public Line? Next()
    {
        Number++;
        var line = new StringBuilder();
        var tooLong = false;
        while (true)
        {
            if (start == end)
            {
                (start, end) = (0, reader.Read(buffer, 0, buffer.Length));
                if (end == 0)
                {
                    return line.Length > 0 || tooLong ? new(line.ToString(), tooLong) : null;
                }
            }

            var cut = Array.IndexOf(buffer, '\n', start, end - start);
            var piece = buffer.AsSpan(start, (cut < 0 ? end : cut) - start);
            tooLong |= line.Length + piece.Length > longest;
            if (tooLong)
            {
                line.Clear();
            }
            else
            {
                line.Append(piece);
            }

            start = cut < 0 ? end : cut + 1;
            if (cut >= 0)
            {
                return new(line.ToString(), tooLong);
            }
        }
    }

    public void Dispose() => reader.Dispose();
}
