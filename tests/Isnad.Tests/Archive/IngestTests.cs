using System.IO.Compression;
using System.Text;
using Isnad.Archive;
using Isnad.Archive.Fusion;
using Isnad.Archive.Ingest;
using Isnad.Archive.Store;
using Isnad.Formats.Import;
using Xunit;

namespace Isnad.Tests.Archive;

public sealed class IngestTests
{
    private const string Raid = "قصفت طائرات حربية سوقاً شعبية في إدلب صباح أمس، ما أدى إلى مقتل ثلاثة مدنيين، بحسب الدفاع المدني.";
    private const string Visit = "التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي في القاهرة أمس.";

    [Fact]
    public void Taking_the_same_in_again_adds_nothing()
    {
        using var folder = new ArchiveFolder();
        var file = folder.Write("a.jsonl", InventedNews.Lines(Enumerable.Range(0, 300)));
        Assert.Equal((300, 0), Counts(folder.Ingest(file)));
        var once = folder.Dump();
        Assert.Equal(1, folder.Ingest(file).Skipped);
        Assert.Equal(once, folder.Dump());

        // The same articles under other names and in another format are still the same articles.
        Assert.Equal((0, 300), Counts(folder.Ingest(folder.Write("b.jsonl", InventedNews.Lines(Enumerable.Range(0, 300))))));
    }

    [Fact]
    public void A_file_that_has_grown_gives_its_new_articles()
    {
        using var folder = new ArchiveFolder();
        var file = folder.Write("a.jsonl", InventedNews.Lines(Enumerable.Range(0, 10)));
        folder.Ingest(file);
        folder.Write("a.jsonl", InventedNews.Lines(Enumerable.Range(0, 15)));
        Assert.Equal((5, 10), Counts(folder.Ingest(file)));
    }

