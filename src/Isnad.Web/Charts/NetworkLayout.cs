using Isnad.Archive.Pages;

namespace Isnad.Web.Charts;

/// <summary>A side in a drawn network.</summary>
internal sealed class NetworkNode(string code)
{
    public string Code => code;

    public long Events { get; set; }

    public double X { get; set; }

    public double Y { get; set; }
}

/// <summary>What one side did to another, all types together.</summary>
internal sealed record NetworkEdge(NetworkNode From, NetworkNode To, long Events, string MainType);

/// <summary>
/// Where the sides of a network stand: those that have much to do with each other draw together, all push each other away
/// (Fruchterman and Reingold). Without chance, so the same network always looks the same.
/// </summary>
internal sealed class NetworkLayout
{
    public const double Width = 720;
    public const double Height = 420;
    private const int MostNodes = 18;
    private const double Gravity = 0.35;
    private const int Rounds = 220;
    private const double Border = 74;

    public NetworkLayout(IReadOnlyList<Dyad> dyads)
    {
        var nodes = new Dictionary<string, NetworkNode>(StringComparer.Ordinal);
        NetworkNode Node(string code) => nodes.TryGetValue(code, out var node) ? node : nodes[code] = new(code);
        foreach (var dyad in dyads.Where(d => d.Actor.Length > 0 && d.Target.Length > 0))
        {
            Node(dyad.Actor).Events += dyad.Events;
            Node(dyad.Target).Events += dyad.Events;
        }

        Nodes = [.. nodes.Values.OrderByDescending(n => n.Events).ThenBy(n => n.Code, StringComparer.Ordinal).Take(MostNodes)];
        var kept = Nodes.ToHashSet();
        Edges = [.. dyads.Where(d => d.Actor != d.Target && d.Actor.Length > 0 && d.Target.Length > 0 && kept.Contains(nodes[d.Actor]) && kept.Contains(nodes[d.Target]))
            .GroupBy(d => (d.Actor, d.Target))
            .Select(g => new NetworkEdge(nodes[g.Key.Actor], nodes[g.Key.Target], g.Sum(d => d.Events), g.MaxBy(d => d.Events)!.Type))];
        Arrange();
    }

    public IReadOnlyList<NetworkNode> Nodes { get; }

    public IReadOnlyList<NetworkEdge> Edges { get; }

    private void Arrange()
    {
        for (var i = 0; i < Nodes.Count; i++)
        {
            var angle = 2 * Math.PI * i / Nodes.Count;
            (Nodes[i].X, Nodes[i].Y) = ((Width / 2) + (Width / 3 * Math.Cos(angle)), (Height / 2) + (Height / 3 * Math.Sin(angle)));
        }

        var distance = Math.Sqrt(Width * Height / Math.Max(1, Nodes.Count)) * 0.62;
        for (var round = 0; round < Rounds; round++)
        {
            Step(distance, Width / 12 * (1 - ((double)round / Rounds)));
        }
    }

    private void Step(double distance, double most)
    {
        var moves = Nodes.ToDictionary(n => n, _ => (X: 0.0, Y: 0.0));
        void Push(NetworkNode a, NetworkNode b, Func<double, double> force)
        {
            var (x, y) = (a.X - b.X, a.Y - b.Y);
            var apart = Math.Max(0.01, Math.Sqrt((x * x) + (y * y)));
            var strength = force(apart) / apart;
            moves[a] = (moves[a].X + (x * strength), moves[a].Y + (y * strength));
            moves[b] = (moves[b].X - (x * strength), moves[b].Y - (y * strength));
        }

        for (var i = 0; i < Nodes.Count; i++)
        {
            for (var j = i + 1; j < Nodes.Count; j++)
            {
                Push(Nodes[i], Nodes[j], apart => distance * distance / apart);
            }
        }

        foreach (var edge in Edges)
        {
            Push(edge.From, edge.To, apart => -apart * apart / distance);
        }

        foreach (var (node, (pushX, pushY)) in moves)
        {
            // What has nothing to do with the rest would drift to the border.
            var (x, y) = (pushX + (((Width / 2) - node.X) * Gravity), pushY + (((Height / 2) - node.Y) * Gravity * Width / Height));
            var length = Math.Max(0.01, Math.Sqrt((x * x) + (y * y)));
            node.X = Math.Clamp(node.X + (x / length * Math.Min(length, most)), Border, Width - Border);
            node.Y = Math.Clamp(node.Y + (y / length * Math.Min(length, most)), Border, Height - Border);
        }
    }
}
