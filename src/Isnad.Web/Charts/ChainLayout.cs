using Isnad.Archive.Pages;
using Isnad.Archive.Query;

namespace Isnad.Web.Charts;

/// <summary>Somebody in a chain: a speaker, a carrier or an outlet. A node without a name only leads a line past a column.</summary>
/// <param name="Role">speaker, carrier, outlet or pass.</param>
internal sealed record ChainNode(string Key, string Role, string Name, StoredParty? Party, int Column)
{
    /// <summary>What the outlet tells rests on nobody's words.</summary>
    public bool IsAlone { get; init; }

    /// <summary>How the line is drawn that is led past a column.</summary>
    public string? Stance { get; init; }
}

/// <summary>Words passing from one to the next; <paramref name="Stance"/> is how the outlet holds them in the end.</summary>
internal sealed record ChainLink(ChainNode From, ChainNode To, string Stance);

/// <summary>All chains of an event, in columns: who speaks, who carries, who publishes.</summary>
internal sealed class ChainLayout
{
    private const int MostRows = 14;
    private readonly List<List<ChainNode>> columns = [];
    private readonly List<ChainLink> links = [];

    public ChainLayout(EventDetail detail)
    {
        var chains = detail.Event.Reports.SelectMany(m => Chains(m, detail)).DistinctBy(c => c.Key).Take(MostRows).ToList();
        var width = chains.Count == 0 ? 1 : chains.Max(c => c.Steps.Count);
        for (var i = 0; i < width; i++)
        {
            columns.Add([]);
        }

        foreach (var chain in chains)
        {
            Add(chain, width);
        }

        Untangle();
    }

    public IReadOnlyList<IReadOnlyList<ChainNode>> Columns => columns;

    /// <summary>The links between a column and the next.</summary>
    public IEnumerable<ChainLink> Between(int column) => links.Where(l => l.From.Column == column);

    /// <summary>Where a node's middle is, of the height of its column.</summary>
    public double Middle(ChainNode node) => (columns[node.Column].IndexOf(node) + 0.5) / columns[node.Column].Count;

    private sealed record Step(string Key, string Role, string Name, StoredParty? Party);

    private sealed record Chain(IReadOnlyList<Step> Steps, string Stance)
    {
        public string Key => string.Join('>', Steps.Select(s => s.Key)) + Stance;
    }

    private static IEnumerable<Chain> Chains(StoredMention mention, EventDetail detail)
    {
        var outlet = new Step($"outlet|{mention.Article.Outlet}", "outlet", mention.Article.Outlet ?? "", null);
        var origin = detail.Origins.FirstOrDefault(o => o.Reports.Any(r => r.Mention == mention.Key && r.How is "signed" or "copy"));
        // An agency that signs the text, or the outlet whose text it is, stands between the speaker and this outlet.
        Step[] through = origin is null || origin.Name == mention.Article.Outlet ? [] : [new($"carrier|{origin.Name}", "carrier", origin.Name, null)];
        var told = mention.Reports.Where(r => r.Speaker is not null || r.Via.Count > 0).ToList();
        return told.Count == 0
            ? [new([.. through, outlet], "neutral")]
            : told.Select(r => new Chain([.. Speaker(r), .. r.Via.Select(v => Person(v, "carrier")), .. r.Via.Count == 0 ? through : [], outlet], r.Stance));
    }

    private static IEnumerable<Step> Speaker(StoredReport report) => report.Speaker is { } speaker ? [Person(speaker, "speaker")] : [];

    private static Step Person(StoredParty party, string role) => new($"{role}|{party.Known ?? party.Name}", role, party.Name, party);

    // Outlets stand in the last column and speakers in the first; a short chain is led past what it does not touch.
    private void Add(Chain chain, int width)
    {
        ChainNode? before = null;
        for (var at = 0; at < chain.Steps.Count; at++)
        {
            var step = chain.Steps[at];
            var column = at == chain.Steps.Count - 1 ? width - 1 : step.Role == "carrier" && at == 0 ? Math.Max(0, width - 2) : at;
            for (var gap = (before?.Column ?? column) + 1; before is not null && gap < column; gap++)
            {
                before = Link(before, Node(new($"pass|{before.Key}|{gap}|{chain.Key}", "pass", "", null, gap) { Stance = chain.Stance }), chain.Stance);
            }

            var node = Node(new(step.Key, step.Role, step.Name, step.Party, column) { IsAlone = chain.Steps.Count == 1 });
            before = before is null ? node : Link(before, node, chain.Stance);
        }
    }

    private ChainNode Node(ChainNode wanted)
    {
        var column = columns[wanted.Column];
        if (column.Find(n => n.Key == wanted.Key) is { } there)
        {
            return there;
        }

        column.Add(wanted);
        return wanted;
    }

    private ChainNode Link(ChainNode from, ChainNode to, string stance)
    {
        if (!links.Exists(l => l.From == from && l.To == to && l.Stance == stance))
        {
            links.Add(new(from, to, stance));
        }

        return to;
    }

    // Each column is ordered by where its neighbours stand, once in each direction.
    private void Untangle()
    {
        for (var i = 1; i < columns.Count; i++)
        {
            Order(i, n => links.Where(l => l.To == n).Select(l => l.From));
        }

        for (var i = columns.Count - 2; i >= 0; i--)
        {
            Order(i, n => links.Where(l => l.From == n).Select(l => l.To));
        }
    }

    private void Order(int column, Func<ChainNode, IEnumerable<ChainNode>> neighbours) =>
        columns[column] = [.. columns[column].Select((n, at) => (n, At: neighbours(n).Select(Middle).DefaultIfEmpty((at + 0.5) / columns[column].Count).Average())).OrderBy(x => x.At).Select(x => x.n)];
}
