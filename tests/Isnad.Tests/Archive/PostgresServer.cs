using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>
/// A PostgreSQL server of its own in a temporary folder, for as long as the tests need it. Where the machine has none, tests
/// that need it are skipped and say so.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly string[] Places = ["/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/17/bin", "/usr/local/pgsql/bin", "/opt/homebrew/bin"];
    private readonly string? folder;
    private readonly string[] command = [];
    private readonly string binaries = "";
    private readonly int port;
    private Process? server;

    public PostgresServer()
    {
        if (Places.FirstOrDefault(place => File.Exists(Path.Combine(place, "initdb"))) is not { } found)
        {
            Missing = "no PostgreSQL on this machine (initdb is not found)";
            return;
        }

        binaries = found;
        folder = Directory.CreateTempSubdirectory("isnad-postgres-").FullName;
        // The server refuses to run as root; the account that its package makes may.
        var isRoot = Environment.UserName == "root";
        if (isRoot && (Run("chown", "postgres", folder) != 0 || Run("setpriv", "--version") != 0))
        {
            Missing = "PostgreSQL does not run as root, and there is no account «postgres»";
            return;
        }

        string[] prefix = isRoot ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];
        var data = Path.Combine(folder, "data");
        if (Run([.. prefix, Path.Combine(binaries, "initdb"), "-D", data, "-U", "isnad", "-A", "trust", "--locale=C", "-E", "UTF8", "--no-sync"]) != 0)
        {
            Missing = "initdb failed";
            return;
        }

        port = FreePort();
        command = [.. prefix, Path.Combine(binaries, "postgres"), "-D", data, "-p", $"{port}", "-k", folder, "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"];
        Start();
    }

    /// <summary>Why there is no server; null where there is one.</summary>
    public string? Missing { get; }

    /// <summary>Starts it, also after it was killed.</summary>
    public void Start()
    {
        server = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true });
        server!.BeginErrorReadLine();
        server.BeginOutputReadLine();
        for (var attempt = 0; attempt < 100 && Run(Path.Combine(binaries, "pg_isready"), "-h", "127.0.0.1", "-p", $"{port}", "-q") != 0; attempt++)
        {
            Thread.Sleep(200);
        }
    }

    /// <summary>Kills it with all that works for it, as a power cut would.</summary>
    public void Kill()
    {
        server!.Kill(entireProcessTree: true);
        server.WaitForExit();
        server.Dispose();
        server = null;
    }

    /// <summary>Skips the test where there is no server; fails it where servers are said to be there (ISNAD_SERVERS=required).</summary>
    public void SkipWhereMissing()
    {
        Assert.False(Missing is not null && Environment.GetEnvironmentVariable("ISNAD_SERVERS") == "required", $"servers are required: {Missing}");
        Assert.SkipWhen(Missing is not null, $"{Missing}; scripts/test installs it");
    }

    /// <summary>A new, empty database.</summary>
    public string NewDatabase()
    {
        var name = $"test_{Guid.NewGuid():N}";
        using var connection = new Npgsql.NpgsqlConnection($"Host=127.0.0.1;Port={port};Username=isnad;Database=postgres;Pooling=false");
        connection.Open();
        using var command = new Npgsql.NpgsqlCommand($"CREATE DATABASE {name}", connection);
        command.ExecuteNonQuery();
        return Location(name);
    }

    public void Dispose()
    {
        if (server is { HasExited: false })
        {
            server.Kill(entireProcessTree: true);
            server.WaitForExit();
        }

        server?.Dispose();
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string Location(string database) => $"postgres://isnad@127.0.0.1:{port}/{database}";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static int Run(params string[] command)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
