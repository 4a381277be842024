using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;
using NATS.Client.KeyValueStore;

namespace Isnad.Cluster;

/// <summary>A connection to the NATS server of a cluster, which makes the streams where they are not there.</summary>
internal sealed class ClusterConnection : IAsyncDisposable
{
    // A copy of the same article that is submitted later is stepped over by the archive.
    private static readonly TimeSpan DuplicateWindow = TimeSpan.FromHours(1);

    private ClusterConnection(NatsConnection connection, ClusterLimits limits) => (Connection, Limits, Streams) = (connection, limits, new(connection));

    public NatsConnection Connection { get; }

    public NatsJSContext Streams { get; }

    public ClusterLimits Limits { get; }

    /// <summary>Connects and sees to it that the streams are there.</summary>
    /// <exception cref="ClusterException">There is no server, or none with JetStream.</exception>
    public static async Task<ClusterConnection> Open(string url, ClusterLimits limits, CancellationToken cancellation)
    {
        var connection = new NatsConnection(new NatsOpts
        {
            Url = url,
            Name = "isnad",
            MaxReconnectRetry = -1,
            ReconnectWaitMin = TimeSpan.FromMilliseconds(200),
            ReconnectWaitMax = TimeSpan.FromSeconds(3),
            PingInterval = TimeSpan.FromSeconds(5),
            RequestTimeout = TimeSpan.FromSeconds(5),
        });
        try
        {
            await connection.ConnectAsync().ConfigureAwait(false);
            var opened = new ClusterConnection(connection, limits);
            await opened.Ensure(cancellation).ConfigureAwait(false);
            return opened;
        }
        catch (Exception x) when (x is NatsException or UriFormatException)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw NoAnswer(url, x);
        }
    }

    public static ClusterException NoAnswer(string url, Exception x) => new("KH3101", $"{url}: no NATS server with JetStream answers there: {x.Message}", x);

    /// <summary>Articles on the server, and how many of them the server knows that it must still give out or hear of.</summary>
    public async Task<(long Queued, long Owed)> Backlog(CancellationToken cancellation)
    {
        var stream = await Streams.GetStreamAsync(ClusterNames.Articles, cancellationToken: cancellation).ConfigureAwait(false);
        var workers = await Streams.GetConsumerAsync(ClusterNames.Articles, ClusterNames.Workers, cancellation).ConfigureAwait(false);
        return (stream.Info.State.Messages, (long)workers.Info.NumPending + workers.Info.NumAckPending);
    }

    /// <summary>Lets everything that is on the server be given out anew, also what somebody has in hand.</summary>
    public async Task GiveAgain(CancellationToken cancellation) => await Streams.DeleteConsumerAsync(ClusterNames.Articles, ClusterNames.Workers, cancellation).ConfigureAwait(false);

    /// <summary>Makes the streams and the consumer where they are not there, as after the server has lost its disk.</summary>
    public async Task<INatsJSConsumer> Ensure(CancellationToken cancellation)
    {
        await Stream(ClusterNames.Articles, ClusterNames.ArticleSubject, StreamConfigRetention.Workqueue, StreamConfigDiscard.New, Limits.MostQueuedBytes, cancellation).ConfigureAwait(false);
        await Stream(ClusterNames.Dead, ClusterNames.DeadSubject, StreamConfigRetention.Limits, StreamConfigDiscard.Old, Limits.MostDeadBytes, cancellation).ConfigureAwait(false);
        return await Consumer(cancellation).ConfigureAwait(false);
    }

    // As a stream, a consumer that is there keeps its limits.
    private async Task<INatsJSConsumer> Consumer(CancellationToken cancellation)
    {
        try
        {
            return await Streams.GetConsumerAsync(ClusterNames.Articles, ClusterNames.Workers, cancellation).ConfigureAwait(false);
        }
        catch (NatsJSApiException x) when (x.Error.Code == 404)
        {
            return await Streams.CreateOrUpdateConsumerAsync(ClusterNames.Articles, new(ClusterNames.Workers)
            {
                AckPolicy = ConsumerConfigAckPolicy.Explicit,
                AckWait = Limits.AckWait,
                MaxAckPending = Limits.MostPending,
                // Counted by the worker, which can say why it gives up; the server would only go silent.
                MaxDeliver = -1,
            }, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>What all programs of the cluster know.</summary>
    public async Task<INatsKVStore> State(CancellationToken cancellation) =>
        await new NatsKVContext(Streams).CreateStoreAsync(new NatsKVConfig(ClusterNames.State) { NumberOfReplicas = Limits.Replicas }, cancellation).ConfigureAwait(false);

    /// <summary>What each worker does; who is silent for a minute is forgotten.</summary>
    public async Task<INatsKVStore> Reports(CancellationToken cancellation) =>
        await new NatsKVContext(Streams).CreateStoreAsync(new NatsKVConfig(ClusterNames.Reports) { MaxAge = TimeSpan.FromMinutes(1), NumberOfReplicas = Limits.Replicas }, cancellation).ConfigureAwait(false);

    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    // A stream that is there keeps its limits: whoever runs the server may have set them.
    private async Task Stream(string name, string subject, StreamConfigRetention retention, StreamConfigDiscard discard, long mostBytes, CancellationToken cancellation)
    {
        try
        {
            await Streams.GetStreamAsync(name, cancellationToken: cancellation).ConfigureAwait(false);
        }
        catch (NatsJSApiException x) when (x.Error.Code == 404)
        {
            var config = new StreamConfig(name, [subject])
            {
                Retention = retention,
                Storage = StreamConfigStorage.File,
                Discard = discard,
                MaxBytes = mostBytes,
                DuplicateWindow = DuplicateWindow,
                NumReplicas = Limits.Replicas,
            };
            await Streams.CreateStreamAsync(config, cancellation).ConfigureAwait(false);
        }
    }
}
