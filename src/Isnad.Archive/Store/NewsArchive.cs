using Isnad.Archive.Duplicates;
using Isnad.Archive.Fusion;
using Isnad.Archive.Schema;

namespace Isnad.Archive.Store;

/// <summary>
/// Articles, what the engine read of them, and the events that they tell of, in one database. Opened for writing it is brought
/// to the newest schema. Used by one thread; several processes may have the same archive open.
/// </summary>
/// <example><code>using var archive = NewsArchive.Open("news.db");</code></example>
public sealed class NewsArchive : IDisposable
{
    private readonly CopyFinder copies;

    private NewsArchive(Sql sql, bool readOnly)
    {
        (Sql, IsReadOnly) = (sql, readOnly);
        Articles = new(sql);
        copies = new(sql);
        Sums = new(sql);
    }

    /// <summary>True where nothing can be written.</summary>
    public bool IsReadOnly { get; }

    /// <summary>Ends a question to the database that runs when it is cancelled, so that nobody waits for what nobody wants.</summary>
    /// <remarks>Whoever asks then gets an <see cref="OperationCanceledException"/>.</remarks>
    public CancellationToken Cancellation
    {
        get => Sql.Cancellation;
        set => Sql.Cancellation = value;
    }

    internal Sql Sql { get; }

    internal ArticleRows Articles { get; }

    internal EventSums Sums { get; }

    /// <summary>Opens an archive; for writing, makes it where there is none.</summary>
    /// <param name="location">Path of the file of SQLite, or a PostgreSQL database: <c>postgres://user@host/database</c>.</param>
    /// <param name="readOnly">Changes nothing, not even the schema.</param>
    /// <exception cref="ArchiveException">It cannot be opened, or is no archive, or a newer program wrote it.</exception>
    public static NewsArchive Open(string location, bool readOnly = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        var sql = new Sql(PostgresDialect.Means(location) ? new PostgresDialect(location) : new SqliteDialect(location), readOnly);
        try
        {
            if (readOnly)
            {
                Migrator.Check(sql);
            }
            else
            {
                Migrator.Run(sql, Migration.All);
            }

            return new(sql, readOnly);
        }
        catch
        {
            sql.Dispose();
            throw;
        }
    }

    /// <summary>How much is in it.</summary>
    public ArchiveCounts Count() => new(
        Sql.Number("SELECT COUNT(*) FROM article"), Sql.Number("SELECT COUNT(*) FROM mention"), Sql.Number("SELECT COUNT(*) FROM event"),
        Sql.Number("SELECT COUNT(*) FROM report"), Sql.Number("SELECT COUNT(*) FROM rejected"));

    /// <summary>Stores an article and finds its copies, inside the open transaction; false where the archive has it already.</summary>
    internal bool Add(ArchivedArticle article)
    {
        if (Articles.Add(article) is not { } id)
        {
            return false;
        }

        foreach (var regrouped in copies.Add(id, article.Key, article.Article))
        {
            // Whose text is whose bears on what is one event and on who found out for himself.
            Sums.RemoveOf(regrouped);
        }

        return true;
    }

    /// <summary>Does something in one transaction: all of it is kept or nothing.</summary>
    internal void Write(Action action)
    {
        Sql.Begin();
        try
        {
            action();
            Sums.Write();
            Sql.Commit();
        }
        catch
        {
            Sql.Rollback();
            Articles.Forget();
            Sums.Forget();
            throw;
        }
    }

    public void Dispose() => Sql.Dispose();
}

/// <summary>How much an archive holds.</summary>
/// <param name="Articles">Articles.</param>
/// <param name="Mentions">Events as single articles tell them.</param>
/// <param name="Events">Events that these were fused into.</param>
/// <param name="Reports">Attributed statements.</param>
/// <param name="Rejected">Inputs that gave no article.</param>
public sealed record ArchiveCounts(long Articles, long Mentions, long Events, long Reports, long Rejected);
