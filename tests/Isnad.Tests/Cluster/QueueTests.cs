using Isnad.Archive.Fusion;
using Isnad.Archive.Ingest;
using Isnad.Archive.Store;
using Isnad.Cluster;
using Isnad.Formats.Import;
using Isnad.Tests.Archive;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;
using Xunit;

namespace Isnad.Tests.Cluster;

/// <summary>What a worker may rely on, whichever queue it takes from, and what the shared queue does besides.</summary>
public sealed class QueueTests(NatsServer nats) : IClassFixture<NatsServer>, IAsyncLifetime
{
    private static readonly ClusterLimits Hasty = new() { Batch = 16, AckWait = TimeSpan.FromSeconds(1) };

    public async ValueTask InitializeAsync()
    {
        nats.SkipWhereMissing();
        await using var cluster = await ClusterConnection.Open(nats.Url, Hasty, default);
        await cluster.Streams.DeleteStreamAsync(ClusterNames.Articles);
        await cluster.Streams.DeleteStreamAsync(ClusterNames.Dead);
        await cluster.Ensure(default);
        var state = await cluster.State(default);
        await state.PurgeAsync(ClusterNames.Stamp);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("source")]
    [InlineData("stream")]
    public async Task Both_queues_fill_the_same_archive(string kind)
    {
        using var folder = new ArchiveFolder();
        using var expected = new ArchiveFolder();
        var file = folder.Write("a.jsonl", InventedNews.Lines(Enumerable.Range(0, 70)));
        expected.Ingest(file);
        await Fill(kind, folder, file);
        Assert.Equal(Told(expected.Dump()), Told(folder.Dump()));
        // Taken in again, nothing is added.
        await Fill(kind, folder, file);
        Assert.Equal(Told(expected.Dump()), Told(folder.Dump()));
    }

    [Theory]
    [InlineData("source")]
    [InlineData("stream")]
    public async Task What_could_not_be_stored_is_given_again(string kind)
    {
        using var folder = new ArchiveFolder();
        var file = folder.Write("a.jsonl", InventedNews.Lines(Enumerable.Range(0, 70)));
        using (var archive = NewsArchive.Open(folder.Location))
        {
            archive.Sql.Script("CREATE TRIGGER full BEFORE INSERT ON article WHEN (SELECT COUNT(*) FROM article) >= 20 BEGIN SELECT RAISE(ABORT, 'full'); END");
        }

        await Assert.ThrowsAnyAsync<Exception>(() => Fill(kind, folder, file));
        using (var archive = NewsArchive.Open(folder.Location))
        {
            archive.Sql.Script("DROP TRIGGER full");
        }

        await Fill(kind, folder, file);
        using var filled = NewsArchive.Open(folder.Location, readOnly: true);
        Assert.Equal(70, filled.Count().Articles);
    }

    [Fact]
    public async Task An_article_is_queued_once()
    {
        using var folder = new ArchiveFolder();
        var file = folder.Write("a.jsonl", InventedNews.Lines(Enumerable.Range(0, 30)));
        Assert.Equal(new(30, 0, 0), await Submit(file));
        Assert.Equal(new(0, 30, 0), await Submit(file));
        Assert.Equal(30, (await ClusterStatus.Read(nats.Url, default)).Queued);
    }

    [Fact]
    public async Task What_is_no_article_is_put_aside_with_the_reason()
    {
        using var folder = new ArchiveFolder();
        await using var cluster = await ClusterConnection.Open(nats.Url, Hasty, default);
        foreach (var message in new[] { Array.Empty<byte>(), [1, 2, 3], ArticleMessage.Write(new("a", "خبر"))[..4], [.. Enumerable.Repeat((byte)0xFF, 10_000)] })
        {
            await cluster.Streams.PublishAsync(ClusterNames.ArticleSubject, message);
        }

        await Fill("stream", folder, folder.Write("a.jsonl", InventedNews.Lines(Enumerable.Range(0, 5))));
        var status = await ClusterStatus.Read(nats.Url, default);
        Assert.Equal((0, 4), (status.Queued, status.Dead));
        Assert.All(status.Reasons, reason => Assert.Contains("KH5006", reason, StringComparison.Ordinal));
        using var archive = NewsArchive.Open(folder.Location, readOnly: true);
        Assert.Equal((5, 4), (archive.Count().Articles, archive.Count().Rejected));
    }

