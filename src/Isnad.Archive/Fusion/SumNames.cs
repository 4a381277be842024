namespace Isnad.Archive.Fusion;

/// <summary>The periods and values of sums by number, in the order in which the table has them: facet, period, value.</summary>
internal sealed class SumNames
{
    private const int ValueBits = 32, PeriodBits = 24;
    private readonly string[] periods;
    private readonly (string Facet, string Value)[] values;
    private readonly int[] coarser, periodRanks, valueRanks;
    private readonly ulong[] facetRanks;

    public SumNames(Numbered<string> periods, Numbered<(string Facet, string Value)> values)
    {
        // A period brings the coarser ones with it, which may not have been counted themselves.
        var next = new List<int>();
        while (next.Count < periods.All.Count)
        {
            var period = periods[next.Count];
            next.Add(period.Length == 0 ? -1 : periods.Of(SumScopes.Coarser(period)));
        }

        coarser = [.. next];
        (this.periods, periodRanks) = Ordered(periods, StringComparer.Ordinal);
        (this.values, valueRanks) = Ordered(values, Comparer<(string Facet, string Value)>.Create(Compare));
        var facets = this.values.Select(v => v.Facet).Distinct().Select((facet, rank) => (facet, rank)).ToDictionary(f => f.facet, f => (ulong)f.rank, StringComparer.Ordinal);
        facetRanks = [.. values.All.Select(v => facets[v.Facet])];
    }

    /// <summary>The number of the next coarser period; -1 where there is none.</summary>
    public int Coarser(int period) => coarser[period];

    /// <summary>Where a value in a period stands among those of a scope.</summary>
    public ulong OrderOf(int value, int period) => (((facetRanks[value] << PeriodBits) | (uint)periodRanks[period]) << ValueBits) | (uint)valueRanks[value];

    /// <summary>What stands there.</summary>
    public (string Period, string Facet, string Value) At(ulong order)
    {
        var (facet, value) = values[(int)(uint)order];
        return (periods[(int)(order >> ValueBits) & ((1 << PeriodBits) - 1)], facet, value);
    }

    private static (T[] Things, int[] Ranks) Ordered<T>(Numbered<T> numbered, IComparer<T> comparer) where T : notnull
    {
        var inOrder = numbered.InOrder(comparer);
        var ranks = new int[inOrder.Length];
        for (var rank = 0; rank < inOrder.Length; rank++)
        {
            ranks[inOrder[rank]] = rank;
        }

        return (Array.ConvertAll(inOrder, number => numbered[number]), ranks);
    }

    private static int Compare((string Facet, string Value) a, (string Facet, string Value) b) =>
        string.CompareOrdinal(a.Facet, b.Facet) is var order and not 0 ? order : string.CompareOrdinal(a.Value, b.Value);
}
