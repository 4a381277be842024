namespace Isnad.Archive.Store;

/// <summary>Rows of one table, each with a value for every column.</summary>
internal sealed record TableRows(string Table, IReadOnlyList<string> Columns, IEnumerable<object?[]> Rows);
