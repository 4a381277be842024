using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Isnad.Tests.Cluster;

/// <summary>
/// A NATS server with JetStream of its own, in a temporary folder, that can be killed and started again. Where the machine has
/// none, tests that need it are skipped and say so.
/// </summary>
public sealed class NatsServer : IDisposable
{
    private static readonly string[] Places = ["/usr/sbin/nats-server", "/usr/bin/nats-server", "/usr/local/bin/nats-server", "/opt/homebrew/bin/nats-server"];
    private readonly string? binary = Places.FirstOrDefault(File.Exists);
    private readonly string folder = Directory.CreateTempSubdirectory("isnad-nats-").FullName;
    private readonly int port = FreePort();
    private Process? server;

    public NatsServer()
    {
        if (binary is not null)
        {
            Start();
        }
    }

    public string Url => $"nats://127.0.0.1:{port}";

    public int ProcessId => server!.Id;

    /// <summary>Skips the test where there is no server; fails it where servers are said to be there (ISNAD_SERVERS=required).</summary>
    public void SkipWhereMissing()
    {
        Assert.False(binary is null && Environment.GetEnvironmentVariable("ISNAD_SERVERS") == "required", "servers are required: nats-server is not found");
        Assert.SkipWhen(binary is null, "no nats-server on this machine; scripts/test installs it");
    }

    public void Start()
    {
        server = Process.Start(new ProcessStartInfo(binary!, ["-a", "127.0.0.1", "-p", $"{port}", "-js", "-sd", folder]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        server.BeginErrorReadLine();
        server.BeginOutputReadLine();
        for (var attempt = 0; attempt < 100 && !Answers(); attempt++)
        {
            Thread.Sleep(100);
        }
    }

    /// <summary>SIGKILL, which no program can answer.</summary>
    public void Kill()
    {
        server!.Kill();
        server.WaitForExit();
        server.Dispose();
        server = null;
    }

    public void Dispose()
    {
        if (server is not null)
        {
            Kill();
        }

        Directory.Delete(folder, recursive: true);
    }

    private bool Answers()
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, port);
            return client.GetStream().ReadByte() > 0;
        }
        catch (Exception x) when (x is SocketException or IOException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
