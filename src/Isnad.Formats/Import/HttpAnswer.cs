using System.Globalization;
using System.IO.Compression;

namespace Isnad.Formats.Import;

/// <summary>An HTTP answer as archives keep it: head and body in one.</summary>
internal static class HttpAnswer
{
    /// <summary>The body, without the pieces and the packing in which it was sent; null where the answer is no page or is damaged.</summary>
    public static byte[]? Body(byte[] answer, out WarcFields? head)
    {
        head = null;
        var end = answer.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return null;
        }

        head = WarcFields.Parse(answer.AsSpan(0, end));
        var body = answer[(end + 4)..];
        try
        {
            // Most archives keep the body unpacked and leave the fields as they were sent: the bytes decide.
            if (head["Transfer-Encoding"]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
            {
                body = Joined(body) ?? body;
            }

            return head["Content-Encoding"]?.Trim().ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" when body is [0x1F, 0x8B, ..] => CompressedFiles.Unpack(body, ArticleLimits.File),
                "deflate" when body is [0x78, ..] => Unpacked(new ZLibStream(new MemoryStream(body), CompressionMode.Decompress)),
                "br" when !body.AsSpan().TrimStart(" \r\n\t"u8).StartsWith("<"u8) => Unpacked(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress)),
                _ => body,
            };
        }
        catch (Exception x) when (x is InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    // «1a3\r\n…\r\n0\r\n»; null where it is not written so.
    private static byte[]? Joined(byte[] body)
    {
        using var joined = new MemoryStream(body.Length);
        var rest = body.AsSpan();
        while (true)
        {
            var line = rest.IndexOf("\r\n"u8);
            if (line is <= 0 or > 64)
            {
                return null;
            }

            var size = rest[..line];
            var extension = size.IndexOf((byte)';');
            if (!int.TryParse(System.Text.Encoding.ASCII.GetString(extension < 0 ? size : size[..extension]).Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0)
            {
                return null;
            }

            rest = rest[(line + 2)..];
            if (length == 0)
            {
                return joined.ToArray();
            }

            if (length > rest.Length)
            {
                return null;
            }

            joined.Write(rest[..length]);
            rest = rest[length..];
            rest = rest.StartsWith("\r\n"u8) ? rest[2..] : rest;
        }
    }

    private static byte[]? Unpacked(Stream stream)
    {
        using (stream)
        {
            using var bytes = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; (read = stream.Read(buffer)) > 0; bytes.Write(buffer, 0, read))
            {
                if (bytes.Length + read > ArticleLimits.File)
                {
                    return null;
                }
            }

            return bytes.ToArray();
        }
    }
}
