using System.IO.Compression;
using System.Text;
using Isnad.Archive.Ingest;
using Isnad.Archive.Store;
using Isnad.Formats.Import;
using Isnad.Sources.Fetching;
using Isnad.Tests.Archive;
using Xunit;

namespace Isnad.Tests.Sources;

/// <summary>Feeds, sitemaps and pages of a site on this machine; nothing asks the network.</summary>
public sealed class WebIngestTests
{
    [Fact]
    public void A_feed_gives_its_pages_once_and_then_only_what_is_new()
    {
        using var site = Site(4);
        using var folder = new ArchiveFolder();
        site.Page("/feed", InventedSite.Feed(site.Address, [0, 1, 2]), "application/rss+xml");
        var result = Ingest(folder, site, "/feed");
        Assert.Equal((3, 0), (result.Added, result.RejectedCount));
        using (var archive = NewsArchive.Open(folder.Location, readOnly: true))
        {
            Assert.Equal([$"{site.Address}/story/0|وكالة الضفة|2024-03-01"], archive.Sql.Rows("SELECT url, outlet, published FROM article WHERE url LIKE '%/0'", r => $"{r.GetString(0)}|{r.GetString(1)}|{r.GetString(2)}"));
        }

        site.Asked.Clear();
        Assert.Equal(0, Ingest(folder, site, "/feed").Added);
        Assert.Equal(["/feed"], site.Asked);
        Assert.Equal(["/feed"], site.Unchanged);

        site.Page("/feed", InventedSite.Feed(site.Address, [3, 0, 1]), "application/rss+xml");
        site.Asked.Clear();
        Assert.Equal(1, Ingest(folder, site, "/feed").Added);
        Assert.Equal(["/feed", "/story/3"], site.Asked);
    }

    [Fact]
    public void An_atom_feed_is_read_too()
    {
        using var site = Site(1);
        using var folder = new ArchiveFolder();
        site.Page("/atom", $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>أخبار</title><id>x</id><updated>2024-03-01T00:00:00Z</updated><entry><title>قصف</title><id>y</id><updated>2024-03-01T00:00:00Z</updated><link href=\"/story/0\"/></entry></feed>");
        Assert.Equal(1, Ingest(folder, site, "/atom").Added);
    }

    [Fact]
    public void Sitemaps_are_followed_through_indexes_and_archives_and_pages_that_changed_are_fetched_again()
    {
        using var site = Site(4);
        using var folder = new ArchiveFolder();
        site.Page("/robots.txt", $"User-agent: *\nSitemap: {site.Address}/index.xml\n");
        site.Page("/index.xml", $"<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>{site.Address}/a.xml.gz</loc></sitemap><sitemap><loc>{site.Address}/b.xml</loc></sitemap></sitemapindex>");
        site.Page("/a.xml.gz", Gzip(InventedSite.Sitemap(site.Address, [(0, "2024-03-01"), (1, "2024-03-01")])));
        site.Page("/b.xml", InventedSite.Sitemap(site.Address, [(2, "2024-03-01")]));
        Assert.Equal(3, Ingest(folder, site, "/robots.txt").Added);

        site.Page("/b.xml", InventedSite.Sitemap(site.Address, [(2, "2024-03-02"), (3, "2024-03-02")]));
        site.Page("/story/2", InventedSite.Story(2, " وارتفعت الحصيلة لاحقاً."));
        site.Asked.Clear();
        Assert.Equal(2, Ingest(folder, site, "/robots.txt").Added);
        Assert.Equal(["/index.xml", "/a.xml.gz", "/b.xml", "/story/2", "/story/3"], site.Asked);
        Assert.Equal(["/a.xml.gz"], site.Unchanged);
        using var archive = NewsArchive.Open(folder.Location, readOnly: true);
        Assert.Contains("revision", archive.Sql.Rows("SELECT kind FROM copy_pair", r => r.GetString(0)));
    }

    [Fact]
    public void A_run_that_is_stopped_fetches_only_the_rest_when_it_goes_on()
    {
        using var site = Site(50);
        using var folder = new ArchiveFolder();
        site.Page("/feed", InventedSite.Feed(site.Address, Enumerable.Range(0, 50)), "application/rss+xml");
        using (var archive = NewsArchive.Open(folder.Location))
        {
            using var stop = new CancellationTokenSource();
            Assert.ThrowsAny<OperationCanceledException>(() => new Ingester(archive, NewsEngine.Default, 2) { Fetching = Options(site) }.Run([$"{site.Address}/feed"], ArticleDefaults.None, _ => stop.Cancel(), stop.Token));
            Assert.InRange(archive.Count().Articles, 1, 49);
        }

        site.Asked.Clear();
        Ingest(folder, site, "/feed");
        Assert.InRange(site.Asked.Count, 2, 50);
        using var whole = NewsArchive.Open(folder.Location, readOnly: true);
        Assert.Equal(50, whole.Count().Articles);
    }

    [Fact]
    public void A_feed_with_a_bomb_of_entities_is_refused()
    {
        using var site = Site(1);
        using var folder = new ArchiveFolder();
        var entities = string.Concat(Enumerable.Range(1, 9).Select(n => $"<!ENTITY a{n} \"{string.Concat(Enumerable.Repeat($"&a{n - 1};", 10))}\">"));
        site.Page("/feed", $"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"قصف\">{entities}]><rss version=\"2.0\"><channel><title>&a9;</title></channel></rss>", "application/rss+xml");
        var result = Ingest(folder, site, "/feed");
        Assert.Equal((0, 1), (result.Added, result.RejectedCount));
        Assert.Equal("KH5006", result.Rejected[0].Code);
        Assert.Contains("document type", result.Rejected[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_feed_names_and_cannot_be_had_is_listed_and_the_rest_is_kept()
    {
        using var site = Site(3);
        using var folder = new ArchiveFolder();
        site.Page("/robots.txt", "User-agent: isnad\nDisallow: /story/1\n\nUser-agent: *\nDisallow: /\n");
        site.Page("/feed", InventedSite.Feed(site.Address, [0, 1, 2, 9]), "application/rss+xml");
        var result = Ingest(folder, site, "/feed");
        Assert.Equal(2, result.Added);
        Assert.Equal([$"{site.Address}/story/1: KH5010", $"{site.Address}/story/9: KH5009"], result.Rejected.Select(r => $"{r.Source}: {r.Code}"));
        Assert.DoesNotContain("/story/1", site.Asked);
    }

    private static LoopbackSite Site(int stories)
    {
        var site = new LoopbackSite();
        for (var n = 0; n < stories; n++)
        {
            site.Page($"/story/{n}", InventedSite.Story(n));
        }

        return site;
    }

    private static FetchOptions Options(LoopbackSite site) => FetchOptions.Default with { Delay = TimeSpan.Zero, RetryDelay = TimeSpan.FromMilliseconds(1), PrivateHosts = new HashSet<string> { $"127.0.0.1:{site.Port}" } };

    private static IngestResult Ingest(ArchiveFolder folder, LoopbackSite site, string path)
    {
        using var archive = NewsArchive.Open(folder.Location);
        return new Ingester(archive, NewsEngine.Default, 2) { Fetching = Options(site) }.Run([site.Address + path], ArticleDefaults.None);
    }

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }
}
