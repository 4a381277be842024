using System.Collections.Concurrent;
using System.Diagnostics;
using Isnad.Archive.Store;
using Isnad.Cluster;
using Isnad.Formats.Import;
using Isnad.Tests.Archive;
using NATS.Client.JetStream;
using Xunit;

namespace Isnad.Tests.Cluster;

/// <summary>
/// Workers of a cluster, as processes of their own, while workers and servers are killed, stopped and cut off. In the end the
/// archive is what one process makes of the same articles.
/// </summary>
/// <remarks>
/// ISNAD_FAULT_ARTICLES=200000 ISNAD_FAULT_SECONDS=3600 makes the long test of it, ISNAD_FAULT_WORKERS says with how many workers,
/// ISNAD_FAULT_KINDS=012 with which faults, and ISNAD_FAULT_LOG names a file that tells what happens.
/// </remarks>
public sealed class FaultTests : IDisposable
{
    private static readonly int Articles = Setting("ISNAD_FAULT_ARTICLES", 800);
    private static readonly int Seconds = Setting("ISNAD_FAULT_SECONDS", 16);
    private static readonly int Silence = Setting("ISNAD_FAULT_SILENCE", 5);
    private static readonly int Workers = Setting("ISNAD_FAULT_WORKERS", 2);
    private static readonly string Kinds = Environment.GetEnvironmentVariable("ISNAD_FAULT_KINDS") ?? "012345";
    private static readonly string? Log = Environment.GetEnvironmentVariable("ISNAD_FAULT_LOG");
    private static readonly string? FakeTime = Directory.Exists("/usr/lib/x86_64-linux-gnu/faketime") ? "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1" : null;
    private readonly NatsServer nats = new();
    private readonly PostgresServer postgres = new();
    private readonly List<Process> workers = [];
    private readonly ConcurrentDictionary<int, bool> joined = new();
    private readonly Random random = new(7);

    [Fact]
    public async Task Nothing_is_lost_and_nothing_is_twice()
    {
        nats.SkipWhereMissing();
        postgres.SkipWhereMissing();
        using var whole = new ArchiveFolder();
        var database = postgres.NewDatabase();
        // What a killed worker had in hand comes again soon, so that a short test sees it come.
        await using (await ClusterConnection.Open(nats.Url, new() { AckWait = TimeSpan.FromSeconds(Silence) }, default))
        {
        }

        await Poison(3);
        var submitting = Submit(whole);
        for (var i = 0; i < Workers; i++)
        {
            Start(database, untilEmpty: false);
        }

        var watch = Stopwatch.StartNew();
        var faults = 0;
        while (watch.Elapsed.TotalSeconds < Seconds)
        {
            Replace(database);
            await Fault(Kinds[faults++ % Kinds.Length] - '0', database);
            await Task.Delay(random.Next(500, 1500));
        }

        await submitting;

        StopAll();
        var last = Start(database, untilEmpty: true);
        // No measure of speed: beside other tests a worker reads a few articles a second, and one that hangs never ends.
        if (!last.WaitForExit(TimeSpan.FromMinutes(5) + TimeSpan.FromMilliseconds(200 * Articles)))
        {
            Assert.Fail($"the last worker does not end: {await ClusterStatus.Read(nats.Url, default)}");
        }

        Note($"{faults} faults, {Articles} articles, {watch.Elapsed.TotalSeconds:F0} s");
        whole.Ingest([.. Directory.EnumerateFiles(whole.Path, "*.jsonl").Order(StringComparer.Ordinal)]);
        using var archive = NewsArchive.Open(database, readOnly: true);
        var status = await ClusterStatus.Read(nats.Url, default);
        Assert.Equal((0, 3, Articles), (status.Queued, status.Dead, archive.Count().Articles));
        Assert.Equal(Told(whole.Dump()), Told(ArchiveDump.Write(database)));
        Assert.True(faults >= Math.Min(6, Seconds / 6), $"only {faults} faults");
    }

    public void Dispose()
    {
        StopAll();
        nats.Dispose();
        postgres.Dispose();
    }

    // Articles come all the while, as they do from feeds.
    private async Task Submit(ArchiveFolder folder)
    {
        var slices = Enumerable.Range(0, Articles).Chunk(Math.Max(1, Articles / Seconds)).ToList();
        foreach (var (number, slice) in slices.Index())
        {
            var file = folder.Write($"{number:00000}.jsonl", InventedNews.Lines(slice));
            for (var sent = false; !sent;)
            {
                try
                {
                    await new ClusterSubmit(nats.Url, ArticleDefaults.None).Run([file], default);
                    sent = true;
                }
                catch (ClusterException x)
                {
                    Note(x.ToString());
                }

                await Task.Delay(TimeSpan.FromSeconds(0.8 * Seconds / slices.Count));
            }
        }
    }

