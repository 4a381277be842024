using System.Text;
using NATS.Client.Core;
using NATS.Client.KeyValueStore;

namespace Isnad.Cluster;

/// <summary>How a cluster stands.</summary>
/// <param name="Stamp">The engine and the knowledge that it reads with; null before the first worker has joined.</param>
/// <param name="Queued">Articles on the server, those in workers' hands among them.</param>
/// <param name="QueuedBytes">Their size.</param>
/// <param name="InHand">Articles that workers have taken and not stored yet.</param>
/// <param name="Again">Of these, how many were given out more than once.</param>
/// <param name="Dead">Messages that were given up.</param>
/// <param name="Reasons">The latest of these, with the reason.</param>
/// <param name="Workers">Who has reported within the last minute, and what.</param>
public sealed record ClusterStatus(string? Stamp, long Queued, long QueuedBytes, long InHand, long Again, long Dead, IReadOnlyList<string> Reasons, IReadOnlyList<string> Workers)
{
    private const int MostReasons = 10;

    /// <exception cref="ClusterException">There is no server, or none with JetStream.</exception>
    public static async Task<ClusterStatus> Read(string nats, CancellationToken cancellation)
    {
        var cluster = await ClusterConnection.Open(nats, new(), cancellation).ConfigureAwait(false);
        await using var closing = cluster.ConfigureAwait(false);
        var articles = (await cluster.Streams.GetStreamAsync(ClusterNames.Articles, cancellationToken: cancellation).ConfigureAwait(false)).Info.State;
        var dead = (await cluster.Streams.GetStreamAsync(ClusterNames.Dead, cancellationToken: cancellation).ConfigureAwait(false)).Info.State;
        var consumer = (await cluster.Streams.GetConsumerAsync(ClusterNames.Articles, ClusterNames.Workers, cancellation).ConfigureAwait(false)).Info;
        return new(
            await ClusterStamp.Read(await cluster.State(cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false),
            articles.Messages, articles.Bytes, consumer.NumAckPending, consumer.NumRedelivered, dead.Messages,
            await Latest(cluster, dead.FirstSeq, dead.LastSeq, cancellation).ConfigureAwait(false), await Reporting(cluster, cancellation).ConfigureAwait(false));
    }

    /// <summary>Lets the cluster read with another engine from now on.</summary>
    /// <exception cref="ClusterException">There is no server, or none with JetStream.</exception>
    public static async Task Adopt(string nats, NewsEngine engine, CancellationToken cancellation)
    {
        var cluster = await ClusterConnection.Open(nats, new(), cancellation).ConfigureAwait(false);
        await using var closing = cluster.ConfigureAwait(false);
        await ClusterStamp.Adopt(cluster, engine, cancellation).ConfigureAwait(false);
    }

    private static async Task<List<string>> Latest(ClusterConnection cluster, ulong first, ulong last, CancellationToken cancellation)
    {
        var reasons = new List<string>();
        var stream = await cluster.Streams.GetStreamAsync(ClusterNames.Dead, cancellationToken: cancellation).ConfigureAwait(false);
        for (var at = last; at >= first && at > 0 && reasons.Count < MostReasons; at--)
        {
            var message = (await stream.GetAsync(new() { Seq = at }, cancellation).ConfigureAwait(false)).Message;
            reasons.Add($"{at}: {Header(message.Hdrs, ClusterNames.Reason)}");
        }

        return reasons;
    }

    private static string Header(string? headers, string name)
    {
        var lines = headers is null ? [] : Encoding.UTF8.GetString(Convert.FromBase64String(headers)).Split("\r\n");
        return lines.FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.Ordinal))?[(name.Length + 1)..].Trim() ?? "";
    }

    private static async Task<List<string>> Reporting(ClusterConnection cluster, CancellationToken cancellation)
    {
        var reports = await cluster.Reports(cancellation).ConfigureAwait(false);
        var workers = new List<string>();
        try
        {
            await foreach (var key in reports.GetKeysAsync(cancellationToken: cancellation).ConfigureAwait(false))
            {
                var entry = await reports.TryGetEntryAsync<byte[]>(key, cancellationToken: cancellation).ConfigureAwait(false);
                if (entry.Success)
                {
                    workers.Add($"{key}: {Encoding.UTF8.GetString(entry.Value.Value ?? [])}");
                }
            }
        }
        catch (NatsException)
        {
            // A bucket without keys.
        }

        workers.Sort(StringComparer.Ordinal);
        return workers;
    }
}
