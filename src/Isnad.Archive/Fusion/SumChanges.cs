using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Isnad.Archive.Store;

namespace Isnad.Archive.Fusion;

/// <summary>Changes of sums, gathered so that what recurs is written once.</summary>
internal sealed class SumChanges
{
    private const int RowsAtOnce = 4000;

    private readonly Dictionary<(int Scope, int Value, int Period), long> changes = [];
    private readonly Numbered<string> scopes = new();
    private readonly Numbered<string> periods = new();
    private readonly Numbered<(string Facet, string Value)> values = new();
    private readonly HashSet<(int Scope, int Value)> counted = [];

    /// <summary>How many sums change.</summary>
    public int Count => changes.Count;

    public bool IsEmpty => changes.Count == 0;

    public void Clear()
    {
        changes.Clear();
        scopes.Clear();
        periods.Clear();
        values.Clear();
    }

    /// <summary>Counts an event, or takes it away: once for each scope and value, however many reports give both.</summary>
    public void Add(ToldEvent e, int change)
    {
        counted.Clear();
        var within = Array.ConvertAll(SumScopes.PeriodsOf(e.Day), periods.Of);
        // Of a found event all count that did something to anybody, whichever report says so.
        var dyads = e.Reports.SelectMany(report => SumScopes.DyadsOf(e.Type, report)).Distinct().Select(dyad => values.Of((SumScopes.Dyad, dyad))).ToArray();
        foreach (var report in e.Reports)
        {
            var reportValues = SumScopes.ValuesOf(e, report).Select(values.Of).Concat(dyads).ToArray();
            foreach (var scope in SumScopes.Of(e.Type, report).Select(scopes.Of))
            {
                foreach (var value in reportValues)
                {
                    Change(scope, value, within, change);
                }
            }

            foreach (var party in report.Parties)
            {
                foreach (var code in party.Codes)
                {
                    Change(scopes.Of($"party:{code}"), values.Of((SumScopes.Name, SumScopes.Row(party.Id))), within, change);
                }
            }
        }
    }

    /// <summary>Writes the changes inside the open transaction, and forgets them.</summary>
    public void Write(Sql sql)
    {
        if (IsEmpty)
        {
            return;
        }

        foreach (var rows in InOrder().Chunk(RowsAtOnce))
        {
            sql.Run(
                $"""
                INSERT INTO sum_facet (scope, facet, period, value, events) SELECT {sql.Dialect.Column(0)}, {sql.Dialect.Column(1)}, {sql.Dialect.Column(2)}, {sql.Dialect.Column(3)}, CAST({sql.Dialect.Column(4)} AS BIGINT)
                FROM {sql.Dialect.Elements("@p1")} WHERE TRUE ON CONFLICT (scope, facet, period, value) DO UPDATE SET events = sum_facet.events + excluded.events
                """,
                JsonSerializer.Serialize(rows));
        }

        sql.Run("DELETE FROM sum_facet WHERE events = 0");
        Clear();
    }

    private void Change(int scope, int value, int[] within, int change)
    {
        var finest = Math.Min(within.Length, SumScopes.Finest(scopes[scope], values[value].Facet));
        if (finest == 0 || !counted.Add((scope, value)))
        {
            return;
        }

        for (var i = 0; i < finest; i++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(changes, (scope, value, within[i]), out _) += change;
        }
    }

    /// <summary>The changes as scope, facet, period, value and number, in the order of the table's key, so that neighbours are written together.</summary>
    public IEnumerable<string[]> InOrder()
    {
        var (scopeRanks, periodRanks, valueRanks) = (scopes.Ranks(StringComparer.Ordinal), periods.Ranks(StringComparer.Ordinal), values.Ranks(Comparer<(string Facet, string Value)>.Create(Compare)));
        var facets = values.All.Select(v => v.Facet).Distinct().Order(StringComparer.Ordinal).Select((facet, rank) => (facet, rank)).ToDictionary(f => f.facet, f => f.rank, StringComparer.Ordinal);
        var keys = changes.Where(c => c.Value != 0).Select(c => (Order: (scopeRanks[c.Key.Scope], facets[values[c.Key.Value].Facet], periodRanks[c.Key.Period], valueRanks[c.Key.Value]), c.Key, c.Value)).ToArray();
        Array.Sort(keys, (a, b) => a.Order.CompareTo(b.Order));
        return keys.Select(k => new[] { scopes[k.Key.Scope], values[k.Key.Value].Facet, periods[k.Key.Period], values[k.Key.Value].Value, k.Value.ToString(CultureInfo.InvariantCulture) });
    }

    private static int Compare((string Facet, string Value) a, (string Facet, string Value) b) =>
        string.CompareOrdinal(a.Facet, b.Facet) is var order and not 0 ? order : string.CompareOrdinal(a.Value, b.Value);

    /// <summary>Numbers for things that recur.</summary>
    private sealed class Numbered<T> where T : notnull
    {
        private readonly Dictionary<T, int> numbers = [];
        private readonly List<T> things = [];

        public IReadOnlyList<T> All => things;

        public T this[int number] => things[number];

        public int Of(T thing)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, thing, out var isKnown);
            if (!isKnown)
            {
                number = things.Count;
                things.Add(thing);
            }

            return number;
        }

        public int[] Ranks(IComparer<T> comparer)
        {
            var ranks = new int[things.Count];
            foreach (var (number, rank) in Enumerable.Range(0, things.Count).OrderBy(n => things[n], comparer).Select((number, rank) => (number, rank)))
            {
                ranks[number] = rank;
            }

            return ranks;
        }

        public void Clear()
        {
            numbers.Clear();
            things.Clear();
        }
    }
}
