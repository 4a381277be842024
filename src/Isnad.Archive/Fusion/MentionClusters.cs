namespace Isnad.Archive.Fusion;

/// <summary>
/// Groups mentions by average linkage: two groups become one while, on average over all their pairs, enough speaks for it. One
/// doubtful link does not chain two stories together. Ties are broken by keys, so the order of the input makes no difference.
/// </summary>
internal static class MentionClusters
{
    /// <param name="count">How many mentions, in the order of their keys.</param>
    /// <param name="score">What speaks for two of them being one event; null where they are no candidates.</param>
    public static List<List<int>> Group(int count, IReadOnlyDictionary<(int, int), double> score)
    {
        var clusters = Enumerable.Range(0, count).ToDictionary(i => i, i => new List<int> { i });
        var sums = new Dictionary<(int, int), double>(score);
        var queue = new PriorityQueue<(int A, int B, int SizeA, int SizeB), (double, int, int)>();
        foreach (var (a, b) in sums.Keys)
        {
            Offer(a, b);
        }

        var neighbours = new Dictionary<int, SortedSet<int>>();
        foreach (var (a, b) in sums.Keys)
        {
            Near(a).Add(b);
            Near(b).Add(a);
        }

        while (queue.TryDequeue(out var pair, out _))
        {
            if (!clusters.TryGetValue(pair.A, out var first) || !clusters.TryGetValue(pair.B, out var second) || first.Count != pair.SizeA || second.Count != pair.SizeB)
            {
                continue;
            }

            // The lesser index names the new group.
            foreach (var other in Near(pair.A).Union(Near(pair.B)).Where(o => o != pair.A && o != pair.B).ToList())
            {
                sums[Pair(pair.A, other)] = Sum(pair.A, other) + Sum(pair.B, other);
                sums.Remove(Pair(pair.B, other));
                Near(other).Remove(pair.B);
                Near(other).Add(pair.A);
                Near(pair.A).Add(other);
            }

            first.AddRange(second);
            clusters.Remove(pair.B);
            Near(pair.A).Remove(pair.B);
            foreach (var other in Near(pair.A))
            {
                Offer(Math.Min(pair.A, other), Math.Max(pair.A, other));
            }
        }

        return [.. clusters.OrderBy(c => c.Key).Select(c => c.Value.Order().ToList())];

        double Sum(int a, int b) => sums.GetValueOrDefault(Pair(a, b), clusters[a].Count * clusters[b].Count * NoCandidate);

        SortedSet<int> Near(int of) => neighbours.TryGetValue(of, out var near) ? near : neighbours[of] = [];

        void Offer(int a, int b)
        {
            var average = Sum(a, b) / (clusters[a].Count * clusters[b].Count);
            if (average >= FusionScore.Enough)
            {
                queue.Enqueue((a, b, clusters[a].Count, clusters[b].Count), (-average, a, b));
            }
        }
    }

    // A pair whose times exclude each other speaks against joining the groups that hold them.
    private const double NoCandidate = -2;

    private static (int, int) Pair(int a, int b) => a < b ? (a, b) : (b, a);
}
