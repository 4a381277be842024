using System.Globalization;
using Isnad.Archive.Store;
using Npgsql;

namespace Isnad.Benchmarks;

/// <summary>Writes many rows: PostgreSQL takes them as a binary copy, SQLite by one prepared statement in one transaction.</summary>
internal sealed class BulkWriter(Sql sql)
{
    /// <summary>Writes tables one after the other.</summary>
    public void Write(IEnumerable<TableRows> tables)
    {
        if (sql.Connection is NpgsqlConnection server)
        {
            foreach (var table in tables)
            {
                using var copy = server.BeginBinaryImport($"COPY {table.Table} ({string.Join(", ", table.Columns)}) FROM STDIN (FORMAT BINARY)");
                foreach (var row in table.Rows)
                {
                    copy.WriteRow(row);
                }

                copy.Complete();
            }

            return;
        }

        sql.Begin();
        foreach (var table in tables)
        {
            var statement = $"INSERT INTO {table.Table} ({string.Join(", ", table.Columns)}) VALUES ({string.Join(", ", table.Columns.Select((_, at) => $"@p{at + 1}"))})";
            foreach (var row in table.Rows)
            {
                sql.Run(statement, row);
            }
        }

        sql.Commit();
    }

    /// <summary>Indexes the words of articles.</summary>
    public void WriteWords(IEnumerable<(long Article, string Words)> words)
    {
        if (sql.Connection is not NpgsqlConnection)
        {
            Write([new("article_words", ["rowid", "words", "stems"], words.Select(w => new object?[] { w.Article, w.Words, w.Words }))]);
            return;
        }

        sql.Script("CREATE TEMP TABLE IF NOT EXISTS told (id BIGINT, words TEXT); TRUNCATE told");
        Write([new("told", ["id", "words"], words.Select(w => new object?[] { w.Article, w.Words }))]);
        sql.Script("INSERT INTO article_words (rowid, words, stems) SELECT id, to_tsvector('simple', words), to_tsvector('simple', words) FROM told");
    }

    /// <summary>Sums as rows of their table.</summary>
    public static TableRows Sums(IEnumerable<string[]> sums) =>
        new("sum_facet", ["scope", "facet", "period", "value", "events"], sums.Select(s => new object?[] { s[0], s[1], s[2], s[3], long.Parse(s[4], CultureInfo.InvariantCulture) }));
}
