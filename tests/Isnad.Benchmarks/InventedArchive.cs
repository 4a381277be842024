using Isnad.Archive.Fusion;
using Isnad.Archive.Store;

namespace Isnad.Benchmarks;

/// <summary>
/// Fills an archive with any number of invented events: ten years, types, parties, places, outlets and words by Zipf's law, two
/// reports of each event in two outlets, numbers and speakers of some, and the sums that the archive keeps. Indexes are made when the
/// rows are there. The same number gives the same archive.
/// </summary>
internal sealed class InventedArchive(Sql sql, Action<string> progress)
{
    public const int Days = 3650;
    public const int PartyCount = 5_000;
    public const int PlaceCount = 2_000;
    public const int OutletCount = 40;
    private const int EventsAtOnce = 100_000;
    private readonly BulkWriter writer = new(sql);

    public static DateOnly First { get; } = new(2014, 1, 1);

    /// <summary>The invented word of a rank; 1 is the commonest.</summary>
    public static string Word(int rank)
    {
        const string Letters = "بتجحدرسشطعفقمن";
        var word = "م";
        for (var rest = rank; rest > 0; rest /= Letters.Length)
        {
            word += Letters[rest % Letters.Length];
        }

        return word + "ي";
    }

    public void Fill(long events)
    {
        var isPostgres = sql.Dialect.Name == "postgres";
        // The rows are right by the way they are made; what a crash leaves half done is made anew.
        sql.Script(isPostgres ? "SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '1GB'" : "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000");
        var indexes = DropIndexes(isPostgres);
        var rows = new InventedRows(events);
        writer.Write(InventedRows.Names());
        for (long from = 1; from <= events; from += EventsAtOnce)
        {
            var last = Math.Min(events, from + EventsAtOnce - 1);
            writer.Write(rows.Of(from, last));
            writer.WriteWords(rows.Words(from, last));
        }

        progress("rows");
        foreach (var index in indexes)
        {
            sql.Script(index);
        }

        progress("indexes");
        sql.Begin();
        new EventSums(sql).Recount();
        sql.Commit();
        progress("sums");
        sql.Script(isPostgres ? "VACUUM ANALYZE" : "PRAGMA analysis_limit = 10000; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)");
        progress("statistics");
    }

    private List<string> DropIndexes(bool isPostgres)
    {
        var indexes = isPostgres
            ? sql.Rows("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT IN (SELECT conname FROM pg_constraint) AND tablename NOT LIKE 'review%'", r => (r.GetString(0), r.GetString(1)))
            : sql.Rows("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name NOT LIKE 'review%'", r => (r.GetString(0), r.GetString(1)));
        foreach (var (name, _) in indexes)
        {
            sql.Script($"DROP INDEX {name}");
        }

        return indexes.ConvertAll(i => i.Item2);
    }
}
