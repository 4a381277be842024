using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Isnad.Archive.Store;

/// <summary>SQLite, the default: one file, one writer and many readers at a time.</summary>
internal sealed class SqliteDialect(string path) : SqlDialect
{
    // How long a writer waits for another one to finish its transaction, in seconds.
    private const int Patience = 30;

    public override string Name => "sqlite";

    public override IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["id"] = "INTEGER PRIMARY KEY",
    };

    public override bool KeepsCommands => true;

    // It forgets the order of a search within a search, and would look at all that this finds.
    public override string Walk(string within, string order, string index) => $"event e INDEXED BY {index} WHERE {within}";

    // Otherwise it looks in an index once for each of the many values that the column may have.
    public override string LookedAt => "+";

    public override string IndexWords => "INSERT INTO article_words (rowid, words, stems) VALUES (@p1, @p2, @p3)";

    public override DbConnection Open(bool readOnly)
    {
        if (readOnly && !File.Exists(path))
        {
            throw new ArchiveException("KH3001", $"{path}: no such archive; isnad ingest SOURCE --into {path} makes one");
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            DefaultTimeout = Patience,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            using var setUp = connection.CreateCommand();
            setUp.CommandText = readOnly
                ? "PRAGMA cache_size = -64000; PRAGMA query_only = 1; SELECT COUNT(*) FROM sqlite_master;"
                : "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -64000; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;";
            setUp.ExecuteNonQuery();
            return connection;
        }
        catch (SqliteException x)
        {
            connection.Dispose();
            throw Explain(x) ?? new ArchiveException("KH3001", $"{path}: cannot be opened: {x.Message}", x);
        }
    }

    // BEGIN IMMEDIATE, which the provider uses, already keeps other writers out.
    public override void AfterBegin(Sql sql)
    {
    }

    public override string HasWords(SearchPhrase phrase, Func<object, string> value)
    {
        var spellings = phrase.Words.Select(words => $"words : \"{words}\"").Concat(phrase.Stems.Select(stems => $"stems : \"{stems}\""));
        return $"a.id IN (SELECT rowid FROM article_words WHERE article_words MATCH {value(string.Join(" OR ", spellings))})";
    }

    public override string Ids(string parameter) => $"SELECT value FROM json_each({parameter})";

    public override string Elements(string parameter) => $"json_each({parameter})";

    public override string Column(int at) => $"json_extract(value, '$[{at}]')";

    public override string IsOneOf(string column, string parameter) => $"{column} IN (SELECT value FROM json_each({parameter}))";

    public override void Insert(DbConnection connection, DbTransaction? transaction, TableRows rows) => SqliteInsert.Run(((SqliteConnection)connection).Handle!, rows);

    public override void Interrupt(DbConnection connection, DbCommand command) => SQLitePCL.raw.sqlite3_interrupt(((SqliteConnection)connection).Handle);

    public override ArchiveException? Explain(DbException exception) => exception is not SqliteException sqlite ? null : sqlite.SqliteErrorCode switch
    {
        5 or 6 => new("KH3005", $"{path}: another process has been writing to the archive for more than {Patience} seconds; try again when it is done", sqlite),
        8 => new("KH3004", $"{path}: the archive may only be read here; check its permissions", sqlite),
        10 or 13 => new("KH3004", $"{path}: cannot be written, the disk may be full; what was stored so far is kept ({sqlite.Message})", sqlite),
        11 or 26 => new("KH3001", $"{path}: this is no archive of Isnad, or it is damaged ({sqlite.Message})", sqlite),
        14 => new("KH3001", $"{path}: cannot be opened; check the folder and its permissions", sqlite),
        1 when sqlite.Message.Contains("no such table", StringComparison.Ordinal) => new("KH3001", $"{path}: this is a database, but no archive of Isnad", sqlite),
        _ => null,
    };
}
