using Isnad.Archive.Fusion;
using Isnad.Archive.Store;

namespace Isnad.Archive.Schema;

/// <summary>Brings a database to the newest step of the schema, in one transaction per step.</summary>
internal static class Migrator
{
    // The step that made the sums as they are: an archive from before is counted through once, by the last step that comes to it.
    private const int SumsBegin = 9;

    /// <summary>The newest step that this program knows.</summary>
    public static int Newest => Migration.All[^1].Number;

    /// <exception cref="ArchiveException">The database was written by a newer program.</exception>
    public static void Run(Sql sql, IReadOnlyList<Migration> migrations)
    {
        sql.Run("CREATE TABLE IF NOT EXISTS schema_step (number INTEGER PRIMARY KEY, name TEXT NOT NULL)");
        var at = Current(sql);
        RefuseNewer(at, migrations[^1].Number);
        foreach (var migration in migrations.Where(m => m.Number > at))
        {
            sql.Begin();
            // Another process may have taken the step while this one waited for the lock.
            if (Current(sql) < migration.Number)
            {
                sql.Script(migration.For(sql.Dialect.Name, sql.Dialect.Words));
                if (migration.Number == SumsBegin)
                {
                    new EventSums(sql).Recount();
                }

                sql.Run("INSERT INTO schema_step (number, name) VALUES (@p1, @p2)", migration.Number, migration.Name);
            }

            sql.Commit();
        }
    }

    /// <summary>Says whether a database that is only read has the schema that this program expects.</summary>
    /// <exception cref="ArchiveException">It has another one.</exception>
    public static void Check(Sql sql)
    {
        var at = Current(sql);
        RefuseNewer(at, Newest);
        if (at < Newest)
        {
            throw new ArchiveException("KH3003", $"the archive has schema step {at} and this program needs {Newest}; open it once for writing (isnad ingest) to bring it up to date");
        }
    }

    private static int Current(Sql sql) => (int)sql.Number("SELECT COALESCE(MAX(number), 0) FROM schema_step");

    private static void RefuseNewer(int at, int newest)
    {
        if (at > newest)
        {
            throw new ArchiveException("KH3002", $"the archive was written by a newer Isnad (schema step {at}, this program knows {newest}); install the newer one");
        }
    }
}
