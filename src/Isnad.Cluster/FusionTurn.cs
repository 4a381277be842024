using Isnad.Archive.Store;

namespace Isnad.Cluster;

/// <summary>
/// Lets one worker at a time put together what articles tell. PostgreSQL takes the turn back itself when the worker's connection
/// ends, however it ends.
/// </summary>
internal static class FusionTurn
{
    // Any number that no other program is likely to lock.
    private const long Turn = 7_421_936_002;

    /// <summary>Does it if nobody else does; false where somebody does.</summary>
    public static bool Take(NewsArchive archive, Action fuse)
    {
        if (archive.Sql.Value("SELECT pg_try_advisory_lock(@p1)", Turn) is not true)
        {
            return false;
        }

        try
        {
            fuse();
        }
        catch (OperationCanceledException)
        {
            archive.Sql.Value("SELECT pg_advisory_unlock(@p1)", Turn);
            throw;
        }

        archive.Sql.Value("SELECT pg_advisory_unlock(@p1)", Turn);
        return true;
    }
}
