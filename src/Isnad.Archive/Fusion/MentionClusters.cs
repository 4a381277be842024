namespace Isnad.Archive.Fusion;

/// <summary>
/// Groups mentions by average linkage: two groups become one while, on average over all their pairs, enough speaks for it. One
/// doubtful link does not chain two stories together. Ties are broken by keys, so the order of the input makes no difference.
/// </summary>
internal static class MentionClusters
{
    /// <param name="count">How many mentions, in the order of their keys.</param>
    /// <param name="score">What speaks for two of them being one event; null where they are no candidates.</param>
    /// <param name="together">Pairs that a person holds to be one event: they are joined before anything else.</param>
    /// <param name="apart">Pairs that a person holds to be two: their groups are never joined.</param>
    public static List<List<int>> Group(
        int count, IReadOnlyDictionary<(int, int), double> score, IReadOnlyList<(int A, int B)>? together = null, IReadOnlyList<(int A, int B)>? apart = null)
    {
        var clusters = Enumerable.Range(0, count).ToDictionary(i => i, i => new List<int> { i });
        var sums = new Dictionary<(int, int), double>(score);
        var queue = new PriorityQueue<(int A, int B, int SizeA, int SizeB), (double, int, int)>();
        var neighbours = new Dictionary<int, SortedSet<int>>();
        foreach (var (a, b) in sums.Keys)
        {
            Near(a).Add(b);
            Near(b).Add(a);
        }

        // The lesser index names a group.
        var groupOf = Enumerable.Range(0, count).ToArray();
        foreach (var (a, b) in together ?? [])
        {
            if (groupOf[a] != groupOf[b])
            {
                Join(Math.Min(groupOf[a], groupOf[b]), Math.Max(groupOf[a], groupOf[b]));
            }
        }

        foreach (var (a, b) in sums.Keys.ToList())
        {
            Offer(a, b);
        }

        while (queue.TryDequeue(out var pair, out _))
        {
            if (!clusters.TryGetValue(pair.A, out var first) || !clusters.TryGetValue(pair.B, out var second) || first.Count != pair.SizeA || second.Count != pair.SizeB)
            {
                continue;
            }

            Join(pair.A, pair.B);
            foreach (var other in Near(pair.A))
            {
                Offer(Math.Min(pair.A, other), Math.Max(pair.A, other));
            }
        }

        return [.. clusters.OrderBy(c => c.Key).Select(c => c.Value.Order().ToList())];

        double Sum(int a, int b) => sums.GetValueOrDefault(Pair(a, b), clusters[a].Count * clusters[b].Count * NoCandidate);

        SortedSet<int> Near(int of) => neighbours.TryGetValue(of, out var near) ? near : neighbours[of] = [];

        void Join(int into, int from)
        {
            foreach (var other in Near(into).Union(Near(from)).Where(o => o != into && o != from).ToList())
            {
                sums[Pair(into, other)] = Sum(into, other) + Sum(from, other);
                sums.Remove(Pair(from, other));
                Near(other).Remove(from);
                Near(other).Add(into);
                Near(into).Add(other);
            }

            foreach (var member in clusters[from])
            {
                groupOf[member] = into;
            }

            clusters[into].AddRange(clusters[from]);
            clusters.Remove(from);
            sums.Remove(Pair(into, from));
            Near(into).Remove(from);
        }

        bool Parted(int a, int b) => apart is not null && apart.Any(p => (groupOf[p.A] == a && groupOf[p.B] == b) || (groupOf[p.A] == b && groupOf[p.B] == a));

        void Offer(int a, int b)
        {
            if (Parted(a, b))
            {
                return;
            }

            var average = Sum(a, b) / (clusters[a].Count * clusters[b].Count);
            if (average >= PairWeight.Enough)
            {
                queue.Enqueue((a, b, clusters[a].Count, clusters[b].Count), (-average, a, b));
            }
        }
    }

    // A pair whose times exclude each other speaks against joining the groups that hold them.
    private const double NoCandidate = -2;

    private static (int, int) Pair(int a, int b) => a < b ? (a, b) : (b, a);
}