    [Fact]
    public void A_run_that_is_stopped_goes_on_where_it_stopped()
    {
        using var whole = new ArchiveFolder();
        using var stopped = new ArchiveFolder();
        var lines = InventedNews.Lines(Enumerable.Range(0, 700));
        whole.Ingest(whole.Write("a.jsonl", lines));
        var file = stopped.Write("a.jsonl", lines);
        var first = StopAfterOneBatch(stopped, file);
        Assert.InRange(first, 1, 699);
        Assert.Equal(700 - first, stopped.Ingest(file).Added);
        Assert.Equal(whole.Dump().Replace(whole.Path, "", StringComparison.Ordinal), stopped.Dump().Replace(stopped.Path, "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a.jsonl.gz")]
    [InlineData("a.zip")]
    [InlineData("a.csv")]
    [InlineData("folder")]
    public void Articles_come_from_many_kinds_of_source(string name)
    {
        using var folder = new ArchiveFolder();
        var source = name switch
        {
            "a.jsonl.gz" => folder.Write(name, [.. Gzip(InventedNews.Line(1)), .. Gzip(InventedNews.Line(2))]),
            "a.zip" => folder.Write(name, Zip(("one.jsonl", InventedNews.Line(1)), ("below/two.json", InventedNews.Line(2)))),
            "a.csv" => folder.Write(name, $"id;title;text;published\n1;عنوان;\"{Raid}\nوقال \"\"مصدر\"\": {1}\";2024-03-13\n2;;{Visit} {2};2024-03-13\n"),
            _ => Path.GetDirectoryName(folder.Write("folder/one.txt", $"{Raid} 1")) is { } parent && folder.Write("folder/below/two.txt", $"{Visit} 2").Length > 0 ? parent : "",
        };
        Assert.Equal((2, 0), Counts(folder.Ingest(source)));
        Assert.NotEmpty(folder.Find("type:assault"));
    }

    [Fact]
    public void What_cannot_be_taken_in_is_listed_with_its_reason_and_the_rest_is_kept()
    {
        using var folder = new ArchiveFolder();
        var file = folder.Write("a.jsonl", $"{InventedNews.Line(1)}{{\"text\":\n{{\"text\":\"An English article about nothing in particular.\"}}\n{InventedNews.Line(2)}");
        var result = folder.Ingest(file);
        Assert.Equal((2, 2), (result.Added, result.RejectedCount));
        Assert.Equal([$"{file}:2: KH5006", $"{file}:3: KH5005"], result.Rejected.Select(r => $"{r.Source}: {r.Code}"));
        using var archive = NewsArchive.Open(folder.Location, readOnly: true);
        Assert.Equal(2, archive.Count().Rejected);
    }

    [Fact]
    public void A_gzip_file_that_is_cut_off_is_told_from_a_whole_one()
    {
        using var folder = new ArchiveFolder();
        var whole = Gzip(string.Concat(Enumerable.Range(0, 40).Select(InventedNews.Line)));
        for (var cut = 1; cut < whole.Length; cut += Math.Max(1, whole.Length / 25))
        {
            var problems = ArticleFiles.Open(folder.Write("a.jsonl.gz", whole[..cut]), ArticleDefaults.None).SelectMany(u => u.Read()).Where(a => a.Problem is not null).ToList();
            Assert.NotEmpty(problems);
            Assert.All(problems, p => Assert.True(p.Problem!.Kind is ProblemKind.Unreadable or ProblemKind.Malformed));
        }

        Assert.Equal(40, ArticleFiles.Open(folder.Write("a.jsonl.gz", whole), ArticleDefaults.None).SelectMany(u => u.Read()).Count(a => a.Article is not null));
    }

    [Fact]
    public void Texts_that_no_database_keeps_are_kept_with_their_offsets()
    {
        using var folder = new ArchiveFolder();
        var article = new Article("zero\0", $"عنوان\n\0{Raid}\uD83D") { Outlet = "x\0", Published = new(2024, 3, 13) };
        using (var archive = NewsArchive.Open(folder.Location))
        {
            archive.Write(() => archive.Add(ArchivedArticle.Read(NewsEngine.Default, article)));
            new Fuser(archive, NewsEngine.Default).Run();
            var text = (string)archive.Sql.Value("SELECT text FROM article")!;
            Assert.Equal(article.Text.Length, text.Length);
        }

        Assert.Contains(folder.Find("type:assault").SelectMany(e => e.Reports), m => (m.Word, m.Start, m.Article.Outlet) == ("قصفت", article.Text.IndexOf("قصفت", StringComparison.Ordinal), "x\uFFFD"));
    }

    [Fact]
    public void A_newer_archive_and_a_file_that_is_none_are_refused_and_left_alone()
    {
        using var folder = new ArchiveFolder();
        folder.Ingest(folder.Write("a.txt", Raid));
        using (var archive = NewsArchive.Open(folder.Location))
        {
            archive.Sql.Run("INSERT INTO schema_step (number, name) VALUES (9999, 'future')");
        }

        Assert.Equal("KH3002", Assert.Throws<ArchiveException>(() => NewsArchive.Open(folder.Location)).Code);
        Assert.Equal("KH3002", Assert.Throws<ArchiveException>(() => NewsArchive.Open(folder.Location, readOnly: true)).Code);
        var text = folder.Write("text.db", string.Concat(Enumerable.Repeat(Raid, 50)));
        Assert.Equal("KH3001", Assert.Throws<ArchiveException>(() => NewsArchive.Open(text)).Code);
        Assert.Equal("KH3001", Assert.Throws<ArchiveException>(() => NewsArchive.Open(Path.Combine(folder.Path, "none.db"), readOnly: true)).Code);
        Assert.False(File.Exists(Path.Combine(folder.Path, "none.db")));
    }

    [Fact]
    public void Two_writers_at_once_lose_nothing()
    {
        using var folder = new ArchiveFolder();
        var files = Enumerable.Range(0, 2).Select(n => folder.Write($"{n}.jsonl", InventedNews.Lines(Enumerable.Range(n * 200, 300)))).ToList();
        using (NewsArchive.Open(folder.Location))
        {
        }

        Parallel.ForEach(files, file => folder.Ingest(file));
        using var archive = NewsArchive.Open(folder.Location, readOnly: true);
        Assert.Equal(500, archive.Count().Articles);
    }

    private static long StopAfterOneBatch(ArchiveFolder folder, string file)
    {
        using var archive = NewsArchive.Open(folder.Location);
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => new Ingester(archive, NewsEngine.Default, 2).Run([file], ArticleDefaults.None, _ => stop.Cancel(), stop.Token));
        return archive.Count().Articles;
    }

    private static (long Added, long Known) Counts(IngestResult result) => (result.Added, result.Known);

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
