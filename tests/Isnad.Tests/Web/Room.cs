using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Isnad.Web;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Isnad.Tests.Web;

/// <summary>The reading room on a free port, with the invented samples, for as long as the tests of a class need it.</summary>
public sealed class Room : IAsyncLifetime
{
    private WebApplication? app;

    public HttpClient Client { get; private set; } = null!;

    public static async Task<WebApplication> Start(string? archive)
    {
        var app = ReadingRoom.Build(new() { Archive = archive, Url = "http://127.0.0.1:0", Patience = Timeout.InfiniteTimeSpan }, NewsEngine.Default);
        await app.StartAsync();
        return app;
    }

    public static HttpClient ClientOf(WebApplication app) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };

    public async ValueTask InitializeAsync()
    {
        app = await Start(null);
        Client = ClientOf(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app!.DisposeAsync();
    }

    /// <summary>A page that must be there.</summary>
    public async Task<IHtmlDocument> Page(string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(new Uri(address, UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{address}: {(int)response.StatusCode}\n{text[..Math.Min(400, text.Length)]}");
        return new HtmlParser().ParseDocument(text);
    }

    /// <summary>Where the first event of the list is, as an address.</summary>
    public async Task<string> FirstEvent(string query) =>
        (await Page($"/?q={Uri.EscapeDataString(query)}")).QuerySelector(".event-row h3 a")!.GetAttribute("href")!;
}
