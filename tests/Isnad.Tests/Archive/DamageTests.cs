using System.Text;
using Isnad.Archive;
using Isnad.Archive.Fusion;
using Isnad.Archive.Ingest;
using Isnad.Archive.Store;
using Isnad.Formats.Import;
using Isnad.Tests.Cli;
using Isnad.Tests.Sources;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>What goes wrong outside of Isnad: a clear message with its code and exit code, the archive consistent, nothing lost. docs/archive.md lists it.</summary>
public sealed class DamageTests
{
    // Bytes before the content of the record below.
    private const int WarcHead = 61;

    [Fact]
    public void A_disk_that_fills_stops_the_run_and_the_next_one_goes_on()
    {
        using var full = new ArchiveFolder();
        using var whole = new ArchiveFolder();
        var lines = InventedNews.Lines(Enumerable.Range(0, 600));
        whole.Ingest(whole.Write("a.jsonl", lines));
        var file = full.Write("a.jsonl", lines);
        var stops = 0;
        // Each run may make the file a little larger, as if somebody had freed some space in between.
        for (var pages = 200; pages < 100_000; pages += 300)
        {
            using var archive = NewsArchive.Open(full.Location);
            archive.Sql.Run($"PRAGMA max_page_count = {pages}");
            try
            {
                new Ingester(archive, NewsEngine.Default, 2).Run([file], ArticleDefaults.None);
                new Fuser(archive, NewsEngine.Default).Run();
                break;
            }
            catch (ArchiveException x)
            {
                Assert.Equal("KH3004", x.Code);
                Assert.Contains("the disk may be full", x.Message, StringComparison.Ordinal);
                Assert.Equal("ok", archive.Sql.Value("PRAGMA integrity_check"));
                stops++;
            }
        }

        Assert.True(stops > 1, "the disk never filled");
        Assert.Equal(whole.Dump().Replace(whole.Path, "", StringComparison.Ordinal), full.Dump().Replace(full.Path, "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_second_writer_waits_for_the_first_and_says_so_where_it_waits_in_vain()
    {
        using var folder = new ArchiveFolder();
        using var first = NewsArchive.Open(folder.Location);
        using var second = NewsArchive.Open(folder.Location);
        second.Sql.Run("PRAGMA busy_timeout = 200");
        first.Sql.Begin();
        first.Sql.Run("INSERT INTO source (name, fingerprint) VALUES ('a', '')");
        var refused = Assert.Throws<ArchiveException>(() => second.Write(() => second.Sql.Run("INSERT INTO source (name, fingerprint) VALUES ('b', '')")));
        Assert.Equal("KH3005", refused.Code);
        first.Sql.Commit();
        second.Write(() => second.Sql.Run("INSERT INTO source (name, fingerprint) VALUES ('b', '')"));
        Assert.Equal(2, first.Sql.Number("SELECT COUNT(*) FROM source"));
    }

    [Theory]
    [InlineData("huge.txt", ProblemKind.TooLarge)]
    [InlineData("huge.jsonl", ProblemKind.TooLarge)]
    [InlineData("huge.csv", ProblemKind.TooLarge)]
    [InlineData("huge.html", ProblemKind.TooLarge)]
    [InlineData("huge.warc", ProblemKind.TooLarge)]
    public void An_article_of_two_gigabytes_is_refused_in_little_memory(string name, ProblemKind kind)
    {
        var head = name switch
        {
            "huge.jsonl" => "{\"text\":\"",
            "huge.csv" => "id,text\n1,\"",
            "huge.warc" => $"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {(2L << 30) - WarcHead}\r\n\r\n",
            _ => "",
        };
        using var stream = new RepeatedText(head, "قصفت طائرات حربية سوقا شعبية في ادلب صباح امس ", 2L << 30);
        var before = GC.GetTotalAllocatedBytes();
        var problems = ArticleFiles.Open(name, stream, ArticleDefaults.None).SelectMany(u => u.Read()).Select(r => r.Problem).ToList();
        Assert.Contains(problems, p => p?.Kind == kind);
        Assert.DoesNotContain(problems, p => p is null);
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) < 600L << 20, $"{GC.GetTotalMemory(false):N0} bytes held, {GC.GetTotalAllocatedBytes() - before:N0} allocated");
    }

    [Fact]
    public void Every_kind_of_damage_has_its_message_and_its_exit_code()
    {
        using var folder = new TemporaryFolder();
        var archive = Path.Combine(folder.Path, "news.db");
        var good = folder.Write("good.jsonl", InventedNews.Lines([1, 2]));
        Assert.Equal(0, Tool.Isnad("ingest", good, "--into", archive).Code);

        var cut = Packed(InventedNews.Lines(Enumerable.Range(3, 40)));
        var damaged = Tool.Isnad("ingest", folder.Write("cut.jsonl.gz", cut[..^40]), "--into", archive);
        Assert.Equal(1, damaged.Code);
        Assert.Contains("KH5001", damaged.Errors, StringComparison.Ordinal);
        Assert.Equal(2, Tool.Isnad("ingest", folder.Write("empty.warc", ""), "--into", archive).Code);

        using (var site = new LoopbackSite())
        {
            site.Page("/bomb", "<!DOCTYPE rss [<!ENTITY a \"b\">]><rss version=\"2.0\"><channel><title>&a;</title></channel></rss>", "application/rss+xml");
            site.Redirect("/away", "http://169.254.169.254/latest/");
            var bomb = Tool.Isnad("ingest", $"{site.Address}/bomb", "--into", archive, "--allow-private", $"127.0.0.1:{site.Port}", "--delay", "0");
            Assert.Equal(2, bomb.Code);
            Assert.StartsWith($"{site.Address}/bomb: KH5006", bomb.Errors, StringComparison.Ordinal);
            var away = Tool.Isnad("ingest", $"{site.Address}/away", "--into", archive, "--allow-private", $"127.0.0.1:{site.Port}", "--delay", "0");
            Assert.Equal(2, away.Code);
            Assert.StartsWith($"{site.Address}/away: KH5010", away.Errors, StringComparison.Ordinal);
        }

        using (var open = NewsArchive.Open(archive))
        {
            open.Sql.Run("INSERT INTO schema_step (number, name) VALUES (9999, 'future')");
        }

        var newer = Tool.Isnad("ingest", good, "--into", archive);
        Assert.Equal(5, newer.Code);
        Assert.StartsWith("KH3002", newer.Errors, StringComparison.Ordinal);
    }

    private static byte[] Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(bytes, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    /// <summary>A head, then the same words again and again: as many bytes as one likes, and none of them kept.</summary>
    private sealed class RepeatedText(string head, string words, long length) : Stream
    {
        private readonly byte[] head = Encoding.UTF8.GetBytes(head);
        private readonly byte[] words = Encoding.UTF8.GetBytes(words);
        private long at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var left = (int)Math.Min(buffer.Length, length - at);
            for (var done = 0; done < left;)
            {
                var source = at < head.Length ? head.AsSpan((int)at) : words.AsSpan((int)((at - head.Length) % words.Length));
                var taken = Math.Min(source.Length, left - done);
                source[..taken].CopyTo(buffer[done..]);
                (done, at) = (done + taken, at + taken);
            }

            return left;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
