using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Isnad.Archive.Export;
using Isnad.Formats.Json;
using Xunit;

namespace Isnad.Tests.Web.Api;

/// <summary>What programs ask and get.</summary>
public sealed class ApiTests(SampleRoom samples) : IClassFixture<SampleRoom>
{
    private readonly ApiRoom room = samples.Room;

    [Fact]
    public async Task Pages_of_events_give_every_event_once()
    {
        var keys = new List<string>();
        string? after = null;
        long count;
        do
        {
            var page = await room.Get($"/api/events?size=7&order=earliest{(after is null ? "" : "&after=" + Uri.EscapeDataString(after))}");
            keys.AddRange(page.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("key").GetString()!));
            count = page.GetProperty("count").GetInt64();
            after = page.GetProperty("next").GetString();
            Assert.True(page.GetProperty("machine_coded").GetBoolean());
        }
        while (after is not null);
        Assert.Equal(count, keys.Count);
        Assert.Equal(count, keys.Distinct().Count());
    }

    [Fact]
    public async Task The_next_page_is_linked()
    {
        using var response = await room.Client.GetAsync(new Uri("/api/events?size=2&q=type:assault", UriKind.Relative));
        var link = response.Headers.GetValues("Link").Single();
        Assert.EndsWith("rel=\"next\"", link, StringComparison.Ordinal);
        var next = await room.Get(link.Split('<', '>')[1]);
        Assert.NotEmpty(next.GetProperty("events").EnumerateArray());
        Assert.Equal("type:ASSAULT", next.GetProperty("query").GetString());
    }

    [Fact]
    public async Task One_event_comes_with_its_evidence()
    {
        var key = (await FirstEvent()).GetProperty("key").GetString()!;
        var e = (await room.Get($"/api/events/{Uri.EscapeDataString(key)}")).GetProperty("event");
        Assert.Equal(key, e.GetProperty("event").GetProperty("key").GetString());
        Assert.NotEmpty(e.GetProperty("outlets").EnumerateArray());
        Assert.NotEmpty(e.GetProperty("origins").EnumerateArray());
    }

    [Fact]
    public async Task A_stream_holds_every_event_on_its_line()
    {
        using var response = await room.Client.GetAsync(new Uri("/api/events.ndjson", UriKind.Relative));
        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType!.MediaType);
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((await room.Get("/api/events")).GetProperty("count").GetInt64(), lines.Select(line => ArchiveJson.Read(line).Key).Distinct().Count());
        Assert.Equal(3, (await room.Client.GetStringAsync(new Uri("/api/events.ndjson?limit=3", UriKind.Relative))).Count(c => c == '\n'));
    }

    [Fact]
    public async Task Pages_of_articles_give_every_article_once_the_latest_first()
    {
        var articles = new List<JsonElement>();
        string? after = null;
        do
        {
            var page = await room.Get($"/api/articles?size=3{(after is null ? "" : "&after=" + Uri.EscapeDataString(after))}");
            articles.AddRange(page.GetProperty("articles").EnumerateArray());
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);
        Assert.Equal((await room.Get("/api/status")).GetProperty("archive").GetProperty("articles").GetInt64(), articles.Select(a => a.GetProperty("key").GetString()).Distinct().Count());
        var days = articles.Select(a => a.GetProperty("published").GetString() ?? "").ToList();
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
    }

    [Fact]
    public async Task An_article_and_its_reading_are_to_be_had()
    {
        var of = (await room.Get("/api/articles?q=type:assault&size=1")).GetProperty("articles")[0].GetProperty("key").GetString()!;
        var article = await room.Get($"/api/articles/{of}");
        Assert.NotEmpty(article.GetProperty("events").EnumerateArray());
        var reading = ReadingJson.Read(await room.Client.GetStringAsync(new Uri($"/api/articles/{of}/reading", UriKind.Relative)));
        Assert.NotEmpty(reading.Events);
    }

    [Theory]
    [InlineData("/api/facets?q=type:assault", "facets")]
    [InlineData("/api/timeline?step=year", "timeline")]
    [InlineData("/api/dyads?most=5", "dyads")]
    [InlineData("/api/map", "places")]
    [InlineData("/api/outlets", "outlets")]
    [InlineData("/api/actor?who=SYR", "actor")]
    [InlineData("/api/place?where=SYR", "place")]
    public async Task Sums_and_profiles_are_to_be_had(string address, string holds) => Assert.NotEqual(JsonValueKind.Null, (await room.Get(address)).GetProperty(holds).ValueKind);

    [Fact]
    public async Task A_profile_of_an_outlet_is_found_by_its_name()
    {
        var name = (await room.Get("/api/outlets")).GetProperty("outlets")[0].GetProperty("outlet").GetString()!;
        var outlet = (await room.Get("/api/outlet?name=" + Uri.EscapeDataString(name))).GetProperty("outlet");
        Assert.Equal(name, outlet.GetProperty("count").GetProperty("outlet").GetString());
    }

    [Fact]
    public async Task What_a_program_has_already_is_not_sent_again()
    {
        using var first = await room.Client.GetAsync(new Uri("/api/facets", UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/facets");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await room.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        using var other = new HttpRequestMessage(HttpMethod.Get, "/api/dyads");
        other.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var third = await room.Client.SendAsync(other);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Theory]
    [InlineData("/api/events?q=type:asault", HttpStatusCode.BadRequest, "KH4001")]
    [InlineData("/api/events?q=((((", HttpStatusCode.BadRequest, "KH4001")]
    [InlineData("/api/events.ndjson?q=((((", HttpStatusCode.BadRequest, "KH4001")]
    [InlineData("/api/events?after=garbage", HttpStatusCode.BadRequest, "KH4002")]
    [InlineData("/api/articles?after=garbage", HttpStatusCode.BadRequest, "KH4002")]
    [InlineData("/api/events?size=0", HttpStatusCode.BadRequest, "KH4003")]
    [InlineData("/api/events?size=many", HttpStatusCode.BadRequest, "KH4003")]
    [InlineData("/api/events?order=up", HttpStatusCode.BadRequest, "KH4003")]
    [InlineData("/api/timeline?step=hour", HttpStatusCode.BadRequest, "KH4003")]
    [InlineData("/api/actor", HttpStatusCode.BadRequest, "KH4003")]
    [InlineData("/api/events/0-ASSAULT-0", HttpStatusCode.NotFound, "KH4004")]
    [InlineData("/api/articles/zzz/reading", HttpStatusCode.NotFound, "KH4004")]
    [InlineData("/api/nothing", HttpStatusCode.NotFound, "KH4004")]
    public async Task What_cannot_be_answered_is_a_problem_with_a_code(string address, HttpStatusCode status, string code)
    {
        using var response = await room.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
        Assert.Equal((int)status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.RootElement.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task A_query_with_a_mistake_says_where_it_is()
    {
        var problem = await room.Get("/api/events?q=" + Uri.EscapeDataString("مكان:سوريا type:asault"), HttpStatusCode.BadRequest);
        Assert.Equal(16, problem.GetProperty("start").GetInt32());
        Assert.Equal("assault", problem.GetProperty("suggestion").GetString());
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_have_is_refused()
    {
        using var response = await room.Client.DeleteAsync(new Uri("/api/events", UriKind.Relative));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task An_article_that_is_sent_is_read()
    {
        const string Text = "قصفت طائرات حربية سوقاً شعبية في إدلب صباح الثلاثاء.";
        var json = await room.Send(Post("application/json", JsonSerializer.Serialize(new { text = Text, published = "2024-03-13", outlet = "وكالة الشمال" })), HttpStatusCode.OK);
        Assert.Equal("ASSAULT", json.GetProperty("events")[0].GetProperty("type").GetString());
        using var plain = Post("text/plain", Text, "?published=2024-03-13");
        Assert.Equal("2024-03-12", (await room.Send(plain, HttpStatusCode.OK)).GetProperty("events")[0].GetProperty("date").GetString());
    }

    [Theory]
    [InlineData("application/json", "{", HttpStatusCode.BadRequest, "KH4005")]
    [InlineData("application/json", "{\"text\": 5}", HttpStatusCode.BadRequest, "KH4005")]
    [InlineData("application/json", "null", HttpStatusCode.BadRequest, "KH4005")]
    [InlineData("application/json", "{\"text\": \"  \"}", HttpStatusCode.BadRequest, "KH4005")]
    [InlineData("application/json", "{\"text\": \"نص\", \"published\": \"yesterday\"}", HttpStatusCode.BadRequest, "KH4005")]
    [InlineData("application/xml", "<a/>", HttpStatusCode.UnsupportedMediaType, "KH4005")]
    public async Task What_is_no_article_is_refused(string type, string body, HttpStatusCode status, string code) =>
        Assert.Equal(code, (await room.Send(Post(type, body), status)).GetProperty("code").GetString());

    [Fact]
    public async Task An_article_that_is_too_long_is_refused()
    {
        Assert.Equal("KH4006", (await room.Send(Post("text/plain", new string('a', 2_000_001)), HttpStatusCode.RequestEntityTooLarge)).GetProperty("code").GetString());
        using var larger = Post("text/plain", new string('a', 9_000_000));
        larger.Headers.ExpectContinue = true;
        Assert.Equal("KH4006", (await room.Send(larger, HttpStatusCode.RequestEntityTooLarge)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/read") { Content = new ByteArrayContent([0xC7, 0xE1, 0xFF, 0x20]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        Assert.Equal("KH4005", (await room.Send(request, HttpStatusCode.BadRequest)).GetProperty("code").GetString());
    }

    private async Task<JsonElement> FirstEvent() => (await room.Get("/api/events?order=origins&size=1")).GetProperty("events")[0];

    private static HttpRequestMessage Post(string type, string body, string query = "") => new(HttpMethod.Post, "/api/read" + query) { Content = new StringContent(body, Encoding.UTF8, type) };
}
