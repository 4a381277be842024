using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Isnad.Tests.Web.Api;
using Isnad.Web;
using Isnad.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Isnad.Tests.Web.Security;

/// <summary>The lines of the checklist in docs/security.md.</summary>
public sealed partial class SecurityTests(SampleRoom samples) : IClassFixture<SampleRoom>
{
    private const string Anywhere = "http://0.0.0.0:0";
    private readonly ApiRoom room = samples.Room;

    [Fact]
    public void Every_line_of_the_checklist_has_its_test()
    {
        var named = TestName().Matches(Repository.Text("docs/security.md").Split("## Checklist")[1]).Select(m => m.Groups[1].Value.Split('.')).ToList();
        Assert.True(named.Count > 15);
        var types = typeof(SecurityTests).Assembly.GetTypes().ToLookup(t => t.Name);
        Assert.All(named, name => Assert.Contains(types[name[0]], t => name.Length == 1 || t.GetMethod(name[1], BindingFlags.Public | BindingFlags.Instance) is not null));
    }

    [Fact]
    public void Listening_to_others_needs_keys_and_names()
    {
        var (_, key) = AccessKey.Create("desk", AccessRole.Reader);
        Assert.Throws<ArgumentException>(() => ReadingRoom.Build(new() { Archive = SampleRoom.Archive, Url = Anywhere }, NewsEngine.Default));
        Assert.Throws<ArgumentException>(() => ReadingRoom.Build(new() { Archive = SampleRoom.Archive, Url = Anywhere, Keys = [key] }, NewsEngine.Default));
        Assert.Throws<ArgumentException>(() => ReadingRoom.Build(new() { Archive = SampleRoom.Archive, Url = "http://*:0", Hosts = ["a.example"] }, NewsEngine.Default));
    }

    [Fact]
    public async Task Without_a_key_nothing_is_shown()
    {
        var (secret, key) = AccessKey.Create("desk", AccessRole.Reader);
        await using var open = await Start(key);
        foreach (var address in new[] { "/", "/en/status", "/api/events", "/openapi/v1.json", "/docs/api/", "/feeds/events.atom", "/health/ready", "/mcp" })
        {
            using var response = await Ask(open, address, null);
            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, address);
        }

