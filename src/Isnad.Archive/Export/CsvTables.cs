using System.Text.Json;
using Isnad.Archive.Query;

namespace Isnad.Archive.Export;

/// <summary>
/// A folder of tables with a header line (RFC 4180, UTF-8), and <c>datapackage.json</c> that says what each column is
/// (specs.frictionlessdata.io).
/// </summary>
internal sealed class CsvTables : IEventWriter
{
    private readonly string folder;
    private readonly EventTables tables = new();
    private readonly Dictionary<EventTable, TableWriter> writers;

    /// <exception cref="IOException">The folder cannot be made.</exception>
    public CsvTables(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        writers = EventTables.All.ToDictionary(t => t, t => new TableWriter(File.Create(Path.Combine(folder, t.Name + ".csv")), tabs: false));
        foreach (var (table, writer) in writers)
        {
            writer.Row([.. table.Columns.Select(c => c.Name)]);
        }
    }

    public void Write(StoredEvent e)
    {
        foreach (var (table, row) in tables.Rows(e))
        {
            writers[table].Row(row);
        }
    }

    public void Finish()
    {
        using var stream = File.Create(Path.Combine(folder, "datapackage.json"));
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("profile", "tabular-data-package");
        json.WriteString("name", "isnad-events");
        json.WriteStartArray("resources");
        foreach (var table in EventTables.All)
        {
            Resource(json, table);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void Dispose()
    {
        foreach (var writer in writers.Values)
        {
            writer.Dispose();
        }
    }

    private static void Resource(Utf8JsonWriter json, EventTable table)
    {
        json.WriteStartObject();
        json.WriteString("profile", "tabular-data-resource");
        json.WriteString("name", table.Name);
        json.WriteString("path", table.Name + ".csv");
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (var column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", column.Type == ColumnType.Text ? "string" : column.Type.ToString().ToLowerInvariant());
            json.WriteString("description", column.Meaning);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (table.Key is not null)
        {
            json.WriteString("primaryKey", table.Key);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
