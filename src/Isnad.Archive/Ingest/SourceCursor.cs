using Isnad.Archive.Store;

namespace Isnad.Archive.Ingest;

/// <summary>How far a source was taken in, as the archive remembers it.</summary>
internal sealed class SourceCursor
{
    private readonly Sql sql;
    private readonly long id;
    private long pending;

    private SourceCursor(Sql sql, long id, long done, bool finished) => (this.sql, this.id, Done, Finished, pending) = (sql, id, done, finished, done);

    /// <summary>Pieces that are stored.</summary>
    public long Done { get; private set; }

    /// <summary>Everything in the source is stored, and it has not changed since.</summary>
    public bool Finished { get; }

    /// <summary>Where to go on. A file that has changed is taken from its beginning: what is known of it is stepped over by content.</summary>
    public static SourceCursor Of(NewsArchive archive, Source source)
    {
        var sql = archive.Sql;
        var row = sql.Rows(
            "SELECT id, fingerprint, units_done, finished FROM source WHERE name = @p1",
            r => (Id: r.GetInt64(0), Fingerprint: r.GetString(1), Done: r.GetInt64(2), Finished: r.GetInt64(3) != 0), source.Name);
        if (row is [var known] && source.Fingerprint.Length > 0 && known.Fingerprint == source.Fingerprint)
        {
            return new(sql, known.Id, known.Done, known.Finished);
        }

        var id = 0L;
        archive.Write(() => id = sql.Number(
            """
            INSERT INTO source (name, fingerprint) VALUES (@p1, @p2)
            ON CONFLICT (name) DO UPDATE SET fingerprint = excluded.fingerprint, units_done = 0, finished = 0 RETURNING id
            """,
            StoredText.Clean(source.Name), source.Fingerprint));
        return new(sql, id, 0, false);
    }

    /// <summary>Moves on inside the open transaction.</summary>
    public void Advance(int units)
    {
        pending = Done + units;
        sql.Run("UPDATE source SET units_done = @p2 WHERE id = @p1", id, pending);
    }

    /// <summary>The transaction was kept.</summary>
    public void Keep() => Done = pending;

    /// <summary>Notes that the source has no more.</summary>
    public void Finish() => sql.Run("UPDATE source SET finished = 1 WHERE id = @p1", id);
}
