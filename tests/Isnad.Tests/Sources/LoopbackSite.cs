using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Isnad.Tests.Sources;

/// <summary>A site on a port of this machine, for tests of what fetches; it notes what it was asked for.</summary>
internal sealed class LoopbackSite : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentDictionary<string, Action<HttpListenerContext>> pages = new(StringComparer.Ordinal);

    public LoopbackSite()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }

        listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        listener.Start();
        _ = Task.Run(Serve);
    }

    public int Port { get; }

    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>Paths in the order in which they were asked for, robots.txt left out.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Paths that were answered with «not modified».</summary>
    public ConcurrentQueue<string> Unchanged { get; } = new();

    /// <summary>Serves a text with an ETag made from it.</summary>
    public void Page(string path, string text, string type = "text/html; charset=utf-8") => Page(path, Encoding.UTF8.GetBytes(text), type);

    public void Page(string path, byte[] bytes, string type = "application/octet-stream") => Answer(path, context =>
    {
        var tag = $"\"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes))[..12]}\"";
        context.Response.Headers["ETag"] = tag;
        if (context.Request.Headers["If-None-Match"] == tag)
        {
            Unchanged.Enqueue(path);
            context.Response.StatusCode = 304;
            return;
        }

        context.Response.ContentType = type;
        context.Response.OutputStream.Write(bytes);
    });

    public void Redirect(string path, string to) => Answer(path, context =>
    {
        context.Response.StatusCode = 302;
        context.Response.Headers["Location"] = to;
    });

    public void Answer(string path, Action<HttpListenerContext> answer) => pages[path] = answer;

    public void Dispose() => listener.Close();

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception x) when (x is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            _ = Task.Run(() => Respond(context));
        }
    }

    private void Respond(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath;
        if (path != "/robots.txt")
        {
            Asked.Enqueue(path);
        }

        try
        {
            if (pages.TryGetValue(path, out var answer))
            {
                answer(context);
            }
            else
            {
                context.Response.StatusCode = 404;
            }

            context.Response.Close();
        }
        catch (Exception x) when (x is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The other side has hung up, as it should on what is too much.
        }
    }
}
