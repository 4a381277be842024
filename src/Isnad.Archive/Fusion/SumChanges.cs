using System.Text.Encodings.Web;
using System.Text.Json;
using Isnad.Archive.Store;

namespace Isnad.Archive.Fusion;

/// <summary>Changes of sums, gathered so that what recurs is written once.</summary>
internal sealed class SumChanges
{
    private const int RowsAtOnce = 4000;
    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<ScopeSums> sums = [];
    private readonly Numbered<string> scopes = new();
    private readonly Numbered<string> periods = new();
    private readonly Numbered<string> facets = new();
    private readonly Numbered<(string Facet, string Value)> values = new();

    // The facet of each value, and the last scope of an event in which it was counted, which are counted through.
    private readonly List<(int Facet, long Counted)> marks = [];
    private readonly List<(int Scope, int[] Values)> told = [];
    private long mark;

    /// <summary>How many sums change, those of coarser periods left out.</summary>
    public int Count { get; private set; }

    public bool IsEmpty => Count == 0;

    public void Clear()
    {
        sums.Clear();
        scopes.Clear();
        periods.Clear();
        facets.Clear();
        values.Clear();
        marks.Clear();
        Count = 0;
    }

    /// <summary>Counts an event, or takes it away: once for each scope and value, however many reports give both.</summary>
    public void Add(ToldEvent e, int change)
    {
        var within = Array.ConvertAll(SumScopes.PeriodsOf(e.Day), periods.Of);
        Gather(e);
        var last = -1;
        foreach (var (scope, of) in told)
        {
            mark += scope == last ? 0 : 1;
            last = scope;
            foreach (var value in of)
            {
                Change(sums[scope], value, within, change);
            }
        }
    }

    /// <summary>Writes the changes inside the open transaction, and forgets them.</summary>
    /// <param name="isFirst">There are no sums yet.</param>
    public void Write(Sql sql, bool isFirst = false)
    {
        if (IsEmpty)
        {
            return;
        }

        if (isFirst)
        {
            sql.Insert(new(SumRow.Table, SumRow.Columns, InOrder().Select(row => row.Values)));
        }
        else
        {
            Merge(sql);
        }

        Clear();
    }

    /// <summary>The changes in the order of the table's key, so that neighbours are written together.</summary>
    public IEnumerable<SumRow> InOrder()
    {
        var names = new SumNames(periods, values);
        return scopes.InOrder(StringComparer.Ordinal).SelectMany(scope => sums[scope].InOrder(names));
    }

    private void Merge(Sql sql)
    {
        foreach (var rows in InOrder().Chunk(RowsAtOnce))
        {
            sql.Run(
                $"""
                INSERT INTO sum_facet (scope, facet, period, value, events) SELECT {sql.Dialect.Column(0)}, {sql.Dialect.Column(1)}, {sql.Dialect.Column(2)}, {sql.Dialect.Column(3)}, CAST({sql.Dialect.Column(4)} AS BIGINT)
                FROM {sql.Dialect.Elements("@p1")} WHERE TRUE ON CONFLICT (scope, facet, period, value) DO UPDATE SET events = sum_facet.events + excluded.events
                """,
                JsonSerializer.Serialize(Array.ConvertAll(rows, row => row.Values), Unescaped));
        }

        sql.Run("DELETE FROM sum_facet WHERE events = 0");
    }

    // What each report counts under, scope by scope.
    private void Gather(ToldEvent e)
    {
        told.Clear();
        // Of a found event all count that did something to anybody, whichever report says so.
        var dyads = e.Reports.SelectMany(report => SumScopes.DyadsOf(e.Type, report)).Distinct().Select(dyad => Value(SumScopes.Dyad, dyad)).ToArray();
        foreach (var report in e.Reports)
        {
            int[] all = [.. SumScopes.ValuesOf(e, report).Select(v => Value(v.Facet, v.Value)), .. dyads];
            foreach (var scope in SumScopes.Of(e.Type, report))
            {
                told.Add((Scope(scope), all));
            }

            foreach (var party in report.Parties)
            {
                int[] name = [Value(SumScopes.Name, SumScopes.Row(party.Id))];
                foreach (var code in party.Codes)
                {
                    told.Add((Scope($"party:{code}"), name));
                }
            }
        }

        told.Sort((a, b) => a.Scope.CompareTo(b.Scope));
    }

    private int Scope(string name)
    {
        var scope = scopes.Of(name);
        if (scope == sums.Count)
        {
            sums.Add(new(name));
        }

        return scope;
    }

    private int Value(string facet, string name)
    {
        var value = values.Of((facet, name));
        if (value == marks.Count)
        {
            marks.Add((facets.Of(facet), 0));
        }

        return value;
    }

    private void Change(ScopeSums scope, int value, int[] within, int change)
    {
        var (facet, counted) = marks[value];
        if (counted == mark)
        {
            return;
        }

        marks[value] = (facet, mark);
        if (Math.Min(within.Length, scope.Finest(facet, facets)) is var finest and > 0 && scope.Change(value, within[finest - 1], change))
        {
            Count++;
        }
    }
}
