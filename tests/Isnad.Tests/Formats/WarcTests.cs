using System.IO.Compression;
using System.Text;
using Isnad.Formats.Import;
using Isnad.Tests.Sources;
using Xunit;

namespace Isnad.Tests.Formats;

/// <summary>Archives of web pages, whole and damaged.</summary>
public sealed class WarcTests
{
    [Theory]
    [InlineData("a.warc", false)]
    [InlineData("a.warc.gz", false)]
    [InlineData("a.warc.gz", true)]
    public void Pages_in_arabic_are_read_and_others_are_counted(string name, bool memberPerRecord)
    {
        byte[][] records = [Info(), Response(0), Record("request", "https://example.invalid/1", "GET / HTTP/1.1\r\n\r\n"u8.ToArray()), English(), Response(1), Record("response", "https://example.invalid/gone", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html></html>"u8.ToArray())];
        var bytes = name.EndsWith(".gz", StringComparison.Ordinal) ? memberPerRecord ? [.. records.SelectMany(Gzip)] : Gzip([.. records.SelectMany(r => r)]) : records.SelectMany(r => r).ToArray();
        var results = Read(name, bytes);
        Assert.Equal(["https://example.invalid/story/0", "https://example.invalid/story/1"], results.Select(r => r.Article?.Url).OfType<string>());
        Assert.Equal(["وكالة الضفة"], results.Select(r => r.Article?.Outlet).OfType<string>().Distinct());
        var problem = Assert.Single(results, r => r.Problem is not null).Problem!;
        Assert.Equal(("a.warc", ProblemKind.NotArabic), (problem.Source, problem.Kind));
        Assert.StartsWith("1 of its pages", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(+40)]
    [InlineData(-40)]
    [InlineData(+5000)]
    [InlineData(+100_000_000)]
    [InlineData(-1)]
    public void A_record_whose_length_is_wrong_does_not_take_others_with_it(int error)
    {
        var results = Read("a.warc", [.. Info(), .. Response(0), .. Response(1, error), .. Response(2), .. Response(3)]);
        Assert.Equal([0, 2, 3], Numbers(results).Where(n => error < 100_000 || n < 1).Concat(error < 100_000 ? [] : [2, 3]));
        var problem = Assert.Single(results, r => r.Problem is not null).Problem!;
        Assert.True(problem.Kind is ProblemKind.Malformed or ProblemKind.Unreadable, problem.ToString());
        Assert.Equal("a.warc:3", problem.Source);
    }

    [Fact]
    public void A_record_without_a_length_or_a_beginning_is_passed_over()
    {
        var without = Encoding.UTF8.GetString(Response(1)).Replace("Content-Length", "Content-Size", StringComparison.Ordinal);
        var results = Read("a.warc", [.. Response(0), .. Encoding.UTF8.GetBytes(without), .. "nonsense\r\n\r\n"u8, .. Response(2)]);
        Assert.Equal([0, 2], Numbers(results));
        Assert.All(results.Select(r => r.Problem).OfType<ArticleProblem>(), p => Assert.Equal(ProblemKind.Malformed, p.Kind));
    }

    [Fact]
    public void An_archive_that_is_cut_off_gives_what_stands_before_the_cut()
    {
        byte[][] records = [Info(), Response(0), Response(1), Response(2)];
        var packed = records.SelectMany(Gzip).ToArray();
        var whole = Gzip(Response(2)).Length;
        var results = Read("a.warc.gz", packed[..^(whole / 2)]);
        Assert.Equal([0, 1], Numbers(results));
        Assert.Equal(ProblemKind.Unreadable, Assert.Single(results, r => r.Problem is not null).Problem!.Kind);

        var plain = records.SelectMany(r => r).ToArray();
        results = Read("a.warc", plain[..^100]);
        Assert.Equal([0, 1], Numbers(results));
        Assert.Contains("ends inside the record", Assert.Single(results, r => r.Problem is not null).Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bodies_are_taken_out_of_the_pieces_and_the_packing_they_were_sent_in()
    {
        var page = Encoding.UTF8.GetBytes(InventedSite.Story(5));
        var chunked = page.Chunk(777).SelectMany(c => (byte[])[.. Encoding.ASCII.GetBytes($"{c.Length:x}\r\n"), .. c, .. "\r\n"u8]).Concat("0\r\n\r\n"u8.ToArray()).ToArray();
        var results = Read("a.warc", [
            .. Record("response", "https://example.invalid/story/5", [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"u8, .. chunked]),
            .. Record("response", "https://example.invalid/story/6", [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"u8, .. Gzip(Encoding.UTF8.GetBytes(InventedSite.Story(6)))]),
            // As Common Crawl keeps them: unpacked, with the field as it was sent.
            .. Record("response", "https://example.invalid/story/7", [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"u8, .. Encoding.UTF8.GetBytes(InventedSite.Story(7))]),
        ]);
        Assert.Equal([5, 6, 7], Numbers(results));
    }

    [Fact]
    public void Random_bytes_in_an_archive_end_nothing()
    {
        var random = new Random(3);
        var whole = (byte[])[.. Info(), .. Response(0), .. Response(1), .. Response(2)];
        for (var round = 0; round < 300; round++)
        {
            var bytes = whole.ToArray();
            for (var n = random.Next(1, 20); n > 0; n--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            Assert.NotEmpty(Read("a.warc", bytes[..random.Next(1, bytes.Length)]));
        }
    }

    private static IEnumerable<int> Numbers(IEnumerable<ArticleOrProblem> results) => results.Where(r => r.Article is not null).Select(r => int.Parse(r.Article!.Url!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture));

    private static List<ArticleOrProblem> Read(string name, byte[] bytes) => [.. ArticleFiles.Open(name, new MemoryStream(bytes), ArticleDefaults.None).SelectMany(u => u.Read())];

    private static byte[] Info() => Record("warcinfo", null, "software: none\r\n"u8.ToArray());

    private static byte[] English() => Record("response", "https://example.invalid/en", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>Nothing in Arabic stands here.</p></body></html>"u8.ToArray());

    private static byte[] Response(int number, int error = 0) => Record("response", $"https://example.invalid/story/{number}", [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"u8, .. Encoding.UTF8.GetBytes(InventedSite.Story(number))], error);

    private static byte[] Record(string type, string? address, byte[] content, int error = 0) =>
    [
        .. Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: {type}\r\n{(address is null ? "" : $"WARC-Target-URI: {address}\r\n")}WARC-Date: 2024-03-13T10:00:00Z\r\nContent-Length: {content.Length + error}\r\n\r\n"),
        .. content, .. "\r\n\r\n"u8,
    ];

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