    private async Task Fault(int which, string database)
    {
        switch (which)
        {
            case 0:
                // A worker is killed, and another one comes in its place.
                var killed = workers[random.Next(workers.Count)];
                killed.Kill();
                workers.Remove(killed);
                Start(database, untilEmpty: false);
                break;
            case 1:
                nats.Kill();
                await Task.Delay(random.Next(200, 1500));
                nats.Start();
                break;
            case 2:
                postgres.Kill();
                await Task.Delay(random.Next(200, 1500));
                postgres.Start();
                break;
            case 3:
                // Neither answers nor refuses, as a machine behind a cut line.
                await Stopped(nats.ProcessId, random.Next(500, 3000));
                break;
            case 4:
                // A worker that hangs, and comes back when others have its work.
                await Stopped(workers[random.Next(workers.Count)].Id, random.Next(500, 3000));
                break;
            default:
                // Asked to stop, a worker stores what it has; one that has not joined yet just ends, as any program does.
                if (workers.Find(worker => joined.ContainsKey(worker.Id) && !worker.HasExited) is not { } asked)
                {
                    return;
                }

                Signal(asked.Id, "TERM");
                workers.Remove(asked);
                await asked.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token);
                Assert.Equal(0, asked.ExitCode);
                Start(database, untilEmpty: false);
                break;
        }

        Note($"fault {which}");
    }

    // A worker that finds no server when it starts says so and ends; what supervises it starts it again.
    private void Replace(string database)
    {
        foreach (var ended in workers.FindAll(worker => worker.HasExited))
        {
            Assert.Contains(ended.ExitCode, new[] { 5, 6 });
            workers.Remove(ended);
            ended.Dispose();
            Start(database, untilEmpty: false);
        }
    }

    private async Task Poison(int count)
    {
        await using var cluster = await ClusterConnection.Open(nats.Url, new(), default);
        for (var i = 0; i < count; i++)
        {
            await cluster.Streams.PublishAsync(ClusterNames.ArticleSubject, new byte[] { (byte)i, 2, 3 });
        }
    }

    // The tests' own folder holds the tool as it was built.
    private Process Start(string database, bool untilEmpty)
    {
        string[] command = ["dotnet", Path.Combine(AppContext.BaseDirectory, "Isnad.Cli.dll"), "work", "--nats", nats.Url, "--db", database, "--jobs", "1", "--fuse-every", "20", .. untilEmpty ? new[] { "--until-empty" } : []];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        // A clock that is hours off must not matter. (The program faketime would stand between us and the worker's signals.)
        if (workers.Count == 1 && FakeTime is not null)
        {
            (start.Environment["LD_PRELOAD"], start.Environment["FAKETIME"]) = (FakeTime, "+7h");
        }

        var process = Process.Start(start)!;
        var number = process.Id;
        process.OutputDataReceived += (_, line) => Heard(number, line.Data);
        process.ErrorDataReceived += (_, line) => Heard(number, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        workers.Add(process);
        return process;
    }

    private void Heard(int process, string? line)
    {
        if (line?.Contains(" joined: ", StringComparison.Ordinal) == true)
        {
            joined[process] = true;
        }

        Note(line);
    }

    private void StopAll()
    {
        foreach (var worker in workers)
        {
            worker.Kill(entireProcessTree: true);
            worker.WaitForExit();
            worker.Dispose();
        }

        workers.Clear();
    }

    private static async Task Stopped(int process, int milliseconds)
    {
        Signal(process, "STOP");
        await Task.Delay(milliseconds);
        Signal(process, "CONT");
    }

    private static void Signal(int process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process}"]);
        kill.WaitForExit();
    }

    private static void Note(string? line)
    {
        if (Log is not null && line is not null)
        {
            lock (typeof(FaultTests))
            {
                File.AppendAllText(Log, $"{DateTime.UtcNow:HH:mm:ss.f} {line}\n");
            }
        }
    }

    private static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), System.Globalization.CultureInfo.InvariantCulture, out var set) ? set : usual;

    private static string Told(string dump) => dump[..dump.IndexOf("== SELECT place, code", StringComparison.Ordinal)];
}
