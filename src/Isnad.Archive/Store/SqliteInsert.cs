using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Isnad.Archive.Store;

/// <summary>
/// Adds many rows to a table of SQLite by one prepared statement. A command of ADO.NET looks up every parameter by its name for every
/// row; here a value is bound by where it stands, and one that is the same object as in the row before stays bound.
/// </summary>
internal static class SqliteInsert
{
    public static void Run(sqlite3 database, TableRows rows)
    {
        var text = $"INSERT INTO {rows.Table} ({string.Join(", ", rows.Columns)}) VALUES ({string.Join(", ", rows.Columns.Select(_ => "?"))})";
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, text, out var statement), database);
        using (statement)
        {
            var bound = new object?[rows.Columns.Count];
            foreach (var row in rows.Rows)
            {
                for (var at = 0; at < bound.Length; at++)
                {
                    if (row[at] is not { } value || !ReferenceEquals(value, bound[at]))
                    {
                        SqliteException.ThrowExceptionForRC(Bind(statement, at + 1, row[at]), database);
                        bound[at] = row[at];
                    }
                }

                if (raw.sqlite3_step(statement) is not raw.SQLITE_DONE and var failure)
                {
                    SqliteException.ThrowExceptionForRC(failure, database);
                }

                raw.sqlite3_reset(statement);
            }
        }
    }

    private static int Bind(sqlite3_stmt statement, int at, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, at),
        long number => raw.sqlite3_bind_int64(statement, at, number),
        int number => raw.sqlite3_bind_int64(statement, at, number),
        double number => raw.sqlite3_bind_double(statement, at, number),
        string text => BindText(statement, at, text),
        _ => throw new ArgumentException($"no value of SQLite: {value.GetType().Name}"),
    };

    // SQLite copies the text.
    private static int BindText(sqlite3_stmt statement, int at, string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var result = raw.sqlite3_bind_text(statement, at, bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
        return result;
    }
}
