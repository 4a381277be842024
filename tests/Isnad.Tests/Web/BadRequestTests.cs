using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Xunit;

namespace Isnad.Tests.Web;

/// <summary>Whatever is asked for, a page that can be read answers, with the right status code.</summary>
public sealed class BadRequestTests(Room room) : IClassFixture<Room>
{
    [Theory]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    [InlineData("/en/nothing", HttpStatusCode.NotFound)]
    [InlineData("/event/0-ASSAULT-0", HttpStatusCode.NotFound)]
    [InlineData("/article/zzz", HttpStatusCode.NotFound)]
    [InlineData("/knowledge/entry?id=none", HttpStatusCode.NotFound)]
    [InlineData("/?q=type:nothing", HttpStatusCode.BadRequest)]
    [InlineData("/?q=((((", HttpStatusCode.BadRequest)]
    [InlineData("/?after=garbage", HttpStatusCode.BadRequest)]
    public async Task Is_answered_by_a_page(string address, HttpStatusCode status)
    {
        var page = await room.Page(address, status);
        Assert.NotNull(page.QuerySelector("header.site"));
        Assert.NotNull(page.QuerySelector("h1"));
    }

    [Fact]
    public async Task A_query_with_a_mistake_shows_where_it_is()
    {
        var page = await room.Page("/?q=" + Uri.EscapeDataString("مكان:سوريا type:asault"), HttpStatusCode.BadRequest);
        Assert.Equal("asault", page.QuerySelector(".problem mark")!.TextContent);
        Assert.Contains("assault", page.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused()
    {
        using var body = new StringContent("text=" + new string('a', 9_000_000), Encoding.ASCII, "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/read") { Content = body };
        request.Headers.ExpectContinue = true;
        using var response = await room.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("", "2024-03-13", "نص")]
    [InlineData("قصفت طائرات سوقاً.", "13/3/2024", "2024-03-13")]
    public async Task A_text_that_cannot_be_read_is_explained(string text, string published, string said)
    {
        var page = await Read(text, published, HttpStatusCode.BadRequest);
        Assert.Contains(said, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_text_stays_text()
    {
        const string Hostile = "<script>alert(1)</script> قصفت طائرات حربية \"><img src=x onerror=alert(1)> سوقاً في إدلب.";
        var page = await Read("عنوان " + Hostile + "\n" + Hostile, "", HttpStatusCode.OK);
        Assert.Single(page.QuerySelectorAll("script"));
        Assert.Empty(page.QuerySelectorAll("img"));
        // Words in it may be marked as names, with a note beside them.
        var text = page.QuerySelector(".text")!.TextContent;
        Assert.Contains("<script>alert", text, StringComparison.Ordinal);
        Assert.Contains("\"><img src=x onerror=", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preferences_are_kept_and_lead_nowhere_else()
    {
        using var form = new FormUrlEncodedContent([new("digits", "arabic"), new("theme", "dark"), new("violence", "hide"), new("back", "//evil.example/")]);
        using var response = await room.Client.PostAsync(new Uri("/preferences", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/", response.Headers.Location!.ToString());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/?q=type:assault");
        request.Headers.Add("Cookie", response.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var answer = await room.Client.SendAsync(request);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal("dark", page.DocumentElement.GetAttribute("data-theme"));
        Assert.Contains(page.QuerySelector(".summary")!.TextContent, c => c is >= '٠' and <= '٩');
        Assert.NotNull(page.QuerySelector("details.violent"));
    }

    [Fact]
    public async Task Pages_allow_the_browser_nothing_from_elsewhere()
    {
        using var response = await room.Client.GetAsync(new Uri("/", UriKind.Relative));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Read(string text, string published, HttpStatusCode status)
    {
        using var form = new FormUrlEncodedContent([new("text", text), new("published", published)]);
        using var response = await room.Client.PostAsync(new Uri("/read", UriKind.Relative), form);
        Assert.Equal(status, response.StatusCode);
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }
}
