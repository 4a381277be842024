using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Isnad.Tests.Web.Alerts;

/// <summary>Whoever is sent something over HTTP: keeps what comes, and answers as it is told.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private Receiver(WebApplication app) => this.app = app;

    public ConcurrentQueue<(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)> Got { get; } = [];

    public Func<int, int> Answer { get; set; } = _ => 204;

    public Uri Url => new(app.Urls.First());

    public static async Task<Receiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.MapPost("/{**path}", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            receiver.Got.Enqueue((context.Request.Path, context.Request.Headers.ToDictionary(h => h.Key.ToUpperInvariant(), h => h.Value.ToString()), body.ToArray()));
            var status = receiver.Answer(receiver.Got.Count);
            if (status == (int)HttpStatusCode.Redirect)
            {
                context.Response.Headers.Location = "/elsewhere";
            }

            context.Response.StatusCode = status;
        });
        await app.StartAsync();
        return receiver;
    }

    /// <summary>Waits until something is so, ten seconds at most.</summary>
    public static async Task<bool> Until(Func<bool> holds)
    {
        for (var i = 0; i < 500 && !holds(); i++)
        {
            await Task.Delay(20);
        }

        return holds();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
