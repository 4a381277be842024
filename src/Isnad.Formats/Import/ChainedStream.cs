namespace Isnad.Formats.Import;

/// <summary>One stream, then another.</summary>
internal sealed class ChainedStream(Stream first, Stream then) : ForwardStream
{
    private bool isOver;

    /// <summary>Bytes that were read ahead, then the rest of the stream that they came from.</summary>
    public static ChainedStream OfHead(byte[] head, int length, Stream rest) => new(new MemoryStream(head, 0, length), rest);

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
}
