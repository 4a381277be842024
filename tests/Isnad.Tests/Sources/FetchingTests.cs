using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using Isnad.Formats.Import;
using Isnad.Sources.Fetching;
using Xunit;

namespace Isnad.Tests.Sources;

public sealed class FetchingTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("2002:a00:1::1", false)]
    [InlineData("2001:db8::1", false)]
    public void Private_addresses_are_told_from_public_ones(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1:PORT/page")]
    [InlineData("http://localhost:PORT/page")]
    [InlineData("http://[::1]:PORT/page")]
    [InlineData("http://[::ffff:127.0.0.1]:PORT/page")]
    [InlineData("http://0x7f.1:PORT/page")]
    [InlineData("http://2130706433:PORT/page")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1/")]
    public async Task A_private_address_is_not_asked(string address)
    {
        using var site = new LoopbackSite();
        site.Page("/page", "x");
        var problem = (await Get(FetchOptions.Default, address.Replace("PORT", $"{site.Port}", StringComparison.Ordinal))).Problem;
        Assert.Equal(ProblemKind.Forbidden, problem?.Kind);
        Assert.Empty(site.Asked);
    }

    [Theory]
    [InlineData("http://127.0.0.1:OTHER/secret")]
    [InlineData("http://localhost:OTHER/secret")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1:OTHER/secret")]
    public async Task A_redirect_leads_to_no_private_address(string to)
    {
        using var site = new LoopbackSite();
        using var other = new LoopbackSite();
        site.Redirect("/page", to.Replace("OTHER", $"{other.Port}", StringComparison.Ordinal));
        var problem = (await Get(Options(site), $"{site.Address}/page")).Problem;
        Assert.Equal(ProblemKind.Forbidden, problem?.Kind);
        Assert.Empty(other.Asked);
    }

    [Fact]
    public async Task Redirects_are_followed_to_their_end_and_not_for_ever()
    {
        using var site = new LoopbackSite();
        site.Redirect("/a", "/b");
        site.Redirect("/b", $"{site.Address}/c");
        site.Page("/c", "نص");
        site.Redirect("/loop", "/loop");
        Assert.Equal($"{site.Address}/c", (await Get(Options(site), $"{site.Address}/a")).Page?.Address.AbsoluteUri);
        Assert.Equal(ProblemKind.NotFetched, (await Get(Options(site), $"{site.Address}/loop")).Problem?.Kind);
    }

    [Theory]
    [InlineData(503, 3)]
    [InlineData(429, 3)]
    [InlineData(404, 1)]
    [InlineData(403, 1)]
    public async Task A_busy_server_is_asked_again_and_one_that_has_no_such_page_is_not(int status, int times)
    {
        using var site = new LoopbackSite();
        site.Answer("/page", context =>
        {
            context.Response.StatusCode = site.Asked.Count < 3 ? status : 200;
            context.Response.Headers["Retry-After"] = "0";
        });
        var answer = await Get(Options(site), $"{site.Address}/page");
        Assert.Equal(times, site.Asked.Count);
        Assert.Equal(times == 1 ? ProblemKind.NotThere : null, answer.Problem?.Kind);
    }

    [Theory]
    [InlineData("endless")]
    [InlineData("packed")]
    public async Task What_does_not_end_is_cut_off(string kind)
    {
        using var site = new LoopbackSite();
        site.Answer("/page", context =>
        {
            context.Response.SendChunked = true;
            var zeros = new byte[1 << 16];
            if (kind == "packed")
            {
                context.Response.Headers["Content-Encoding"] = "gzip";
                using var gzip = new GZipStream(context.Response.OutputStream, CompressionLevel.SmallestSize);
                for (var n = 0; n < 1_000; n++)
                {
                    gzip.Write(zeros);
                }
            }
            else
            {
                for (var n = 0; n < 32_000; n++)
                {
                    context.Response.OutputStream.Write(zeros);
                }
            }
        });
        var problem = (await Get(Options(site) with { LargestPage = 1 << 20 }, $"{site.Address}/page")).Problem;
        Assert.Equal(ProblemKind.TooLarge, problem?.Kind);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_left()
    {
        using var site = new LoopbackSite();
        using var release = new ManualResetEventSlim();
        site.Answer("/page", _ => release.Wait(TimeSpan.FromSeconds(30)));
        var problem = (await Get(Options(site) with { Timeout = TimeSpan.FromMilliseconds(300) }, $"{site.Address}/page")).Problem;
        release.Set();
        Assert.Equal(ProblemKind.NotFetched, problem?.Kind);
        Assert.Contains("took longer", problem?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_to_one_host_keep_a_pause_which_robots_may_lengthen()
    {
        using var site = new LoopbackSite();
        site.Page("/robots.txt", "User-agent: *\nCrawl-delay: 0.2\n");
        site.Page("/page", "نص");
        using var fetcher = new PageFetcher(Options(site) with { Delay = TimeSpan.FromMilliseconds(10) });
        var watch = Stopwatch.StartNew();
        for (var n = 0; n < 4; n++)
        {
            Assert.NotNull((await fetcher.Get(new Uri($"{site.Address}/page"))).Page);
        }

        Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(580), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task A_site_whose_robots_file_cannot_be_had_is_left_alone()
    {
        using var site = new LoopbackSite();
        site.Answer("/robots.txt", context => context.Response.StatusCode = 500);
        site.Page("/page", "نص");
        Assert.Equal(ProblemKind.Forbidden, (await Get(Options(site), $"{site.Address}/page")).Problem?.Kind);
        Assert.Empty(site.Asked);
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /private", "/private/x", false)]
    [InlineData("User-agent: *\nDisallow: /private\nAllow: /private/news", "/private/news/1", true)]
    [InlineData("User-agent: *\nDisallow:", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Isnad\nAllow: /", "/x", true)]
    [InlineData("User-agent: other\nUser-agent: isnad\nDisallow: /x # all of it", "/xyz", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /*print*", "/a?print=1", false)]
    [InlineData("User-agent: *\nDisallow: /أخبار", "/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1", false)]
    [InlineData("User-agent: *\nDisallow: /%d8%a3", "/أخبار", false)]
    [InlineData("<html>not a robots file</html>", "/x", true)]
    [InlineData("", "/x", true)]
    public void Robots_rules_are_read_as_their_standard_says(string file, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(Encoding.UTF8.GetBytes(file), "Isnad").Allows(new Uri($"http://example.invalid{path}")));

    [Fact]
    public void A_hostile_robots_file_takes_no_time()
    {
        var rules = RobotsRules.Parse(Encoding.UTF8.GetBytes($"User-agent: *\n{string.Concat(Enumerable.Repeat($"Disallow: /{string.Concat(Enumerable.Repeat("*a", 200))}b\n", 300))}"), "Isnad");
        var watch = Stopwatch.StartNew();
        Assert.True(rules.Allows(new Uri($"http://example.invalid/{new string('a', 2000)}")));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    private static FetchOptions Options(LoopbackSite site) => FetchOptions.Default with { Delay = TimeSpan.Zero, RetryDelay = TimeSpan.FromMilliseconds(1), Timeout = TimeSpan.FromSeconds(20), PrivateHosts = new HashSet<string> { $"127.0.0.1:{site.Port}" } };

    private static async Task<FetchAnswer> Get(FetchOptions options, string address)
    {
        using var fetcher = new PageFetcher(options);
        return await fetcher.Get(new Uri(address));
    }
}
