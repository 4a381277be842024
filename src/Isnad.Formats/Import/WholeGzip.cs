using System.IO.Compression;

namespace Isnad.Formats.Import;

/// <summary>
/// Unpacks gzip, of one member or many, and fails where the archive is cut off: <see cref="GZipStream"/> takes the end of
/// the bytes for the end of the text. A last member with a known mark is put behind the archive; only where the archive is
/// whole does the mark come out at the end.
/// </summary>
internal sealed class WholeGzip : ForwardStream
{
    private static readonly byte[] Mark = [0x1D, 0x7F, 0x02, 0x69, 0x73, 0x6E, 0x61, 0x64, 0x03, 0x7F, 0x1D, 0x00, 0x1F, 0x0E, 0x7E, 0x04];
    private static readonly byte[] MarkMember = Pack(Mark);
    private readonly GZipStream unpacked;
    private readonly byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private bool ended;

    public WholeGzip(Stream packed) => unpacked = new(new ChainedStream(packed, new MemoryStream(MarkMember)), CompressionMode.Decompress);

    /// <exception cref="InvalidDataException">The archive is damaged or cut off.</exception>
    public override int Read(Span<byte> target)
    {
        // The last bytes are held back: they may be the mark.
        while (!ended && end - start <= Mark.Length)
        {
            Fill();
        }

        var ready = end - start - (ended ? 0 : Mark.Length);
        var taken = Math.Min(ready, target.Length);
        buffer.AsSpan(start, taken).CopyTo(target);
        start += taken;
        return taken;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        var read = unpacked.Read(buffer, end, buffer.Length - end);
        end += read;
        if (read > 0)
        {
            return;
        }

        if (!buffer.AsSpan(0, end).EndsWith(Mark))
        {
            throw new InvalidDataException("the gzip archive is cut off or damaged at its end");
        }

        (ended, end) = (true, end - Mark.Length);
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
