using System.Text;
using Isnad.Reading;
using NATS.Client.Core;
using NATS.Client.KeyValueStore;

namespace Isnad.Cluster;

/// <summary>
/// The engine and the knowledge that a cluster reads with. The first worker says which; one with another reading is refused, for
/// an archive half of which was read otherwise compares what cannot be compared.
/// </summary>
internal static class ClusterStamp
{
    public static string Of(NewsEngine engine) => Text(engine.Stamp);

    /// <exception cref="ClusterException">The cluster reads with another engine or other knowledge.</exception>
    public static async Task Join(ClusterConnection cluster, NewsEngine engine, CancellationToken cancellation)
    {
        var state = await cluster.State(cancellation).ConfigureAwait(false);
        var mine = Of(engine);
        await state.TryCreateAsync(ClusterNames.Stamp, Encoding.UTF8.GetBytes(mine), cancellationToken: cancellation).ConfigureAwait(false);
        var theirs = await Read(state, cancellation).ConfigureAwait(false);
        if (theirs != mine)
        {
            throw new ClusterException("KH3102", $"this worker reads with {mine}, the cluster with {theirs}; install the same version and knowledge, or, once its workers are stopped, let the cluster go over with isnad cluster adopt");
        }
    }

    /// <summary>From here on the cluster reads with this engine.</summary>
    public static async Task Adopt(ClusterConnection cluster, NewsEngine engine, CancellationToken cancellation)
    {
        var state = await cluster.State(cancellation).ConfigureAwait(false);
        await state.PutAsync(ClusterNames.Stamp, Encoding.UTF8.GetBytes(Of(engine)), cancellationToken: cancellation).ConfigureAwait(false);
    }

    public static async Task<string?> Read(INatsKVStore state, CancellationToken cancellation)
    {
        var entry = await state.TryGetEntryAsync<byte[]>(ClusterNames.Stamp, cancellationToken: cancellation).ConfigureAwait(false);
        return entry.Success ? Encoding.UTF8.GetString(entry.Value.Value ?? []) : null;
    }

    private static string Text(ReadingStamp stamp) => $"engine {stamp.Engine}, knowledge {stamp.Knowledge}";
}
