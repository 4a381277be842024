using Isnad.Archive.Store;

namespace Isnad.Archive.Query;

/// <summary>Asks an archive.</summary>
public sealed class ArchiveSearch(NewsArchive archive, NewsEngine engine)
{
    private readonly NameIndex names = new(engine.Knowledge);

    /// <summary>Mentions that a query asks for, the latest first.</summary>
    /// <param name="limit">How many at most; 0 for all.</param>
    public IReadOnlyList<StoredMention> Find(EventQuery query, int limit = 0)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (condition, values) = QuerySql.Compile(query, archive.Sql.Dialect, engine, names);
        var most = limit > 0 ? $" LIMIT {limit}" : "";
        return new MentionReader(archive.Sql).Read($"{condition} ORDER BY COALESCE(m.day, '') DESC, m.key{most}", [.. values]);
    }
}
