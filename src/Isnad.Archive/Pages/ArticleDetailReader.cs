using System.Globalization;
using Isnad.Archive.Query;
using Isnad.Archive.Reviews;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>Loads an article and reads it again, which takes less than keeping every reading would.</summary>
internal sealed class ArticleDetailReader(Sql sql, NewsEngine engine)
{
    private const string Columns = "a.key, a.name, a.outlet, a.published, a.url, a.title";

    public ArticleDetail? Read(string key)
    {
        var rows = sql.Rows(
            $"SELECT {Columns}, a.text, a.engine, a.knowledge, a.id FROM article a WHERE a.key = @p1",
            r => (Article: r.Article(0), Text: r.GetString(6), Engine: r.GetString(7), Knowledge: r.GetString(8), Id: r.GetInt64(9)), key);
        if (rows is not [var row])
        {
            return null;
        }

        var read = engine.Read(new(row.Article.Name, row.Text)
        {
            Outlet = row.Article.Outlet,
            Published = row.Article.Published is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            Url = row.Article.Url,
        });
        // As it stands in the archive: with what people say of it.
        var reading = ReviewedReading.Of(key, read, new ReviewLog(sql).Of(key), engine).Reading;
        return new(
            row.Article, reading, row.Engine != engine.Stamp.Engine || row.Knowledge != engine.Stamp.Knowledge, new(row.Engine, row.Knowledge),
            sql.Rows(
                "SELECT m.key, m.type, m.start_at, m.end_at, e.key, COALESCE(e.outlets, 0), COALESCE(e.origins, 0), COALESCE(e.denied, 0), m.verdict FROM mention m LEFT JOIN event e ON e.id = m.event_id WHERE m.article_id = @p1 ORDER BY m.ordinal",
                r => new ToldEvent(r.GetString(0), r.GetString(1), (int)r.GetInt64(2), (int)r.GetInt64(3), r.TextOrNull(4), (int)r.GetInt64(5), (int)r.GetInt64(6), r.GetInt64(7) != 0, r.TextOrNull(8)), row.Id),
            sql.Rows(
                $"""
                SELECT {Columns}, c.kind, c.share FROM copy_group mine JOIN copy_group other ON other.group_key = mine.group_key AND other.article_id <> mine.article_id
                JOIN article a ON a.id = other.article_id
                LEFT JOIN copy_pair c ON (c.first_key = @p2 AND c.second_key = a.key) OR (c.first_key = a.key AND c.second_key = @p2)
                WHERE mine.article_id = @p1 ORDER BY COALESCE(a.published, '9'), a.key
                """,
                r => new ArticleCopy(r.Article(0), r.TextOrNull(6), r.DoubleOrNull(7)), row.Id, key));
    }
}
