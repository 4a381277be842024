namespace Isnad.Cluster;

/// <summary>What keeps a cluster from running over. Set when the streams are made; docs/scale.md says how to choose them.</summary>
internal sealed record ClusterLimits
{
    /// <summary>Articles that a worker takes at once and stores in one transaction.</summary>
    public int Batch { get; init; } = 64;

    /// <summary>How long a worker may be silent before its articles go to another.</summary>
    public TimeSpan AckWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Articles that all workers together hold.</summary>
    public int MostPending { get; init; } = 8192;

    /// <summary>The queue takes no more beyond this; who submits waits.</summary>
    public long MostQueuedBytes { get; init; } = 8L << 30;

    /// <summary>The oldest are dropped beyond this.</summary>
    public long MostDeadBytes { get; init; } = 1L << 30;

    /// <summary>Given out so often without being stored, an article is read alone from then on.</summary>
    public ulong AloneAfter { get; init; } = 2;

    /// <summary>Given out so often without being stored, an article is given up.</summary>
    public ulong DeadAfter { get; init; } = 6;

    /// <summary>Servers that keep each message.</summary>
    public int Replicas { get; init; } = 1;
}
