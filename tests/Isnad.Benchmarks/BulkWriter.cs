using Isnad.Archive.Store;

namespace Isnad.Benchmarks;

/// <summary>Writes many rows, a transaction at a time.</summary>
internal sealed class BulkWriter(Sql sql)
{
    /// <summary>Writes tables one after the other.</summary>
    public void Write(IEnumerable<TableRows> tables)
    {
        sql.Begin();
        foreach (var table in tables)
        {
            sql.Insert(table);
        }

        sql.Commit();
    }

    /// <summary>Indexes the words of articles.</summary>
    public void WriteWords(IEnumerable<(long Article, string Words)> words)
    {
        if (sql.Dialect.Name != "postgres")
        {
            Write([new("article_words", ["rowid", "words", "stems"], words.Select(w => new object?[] { w.Article, w.Words, w.Words }))]);
            return;
        }

        sql.Script("CREATE TEMP TABLE IF NOT EXISTS told (id BIGINT, words TEXT); TRUNCATE told");
        Write([new("told", ["id", "words"], words.Select(w => new object?[] { w.Article, w.Words }))]);
        sql.Script("INSERT INTO article_words (rowid, words, stems) SELECT id, to_tsvector('simple', words), to_tsvector('simple', words) FROM told");
    }
}
