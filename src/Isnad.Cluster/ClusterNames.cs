namespace Isnad.Cluster;

/// <summary>What the streams, subjects and buckets of a cluster are called on the NATS server.</summary>
internal static class ClusterNames
{
    /// <summary>Articles to be read; each is kept until a worker has stored it.</summary>
    public const string Articles = "ISNAD_ARTICLES";

    public const string ArticleSubject = "isnad.articles";

    /// <summary>What could not be read, with the reason.</summary>
    public const string Dead = "ISNAD_DEAD";

    public const string DeadSubject = "isnad.dead";

    /// <summary>All workers share one consumer: each message goes to one of them.</summary>
    public const string Workers = "workers";

    public const string State = "isnad-state";

    public const string Reports = "isnad-workers";

    public const string Stamp = "stamp";

    public const string Reason = "Isnad-Reason";

    public const string Deliveries = "Isnad-Deliveries";
}
