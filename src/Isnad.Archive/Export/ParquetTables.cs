using Isnad.Archive.Query;
using Parquet;
using Parquet.Schema;

namespace Isnad.Archive.Export;

/// <summary>The tables of <see cref="EventTables"/> as a folder of Parquet files: typed columns, a row group per hundred thousand rows.</summary>
internal sealed class ParquetTables : IEventWriter
{
    private const int RowsOfGroup = 100_000;
    private readonly EventTables tables = new();
    private readonly Dictionary<EventTable, TableFile> files;

    /// <exception cref="IOException">The folder cannot be made.</exception>
    public ParquetTables(string folder)
    {
        Directory.CreateDirectory(folder);
        files = EventTables.All.ToDictionary(t => t, t => new TableFile(t, File.Create(Path.Combine(folder, t.Name + ".parquet"))));
    }

    public void Write(StoredEvent e)
    {
        foreach (var (table, row) in tables.Rows(e))
        {
            files[table].Add(row);
        }
    }

    public void Finish()
    {
        foreach (var file in files.Values)
        {
            file.Finish();
        }
    }

    public void Dispose()
    {
        foreach (var file in files.Values)
        {
            file.Dispose();
        }
    }

    private sealed class TableFile : IDisposable
    {
        private readonly EventTable table;
        private readonly ParquetSchema schema;
        private readonly Stream stream;
        private readonly ParquetWriter writer;
        private readonly List<object?[]> rows = [];

        public TableFile(EventTable table, Stream stream)
        {
            (this.table, this.stream) = (table, stream);
            schema = new([.. table.Columns.Select(Field)]);
            // Files of a computer are written at once; there is nobody to wait for.
            writer = ParquetWriter.CreateAsync(schema, stream).GetAwaiter().GetResult();
        }

        public void Add(object?[] row)
        {
            rows.Add(row);
            if (rows.Count == RowsOfGroup)
            {
                Flush();
            }
        }

        public void Finish()
        {
            if (rows.Count > 0)
            {
                Flush();
            }

            writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        public void Dispose() => stream.Dispose();

        private void Flush()
        {
            using var group = writer.CreateRowGroup();
            for (var i = 0; i < table.Columns.Count; i++)
            {
                Write(group, schema.DataFields[i], table.Columns[i].Type, i).GetAwaiter().GetResult();
            }

            rows.Clear();
        }

        private Task Write(ParquetRowGroupWriter group, DataField field, ColumnType type, int at) => type switch
        {
            ColumnType.Integer => group.WriteAsync<long>(field, rows.Select(r => (long?)r[at]).ToArray()),
            ColumnType.Number => group.WriteAsync<double>(field, rows.Select(r => (double?)r[at]).ToArray()),
            ColumnType.Boolean => group.WriteAsync<bool>(field, rows.Select(r => (bool?)r[at]).ToArray()),
            ColumnType.Date => group.WriteAsync<DateOnly>(field, rows.Select(r => Day((string?)r[at])).ToArray()),
            _ => group.WriteAsync(field, rows.Select(r => (string?)r[at]).ToArray()!),
        };

        private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        private static DataField Field(Column column) => column.Type switch
        {
            ColumnType.Integer => new DataField<long?>(column.Name),
            ColumnType.Number => new DataField<double?>(column.Name),
            ColumnType.Boolean => new DataField<bool?>(column.Name),
            ColumnType.Date => new DataField<DateOnly?>(column.Name),
            _ => new DataField<string>(column.Name),
        };
    }
}
