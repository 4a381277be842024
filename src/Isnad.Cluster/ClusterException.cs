namespace Isnad.Cluster;

/// <summary>What keeps a program from taking part in a cluster, said so that somebody can act on it.</summary>
/// <param name="code">Code of docs/diagnostics.md.</param>
public sealed class ClusterException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code => code;

    public override string ToString() => $"{Code}: {Message}";
}
