namespace Isnad.Formats.Import;

/// <summary>Bytes of a stream that were read ahead and are not taken yet, so that a reader can look before it decides.</summary>
internal sealed class ByteWindow(Stream stream) : IDisposable
{
    private const int Piece = 1 << 16;
    private byte[] buffer = new byte[4 * Piece];
    private int start;
    private int end;
    private bool ended;

    /// <summary>What is at hand.</summary>
    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(start, end - start);

    /// <summary>Reads ahead until so many bytes are at hand; false where the stream ends before.</summary>
    /// <exception cref="InvalidDataException">The stream is damaged; what came before it is at hand.</exception>
    public bool Ensure(int count)
    {
        while (end - start < count && !ended)
        {
            Fill(count);
        }

        return end - start >= count;
    }

    /// <summary>Takes bytes that are at hand.</summary>
    public void Skip(int count) => start += count;

    /// <summary>Takes bytes that need not be at hand; false where the stream ends before.</summary>
    public bool SkipFar(long count)
    {
        while (true)
        {
            var taken = (int)Math.Min(count, end - start);
            Skip(taken);
            count -= taken;
            if (count == 0)
            {
                return true;
            }

            if (!Ensure(1))
            {
                return false;
            }
        }
    }

    /// <summary>Where a run of bytes begins, looking ahead as far as a limit; −1 where it does not stand there.</summary>
    public int Find(ReadOnlySpan<byte> wanted, int limit)
    {
        var looked = 0;
        while (true)
        {
            var found = Bytes[looked..].IndexOf(wanted);
            if (found >= 0)
            {
                return looked + found;
            }

            looked = Math.Max(looked, end - start - wanted.Length + 1);
            if (looked >= limit || !Ensure(end - start + 1))
            {
                return -1;
            }
        }
    }

    public void Dispose() => stream.Dispose();

    private void Fill(int wanted)
    {
        var held = end - start;
        var needed = Math.Max(wanted, held + Piece);
        if (buffer.Length - start < needed)
        {
            // Twice what is needed, so that the bytes are not moved for every piece.
            var room = buffer.Length < 2 * needed ? new byte[2 * needed] : buffer;
            buffer.AsSpan(start, held).CopyTo(room);
            (buffer, start, end) = (room, 0, held);
        }

        var read = stream.Read(buffer, end, Math.Min(buffer.Length - end, Piece));
        end += read;
        ended = read == 0;
    }
}
