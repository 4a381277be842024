namespace Isnad.Formats.Import;

/// <summary>One stream, then another.</summary>
internal sealed class ChainedStream(Stream first, Stream then) : ForwardStream
{
    private bool isOver;

    /// <summary>
    /// Reads the beginning of a stream; what is returned gives it once more, and then the rest. A stream that breaks off after some
    /// bytes gives these before it fails.
    /// </summary>
    public static ChainedStream LookAhead(Stream stream, byte[] head, out int length)
    {
        length = 0;
        try
        {
            for (int read; length < head.Length && (read = stream.Read(head, length, head.Length - length)) > 0;)
            {
                length += read;
            }
        }
        catch (Exception x) when (length > 0 && x is IOException or InvalidDataException)
        {
            return new(new MemoryStream(head, 0, length), new BrokenStream(stream, x));
        }

        return new(new MemoryStream(head, 0, length), stream);
    }

    public override int Read(Span<byte> buffer)
    {
        if (!isOver && first.Read(buffer) is > 0 and var read)
        {
            return read;
        }

        isOver |= buffer.Length > 0;
        return then.Read(buffer);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            first.Dispose();
            then.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Fails as a stream did that was read before.</summary>
    private sealed class BrokenStream(Stream stream, Exception failure) : ForwardStream
    {
        public override int Read(Span<byte> buffer) => throw new InvalidDataException(failure.Message, failure);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                stream.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
