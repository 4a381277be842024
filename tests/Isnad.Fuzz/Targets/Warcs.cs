using System.Globalization;
using System.IO.Compression;
using System.Text;
using Isnad.Fuzz.Making;

namespace Isnad.Fuzz.Targets;

/// <summary>Web archives, plain and packed.</summary>
internal static class Warcs
{
    private static readonly string[] Parts =
    [
        "WARC/1.0\r\n", "WARC/1.1\r\n", "WARC-Type: response\r\n", "WARC-Type: revisit\r\n", "Content-Length: -1\r\n", "Content-Length: 99999999999999999999\r\n", "Content-Length: 0\r\n", "Content-Length: 7\r\n", "\r\n\r\n", "\n\n", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 999\r\n",
        "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n", "Content-Encoding: br\r\n", "Content-Type: text/html; charset=windows-1256\r\n", "Content-Type: application/http; msgtype=response\r\n", "5\r\n<p>اب\r\n", "FFFFFFFF\r\n", "0\r\n\r\n", " folded: line\r\n", ":", "WARC-Target-URI: <http://x>\r\n", "WARC-Target-URI: \r\n",
    ];

    public static FuzzTarget Plain { get; } = new("warc", ".warc", 1, dice => Damaged(dice, Records(dice)), input => Imports.Read("pages.warc", input));

    /// <summary>The same packed, as archives of the web are; damage before and after packing.</summary>
    public static FuzzTarget Packed { get; } = new("gzip", ".warc.gz", 1, dice => Pack(dice, dice.OneIn(2) ? Records(dice) : Damaged(dice, Records(dice))), input => Imports.Read("pages.warc.gz", input));

    private static byte[] Damaged(Dice dice, byte[] whole) => dice.OneIn(2)
        ? Mutation.Of(dice, whole)
        : Encoding.UTF8.GetBytes(Mutation.Of(dice, Encoding.UTF8.GetString(whole), Parts));

    private static byte[] Records(Dice dice)
    {
        using var file = new MemoryStream();
        for (var i = dice.Below(3); i >= 0; i--)
        {
            var page = Encoding.UTF8.GetBytes($"<html lang=ar><title>قصف</title><article><h1>قصف سوق</h1><p>{dice.Of(Authored.Paragraphs)}</p></article></html>");
            byte[] answer = [.. Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"), .. page];
            file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/{i}\r\nWARC-Date: 2024-03-13T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {answer.Length}\r\n\r\n")));
            file.Write(answer);
            file.Write("\r\n\r\n"u8);
        }

        return file.ToArray();
    }

    private static byte[] Pack(Dice dice, byte[] whole)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(whole);
            if (dice.OneIn(100))
            {
                gzip.Write(new byte[dice.Size(8 << 20)]);
            }
        }

        return dice.OneIn(2) ? packed.ToArray() : Mutation.Of(dice, packed.ToArray());
    }
}
