using System.Data.Common;
using System.Globalization;

namespace Isnad.Archive.Store;

/// <summary>
/// A connection with its transaction and its prepared statements. Values are always parameters, <c>@p1</c> and on. Used by
/// one thread.
/// </summary>
internal sealed class Sql(SqlDialect dialect, bool readOnly) : IDisposable
{
    private readonly DbConnection connection = dialect.Open(readOnly);
    private readonly Dictionary<string, DbCommand> commands = new(StringComparer.Ordinal);
    private DbTransaction? transaction;
    private DbCommand? last;

    public SqlDialect Dialect => dialect;

    /// <summary>True where nothing can be written.</summary>
    public bool IsReadOnly => readOnly;

    /// <summary>Ends the question that runs when it is cancelled.</summary>
    public CancellationToken Cancellation { get; set; }

    public void Begin()
    {
        Guard(() => transaction = connection.BeginTransaction());
        dialect.AfterBegin(this);
    }

    public void Commit() => Guard(() =>
    {
        transaction!.Commit();
        transaction.Dispose();
        transaction = null;
    });

    /// <summary>Undoes what the open transaction did, if there is one.</summary>
    public void Rollback()
    {
        try
        {
            transaction?.Rollback();
        }
        catch (Exception x) when (x is DbException or InvalidOperationException)
        {
            // The database has already undone it, as SQLite does when the disk is full.
        }

        transaction?.Dispose();
        transaction = null;
    }

    /// <summary>Runs statements that take no values.</summary>
    public void Script(string statements) => Guard(() =>
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (statements, transaction);
        command.ExecuteNonQuery();
    });

    /// <summary>Runs a statement; returns how many rows it changed.</summary>
    public int Run(string statement, params ReadOnlySpan<object?> values)
    {
        var command = Command(statement, values);
        return Guard(command.ExecuteNonQuery);
    }

    /// <summary>Adds many rows to a table, in the quickest way that the database has.</summary>
    public void Insert(TableRows rows) => Guard(() => dialect.Insert(connection, transaction, rows));

    /// <summary>The first value of the first row; null where there is no row.</summary>
    public object? Value(string query, params ReadOnlySpan<object?> values)
    {
        var command = Command(query, values);
        using var stopping = Stopping(command);
        return Guard(command.ExecuteScalar) is { } value and not DBNull ? value : null;
    }

    /// <summary>The first value of the first row as a whole number; 0 where there is none.</summary>
    public long Number(string query, params ReadOnlySpan<object?> values) => Convert.ToInt64(Value(query, values) ?? 0L, CultureInfo.InvariantCulture);

    /// <summary>Every row, read into memory.</summary>
    public List<T> Rows<T>(string query, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var command = Command(query, values);
        using var stopping = Stopping(command);
        return Guard(() =>
        {
            var rows = new List<T>();
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            return rows;
        });
    }

    public void Dispose()
    {
        Rollback();
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }

        last?.Dispose();
        connection.Dispose();
    }

    private CancellationTokenRegistration Stopping(DbCommand command)
    {
        Cancellation.ThrowIfCancellationRequested();
        return Cancellation.Register(() => dialect.Interrupt(connection, command));
    }

    private DbCommand Command(string text, ReadOnlySpan<object?> values)
    {
        if (!commands.TryGetValue(text, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = text;
            if (dialect.KeepsCommands)
            {
                commands.Add(text, command);
            }
            else
            {
                last?.Dispose();
                last = command;
            }
        }

        command.Parameters.Clear();
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i + 1}", values[i] ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        command.Transaction = transaction;
        return command;
    }

    private void Guard(Action action) => Guard(() =>
    {
        action();
        return true;
    });

    private T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (DbException x) when (Cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException("the question was given up", x, Cancellation);
        }
        catch (DbException x) when (dialect.Explain(x) is { } explained)
        {
            throw explained;
        }
    }
}
