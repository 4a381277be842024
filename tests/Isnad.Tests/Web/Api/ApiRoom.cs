using System.Net;
using System.Text.Json;
using Isnad.Web;
using Isnad.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Isnad.Tests.Web.Api;

/// <summary>The server as programs see it, with the invented samples or an archive, on a free port.</summary>
public sealed class ApiRoom : IAsyncDisposable
{
    private readonly WebApplication app;

    private ApiRoom(WebApplication app)
    {
        this.app = app;
        // What listens everywhere is asked at this machine's own address.
        Client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new UriBuilder(app.Urls.First()) { Host = "127.0.0.1" }.Uri };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<ApiRoom> Start(ReadingRoomOptions options, string url = "http://127.0.0.1:0")
    {
        var app = ReadingRoom.Build(options with { Url = url }, NewsEngine.Default);
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    public Task<JsonElement> Get(string address, HttpStatusCode status = HttpStatusCode.OK) => Send(new(HttpMethod.Get, address), status);

    public async Task<JsonElement> Send(HttpRequestMessage request, HttpStatusCode status)
    {
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{request.RequestUri}: {(int)response.StatusCode}\n{text[..Math.Min(600, text.Length)]}");
        using var json = JsonDocument.Parse(text.Length > 0 ? text : "null");
        return json.RootElement.Clone();
    }
}

/// <summary>An archive of the samples, made once for all classes that only read it.</summary>
public sealed class SampleRoom : IAsyncLifetime
{
    // Tests read it to the end of the run; the system clears what it leaves in its temporary folder.
    private static readonly Lazy<SampleArchive> Samples = new(() => new SampleArchive(NewsEngine.Default));

    public static string Archive => Samples.Value.Location;

    public ApiRoom Room { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Room = await ApiRoom.Start(new() { Archive = Archive });

    public ValueTask DisposeAsync() => Room.DisposeAsync();
}
