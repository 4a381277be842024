using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>Lists the articles that tell of the events that a query finds; of a query for everything, all articles.</summary>
internal sealed class ArticleListReader(NewsArchive archive, NewsEngine engine)
{
    private const char Mark = '~';

    public ArticlePage Read(EventQuery query, string? after, int size)
    {
        List<object?> values = [];
        var condition = "TRUE";
        if (query.Root is not QueryNode.All { Of: [] })
        {
            (var reports, values) = QuerySql.Compile(query, archive.Sql.Dialect, engine, NameIndex.Of(engine.Knowledge));
            condition = $"a.id IN (SELECT m.article_id FROM {QuerySql.Tables} WHERE {reports})";
        }

        var behind = after is null ? "" : $" AND {Behind(after, values) ?? throw new ArgumentException($"«{after}» is no cursor of a page", nameof(after))}";
        var rows = archive.Sql.Rows(
            $"SELECT a.key, a.name, a.outlet, a.published, a.url, a.title FROM article a WHERE {condition}{behind} ORDER BY a.published DESC NULLS LAST, a.key LIMIT {size + 1L}",
            r => r.Article(0), [.. values]);
        return new([.. rows.Take(size)], rows.Count > size ? $"{rows[size - 1].Published}{Mark}{rows[size - 1].Key}" : null);
    }

    // A condition that holds of the articles behind the one that the cursor names.
    private static string? Behind(string after, List<object?> values)
    {
        if (after.Split(Mark) is not [var day, { Length: > 0 } key] || (day.Length > 0 && DayRange.Of(day) is null))
        {
            return null;
        }

        values.Add(key);
        var behind = $"a.key > @p{values.Count}";
        if (day.Length == 0)
        {
            return $"(a.published IS NULL AND {behind})";
        }

        values.Add(day);
        return $"(a.published < @p{values.Count} OR (a.published = @p{values.Count} AND {behind}) OR a.published IS NULL)";
    }
}
