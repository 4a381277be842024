namespace Isnad.Archive.Fusion;

/// <summary>A sum as the table has it: how many events a scope finds in a period, by one value of a facet.</summary>
internal readonly record struct SumRow(string Scope, string Facet, string Period, string Value, long Events)
{
    public const string Table = "sum_facet";

    /// <summary>The columns, in the order of <see cref="Values"/>.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["scope", "facet", "period", "value", "events"];

    public object?[] Values => [Scope, Facet, Period, Value, Events];
}