        Assert.Equal(HttpStatusCode.OK, (await Ask(open, "/health/live", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask(open, "/api/events", new("Bearer", secret))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask(open, "/", new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("anybody:" + secret))))).StatusCode);
    }

    [Fact]
    public async Task Only_the_whole_key_opens()
    {
        var (secret, key) = AccessKey.Create("desk", AccessRole.Reader);
        await using var open = await Start(key);
        foreach (var wrong in new[] { "", secret[..^1], secret + "0", secret.ToUpperInvariant(), key.Sha256 })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(open, "/api/events", new("Bearer", wrong))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(open, "/api/events", new("Basic", "%%%"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(open, "/api/events", new("Digest", secret))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(open, "/api/events?key=" + secret, null)).StatusCode);
    }

    [Fact]
    public async Task Whatever_changes_something_needs_a_reviewer()
    {
        var (reader, readers) = AccessKey.Create("reader", AccessRole.Reader);
        var (reviewer, reviewers) = AccessKey.Create("reviewer", AccessRole.Reviewer);
        var app = ReadingRoom.Build(new() { Archive = SampleRoom.Archive, Url = "http://127.0.0.1:0", Keys = [readers, reviewers] }, NewsEngine.Default);
        // As somebody writes it who thinks of no key.
        app.MapPost("/api/test", () => Results.Text("changed"));
        await app.StartAsync();
        await using var running = app;
        using var client = Isnad.Tests.Web.Room.ClientOf(app);
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(null));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(reader));
        Assert.Equal(HttpStatusCode.OK, await Post(reviewer));

        async Task<HttpStatusCode> Post(string? secret)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/test");
            request.Headers.Authorization = secret is null ? null : new("Bearer", secret);
            using var response = await client.SendAsync(request);
            return response.StatusCode;
        }
    }

    [Fact]
    public void Keys_are_kept_as_hashes()
    {
        var (secret, key) = AccessKey.Create("desk", AccessRole.Reviewer);
        Assert.DoesNotContain(secret, key.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain(key.Sha256, key.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(secret, AccessKey.Create("desk", AccessRole.Reviewer).Secret);
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "keys.json");
        File.WriteAllText(file, $"[{key.ToJson()}]");
        Assert.Equal(key, Assert.Single(AccessKey.Load(file)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[{\"name\": \"desk\", \"role\": \"king\", \"sha256\": \"hidden\"}]")]
    [InlineData("[{\"name\": \"desk\", \"role\": \"reader\", \"sha256\": \"hidden\"}]")]
    [InlineData("[{\"name\": \"desk\"}]")]
    [InlineData("hidden")]
    public void A_wrong_file_of_keys_says_nothing_of_itself(string text)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "keys.json");
        File.WriteAllText(file, text);
        Assert.DoesNotContain("hidden", Assert.Throws<InvalidDataException>(() => AccessKey.Load(file)).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.Redirect)]
    public async Task Another_sites_page_sends_nothing(string header, string value, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/preferences") { Content = new FormUrlEncodedContent([new("theme", "dark")]) };
        request.Headers.Add(header, value);
        using var response = await room.Client.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example")]
    public async Task A_strange_name_is_refused(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/events");
        request.Headers.Host = host;
        using var response = await room.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task No_other_origin_may_read_an_answer()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/events");
        request.Headers.Add("Origin", "https://evil.example");
        using var response = await room.Client.SendAsync(request);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing")]
    [InlineData("/search.json")]
    [InlineData("/api/events")]
    [InlineData("/api/nothing")]
    [InlineData("/feeds/events.atom")]
    public async Task Every_kind_of_answer_carries_the_headers(string address)
    {
        using var response = await room.Client.GetAsync(new Uri(address, UriKind.Relative));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("outlet:\"' OR 1=1 --\"")]
    [InlineData("outlet:\"x'; DROP TABLE event; --\"")]
    [InlineData("place:\"%' UNION SELECT 1 --\"")]
    public async Task A_query_never_becomes_SQL(string query)
    {
        var before = (await room.Get("/api/events")).GetProperty("count").GetInt64();
        var answer = await room.Get("/api/events?q=" + Uri.EscapeDataString(query));
        Assert.Equal(0, answer.GetProperty("count").GetInt64());
        Assert.Equal(before, (await room.Get("/api/events")).GetProperty("count").GetInt64());
    }

    [Fact]
    public async Task Whoever_asks_too_often_has_to_wait()
    {
        await using var strict = await ApiRoom.Start(new() { Archive = SampleRoom.Archive, RequestsPerMinute = 2 });
        using var first = await strict.Client.GetAsync(new Uri("/api/status", UriKind.Relative));
        HttpResponseMessage last = first;
        for (var i = 0; i < 20 && last.StatusCode == HttpStatusCode.OK; i++)
        {
            last = await strict.Client.GetAsync(new Uri("/api/status", UriKind.Relative));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.NotNull(last.Headers.RetryAfter);
        using var problem = JsonDocument.Parse(await last.Content.ReadAsStringAsync());
        Assert.Equal("KH4007", problem.RootElement.GetProperty("code").GetString());
        last.Dispose();
    }

    [Fact]
    public async Task Errors_tell_nothing_of_the_inside()
    {
        var app = ReadingRoom.Build(new() { Archive = SampleRoom.Archive, Url = "http://127.0.0.1:0" }, NewsEngine.Default);
        Func<string> fail = () => throw new InvalidOperationException("kept inside: /srv/archive");
        app.MapGet("/api/fail", fail);
        app.MapGet("/fail", fail);
        await app.StartAsync();
        await using var running = app;
        using var client = Isnad.Tests.Web.Room.ClientOf(app);
        foreach (var address in new[] { "/api/fail", "/fail" })
        {
            using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
            var text = await response.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            Assert.DoesNotContain("kept inside", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        }
    }

    private static async Task<ApiRoom> Start(AccessKey key) => await ApiRoom.Start(new() { Archive = SampleRoom.Archive, Keys = [key], Hosts = ["127.0.0.1"] }, Anywhere);

    private static async Task<HttpResponseMessage> Ask(ApiRoom open, string address, AuthenticationHeaderValue? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = key;
        return await open.Client.SendAsync(request);
    }

    [GeneratedRegex("`([A-Z][A-Za-z]*Tests(?:\\.[A-Za-z_]+)?)`")]
    private static partial Regex TestName();
}