    [Fact]
    public async Task What_ends_its_workers_is_read_alone_and_then_given_up()
    {
        using var folder = new ArchiveFolder();
        await Submit(folder.Write("a.jsonl", InventedNews.Lines([1, 2, 3])));
        var deliveries = 0;
        for (var attempt = 0; attempt < 40; attempt++)
        {
            // A worker that takes work and is gone: the server hears nothing more of it.
            await using var cluster = await ClusterConnection.Open(nats.Url, Hasty with { DeadAfter = 3 }, default);
            var queue = new JetStreamQueue(cluster);
            var works = new List<QueuedWork>();
            while (await queue.Take(default) is { Units.Count: > 0 } work)
            {
                works.Add(work);
            }

            if (works.SelectMany(w => w.Units).SelectMany(u => u.Read()).Any(f => f.Problem is { Kind: ProblemKind.EngineFailed }))
            {
                break;
            }

            if (works.Count > 0)
            {
                Assert.Equal(++deliveries > 2, works.TrueForAll(w => w.Alone));
            }

            await queue.DisposeAsync();
        }

        Assert.Equal(3, deliveries);
        await using var last = await ClusterConnection.Open(nats.Url, Hasty with { DeadAfter = 3 }, default);
        await Task.Delay(Hasty.AckWait * 2);
        await Drain(folder, last);
        var status = await ClusterStatus.Read(nats.Url, default);
        Assert.Equal((0, 3), (status.Queued, status.Dead));
        Assert.All(status.Reasons, reason => Assert.Contains("KH5007", reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_server_has_forgotten_to_give_out_is_given_out()
    {
        using var folder = new ArchiveFolder();
        await using var cluster = await ClusterConnection.Open(nats.Url, Hasty, default);
        await cluster.Streams.DeleteStreamAsync(ClusterNames.Articles);
        // As after a kill of the server: there are messages, and the consumer knows of none.
        const string Other = ClusterNames.ArticleSubject + ".other";
        await cluster.Streams.CreateStreamAsync(new(ClusterNames.Articles, [ClusterNames.ArticleSubject, Other]) { Retention = StreamConfigRetention.Workqueue });
        await cluster.Streams.CreateOrUpdateConsumerAsync(ClusterNames.Articles, new(ClusterNames.Workers) { FilterSubject = Other, AckPolicy = ConsumerConfigAckPolicy.Explicit });
        await Submit(folder.Write("a.jsonl", InventedNews.Lines(Enumerable.Range(0, 20))));
        await Drain(folder, cluster, untilEmpty: true);
        using var archive = NewsArchive.Open(folder.Location, readOnly: true);
        Assert.Equal((20, 0), ((int)archive.Count().Articles, (int)(await ClusterStatus.Read(nats.Url, default)).Queued));
    }

    [Fact]
    public async Task What_the_server_holds_to_be_in_hand_for_ever_is_given_out()
    {
        using var folder = new ArchiveFolder();
        await using var cluster = await ClusterConnection.Open(nats.Url, Hasty, default);
        await Submit(folder.Write("a.jsonl", InventedNews.Lines(Enumerable.Range(0, 20))));
        var lost = new List<INatsJSMsg<byte[]>>();
        await foreach (var message in (await cluster.Ensure(default)).FetchNoWaitAsync<byte[]>(new() { MaxMsgs = 20 }))
        {
            lost.Add(message);
        }

        // As after a kill of the server: it waits for answers that nobody gives, and gives out nothing again.
        using var drained = new CancellationTokenSource();
        var waiting = Task.Run(async () =>
        {
            while (!drained.IsCancellationRequested)
            {
                foreach (var message in lost)
                {
                    await message.AckProgressAsync();
                }

                await Task.Delay(Hasty.AckWait / 5);
            }
        });
        await Drain(folder, cluster, untilEmpty: true);
        await drained.CancelAsync();
        await waiting;
        using var archive = NewsArchive.Open(folder.Location, readOnly: true);
        Assert.Equal((20, 20), (lost.Count, (int)archive.Count().Articles));
    }

    [Fact]
    public async Task A_worker_that_reads_otherwise_is_refused()
    {
        await using var cluster = await ClusterConnection.Open(nats.Url, Hasty, default);
        var state = await cluster.State(default);
        await state.PutAsync(ClusterNames.Stamp, "engine 0.0.1, knowledge other"u8.ToArray());
        var refused = await Assert.ThrowsAsync<ClusterException>(() => new ClusterWorker(nats.Url, "postgres://nobody@127.0.0.1:1/none", NewsEngine.Default, 1).Run(default));
        Assert.Equal("KH3102", refused.Code);
        await ClusterStatus.Adopt(nats.Url, NewsEngine.Default, default);
        await ClusterStamp.Join(cluster, NewsEngine.Default, default);
        Assert.Equal(ClusterStamp.Of(NewsEngine.Default), (await ClusterStatus.Read(nats.Url, default)).Stamp);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said() =>
        Assert.Equal("KH3101", (await Assert.ThrowsAsync<ClusterException>(() => ClusterStatus.Read("nats://127.0.0.1:1", default))).Code);

    private Task<SubmitResult> Submit(string file) => new ClusterSubmit(nats.Url, ArticleDefaults.None).Run([file], default);

    private async Task Fill(string kind, ArchiveFolder folder, string file)
    {
        if (kind == "source")
        {
            folder.Ingest(file);
            return;
        }

        await Submit(file);
        await using var cluster = await ClusterConnection.Open(nats.Url, Hasty, default);
        await Drain(folder, cluster);
    }

    private static async Task Drain(ArchiveFolder folder, ClusterConnection cluster, bool untilEmpty = false)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        using var archive = NewsArchive.Open(folder.Location);
        await using var queue = new JetStreamQueue(cluster);
        var worker = new ArticleWorker(archive, NewsEngine.Default, 2)
        {
            Idle = () =>
            {
                if (!untilEmpty || queue.IsEmpty)
                {
                    stop.Cancel();
                }
            },
        };
        await worker.Run(queue, stop.Token);
        new Fuser(archive, NewsEngine.Default).Run();
    }

    // Sources are noted by who reads files, not by who takes from a queue.
    private static string Told(string dump) => dump[..dump.IndexOf("== SELECT name, units_done", StringComparison.Ordinal)];
}
