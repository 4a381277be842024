using System.Diagnostics;
using System.Globalization;
using System.Text;
using Isnad.Archive;
using Isnad.Archive.Fusion;
using Isnad.Archive.Ingest;
using Isnad.Archive.Store;
using NATS.Client.Core;
using NATS.Client.KeyValueStore;

namespace Isnad.Cluster;

/// <summary>
/// A worker of a cluster: joins, takes articles from the queue, stores them, and puts together what they tell when it is its turn.
/// It outlives servers that go away and come back. Told to stop, it stores what it has taken and gives back the rest.
/// </summary>
public sealed class ClusterWorker(string nats, string database, NewsEngine engine, int jobs)
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private readonly string name = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}");
    private readonly Stopwatch sinceFused = Stopwatch.StartNew();
    private Fused fused = Fused.Never;

    private enum Fused
    {
        Never,
        Partly,
        All,
    }

    /// <summary>Ends once the queue is empty and everything in the archive is put together.</summary>
    public bool UntilEmpty { get; init; }

    /// <summary>While articles keep coming, what they tell is put together this often.</summary>
    public TimeSpan FuseEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Told what a person who watches should know.</summary>
    public Action<string> Say { get; init; } = _ => { };

    internal ClusterLimits Limits { get; init; } = new();

    /// <summary>Works until it is told to stop.</summary>
    /// <exception cref="ClusterException">It may not take part, or the queue cannot be reached.</exception>
    /// <exception cref="ArchiveException">The archive cannot be opened at the start.</exception>
    public async Task<WorkResult> Run(CancellationToken cancellation)
    {
        var cluster = await ClusterConnection.Open(nats, Limits, cancellation).ConfigureAwait(false);
        await using var closing = cluster.ConfigureAwait(false);
        try
        {
            await ClusterStamp.Join(cluster, engine, cancellation).ConfigureAwait(false);
        }
        catch (Exception x) when (x is NatsException or TimeoutException)
        {
            throw ClusterConnection.NoAnswer(nats, x);
        }

        using (NewsArchive.Open(database))
        {
            Say($"{name} joined: {ClusterStamp.Of(engine)}");
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var queue = new JetStreamQueue(cluster);
        await using var handing = queue.ConfigureAwait(false);
        var reports = Task.Run(() => Report(cluster, queue, stop.Token), CancellationToken.None);
        try
        {
            await Work(queue, stop).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reports.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return new(queue.Added, queue.Known, queue.Dead);
    }

    // The archive may go away at any time. What was taken is held until it is back: were it given back instead, the server would
    // count that against the articles, and after a long outage good ones would be given up.
    private async Task Work(JetStreamQueue queue, CancellationTokenSource stop)
    {
        var pause = TimeSpan.Zero;
        while (true)
        {
            try
            {
                using var archive = NewsArchive.Open(database);
                var fuser = new Fuser(archive, engine);
                var worker = new ArticleWorker(archive, engine, jobs)
                {
                    Idle = () =>
                    {
                        Fuse(archive, fuser, stop.Token);
                        if (UntilEmpty && fused == Fused.All && queue.IsEmpty)
                        {
                            stop.Cancel();
                        }
                    },
                    Between = () =>
                    {
                        pause = TimeSpan.Zero;
                        if (sinceFused.Elapsed > FuseEvery)
                        {
                            Fuse(archive, fuser, stop.Token);
                        }
                    },
                };
                await worker.Run(queue, stop.Token).ConfigureAwait(false);
                return;
            }
            catch (ArchiveException x) when (x.Code != "KH3002")
            {
                queue.Hold();
                if (stop.IsCancellationRequested)
                {
                    return;
                }

                Say($"{name}: {x}; trying again");
                pause = pause == TimeSpan.Zero ? TimeSpan.FromMilliseconds(200) : pause * 2 > LongestPause ? LongestPause : pause * 2;
                await Task.Delay(pause, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Fuse(NewsArchive archive, Fuser fuser, CancellationToken cancellation)
    {
        try
        {
            // One at a time; who finds another at it goes on reading.
            fused = FusionTurn.Take(archive, () => fuser.Run(null, cancellation)) ? Fused.All : Fused.Partly;
            sinceFused.Restart();
        }
        catch (OperationCanceledException)
        {
            // The next worker goes on with it.
        }
    }

    private async Task Report(ClusterConnection cluster, JetStreamQueue queue, CancellationToken cancellation)
    {
        INatsKVStore? store = null;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                store ??= await cluster.Reports(cancellation).ConfigureAwait(false);
                var text = string.Create(CultureInfo.InvariantCulture, $"added {queue.Added}, known {queue.Known}, dead {queue.Dead}, in hand {queue.InHand}");
                await store.PutAsync(name.Replace('.', '-'), Encoding.UTF8.GetBytes(text), cancellationToken: cancellation).ConfigureAwait(false);
            }
            catch (Exception x) when (x is NatsException or TimeoutException)
            {
                store = null;
            }

            await Task.Delay(ReportEvery, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

/// <summary>What a worker came to.</summary>
/// <param name="Added">Articles that it stored.</param>
/// <param name="Known">Articles that the archive had already.</param>
/// <param name="Dead">Messages that it gave up.</param>
public sealed record WorkResult(long Added, long Known, long Dead);
