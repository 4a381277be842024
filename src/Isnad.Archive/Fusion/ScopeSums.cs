using System.Runtime.InteropServices;

namespace Isnad.Archive.Fusion;

/// <summary>
/// Changes of the sums of one scope. An event is counted in the finest period for which a value is kept; the coarser periods are
/// added up when the changes are read.
/// </summary>
internal sealed class ScopeSums(string scope)
{
    // By value and period, a number each.
    private readonly Dictionary<ulong, int> changes = [];
    private readonly List<byte> finest = [];

    public string Scope => scope;

    /// <summary>Counts one value; true where it is the first time in this period.</summary>
    public bool Change(int value, int period, int change)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(changes, ((ulong)value << 32) | (uint)period, out var isKnown) += change;
        return !isKnown;
    }

    /// <summary><see cref="SumScopes.Finest"/> of a facet by its number.</summary>
    public int Finest(int facet, Numbered<string> facets)
    {
        while (finest.Count <= facet)
        {
            finest.Add((byte)SumScopes.Finest(scope, facets[finest.Count]));
        }

        return finest[facet];
    }

    /// <summary>The changes in the order of the table's key.</summary>
    public IEnumerable<SumRow> InOrder(SumNames names)
    {
        var (orders, events) = (new List<ulong>(changes.Count * 2), new List<int>(changes.Count * 2));
        foreach (var (key, change) in changes)
        {
            for (var period = (int)(uint)key; change != 0 && period >= 0; period = names.Coarser(period))
            {
                orders.Add(names.OrderOf((int)(key >> 32), period));
                events.Add(change);
            }
        }

        var (sorted, counted) = (orders.ToArray(), events.ToArray());
        Array.Sort(sorted, counted);
        for (var at = 0; at < sorted.Length;)
        {
            var (order, sum) = (sorted[at], 0L);
            for (; at < sorted.Length && sorted[at] == order; at++)
            {
                sum += counted[at];
            }

            if (sum != 0)
            {
                var (period, facet, value) = names.At(order);
                yield return new(scope, facet, period, value, sum);
            }
        }
    }
}
