using System.Globalization;
using Isnad.Archive.Fusion;
using Isnad.Archive.Reviews;
using Isnad.Archive.Store;

namespace Isnad.Archive.Ingest;

/// <summary>What reading the articles of an archive again has changed.</summary>
/// <param name="Articles">How many were read again.</param>
/// <param name="Changed">In how many something is told otherwise.</param>
/// <param name="Added">Mentions that were not found before.</param>
/// <param name="Removed">Mentions that are not found any more.</param>
/// <param name="Altered">Mentions with another mode, status, date or place, or that are claims now or no more.</param>
public sealed record RereadResult(long Articles, long Changed, long Added, long Removed, long Altered);

/// <summary>
/// Reads again what another engine or other knowledge read, a batch per transaction. The stamp of an article says who read it,
/// so a run that was stopped goes on where it stopped.
/// </summary>
public sealed class Rereader(NewsArchive archive, NewsEngine engine, int jobs)
{
    private const int BatchSize = 64;
    private readonly Sql sql = archive.Sql;
    private readonly EventSums sums = archive.Sums;
    private readonly ReviewLog reviews = new(archive.Sql);

    /// <summary>How many articles another engine or other knowledge read.</summary>
    public long Stale => sql.Number("SELECT COUNT(*) FROM article WHERE engine <> @p1 OR knowledge <> @p2", engine.Stamp.Engine, engine.Stamp.Knowledge);

    /// <summary>Reads every stale article again.</summary>
    /// <param name="progress">Called with the number done.</param>
    public RereadResult Run(Action<long>? progress = null, CancellationToken cancellation = default)
    {
        var result = new RereadResult(0, 0, 0, 0, 0);
        while (Next() is { Count: > 0 } stale)
        {
            cancellation.ThrowIfCancellationRequested();
            var read = stale.AsParallel().AsOrdered().WithDegreeOfParallelism(jobs).Select(a => (a.Id, Archived: ArchivedArticle.Read(engine, a.Article) with { Key = a.Key })).ToList();
            var batch = result;
            archive.Write(() =>
            {
                batch = result;
                foreach (var (id, archived) in read)
                {
                    batch = Replace(id, archived, batch);
                }
            });
            result = batch;
            progress?.Invoke(result.Articles);
        }

        return result;
    }

    /// <summary>Reads some articles again whoever read them before, inside the open transaction.</summary>
    internal void ReadAgain(IReadOnlyList<string> keys)
    {
        foreach (var (id, key, article) in keys.SelectMany(key => Articles("key = @p1", key)))
        {
            Replace(id, ArchivedArticle.Read(engine, article) with { Key = key }, new(0, 0, 0, 0, 0));
        }
    }

    private List<(long Id, string Key, Article Article)> Next() =>
        Articles("engine <> @p1 OR knowledge <> @p2 ORDER BY id LIMIT @p3", engine.Stamp.Engine, engine.Stamp.Knowledge, BatchSize);

    private List<(long Id, string Key, Article Article)> Articles(string condition, params ReadOnlySpan<object?> values) => sql.Rows(
        $"SELECT id, key, name, outlet, published, url, text FROM article WHERE {condition}",
        r => (r.GetInt64(0), r.GetString(1), new Article(r.GetString(2), r.GetString(6))
        {
            Outlet = r.IsDBNull(3) ? null : r.GetString(3),
            Published = r.IsDBNull(4) ? null : DateOnly.ParseExact(r.GetString(4), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Url = r.IsDBNull(5) ? null : r.GetString(5),
        }), values);

    private RereadResult Replace(long id, ArchivedArticle archived, RereadResult result)
    {
        var before = Told(id);
        sums.RemoveOf(id);
        foreach (var key in before.Keys)
        {
            sql.Run("DELETE FROM fusion_decision WHERE first_key = @p1", key);
            sql.Run("DELETE FROM fusion_decision WHERE second_key = @p1", key);
        }

        foreach (var statement in Deletions)
        {
            sql.Run(statement, id);
        }

        archive.Articles.AddWords(id, archived);
        archive.Articles.AddFindings(id, ReviewedReading.Of(archived.Key, archived.Reading, reviews.Of(archived.Key), engine));
        sql.Run(
            "UPDATE article SET engine = @p2, knowledge = @p3, byline = @p4, dateline = @p5 WHERE id = @p1", id, engine.Stamp.Engine, engine.Stamp.Knowledge,
            StoredText.Clean(archived.Reading.Structure.Byline?.Text), StoredText.Clean(archived.Reading.Structure.Dateline?.Text));
        var after = Told(id);
        var added = after.Keys.Count(k => !before.ContainsKey(k));
        var removed = before.Keys.Count(k => !after.ContainsKey(k));
        var altered = after.Count(m => before.TryGetValue(m.Key, out var old) && old != m.Value);
        return new(result.Articles + 1, result.Changed + (added + removed + altered > 0 ? 1 : 0), result.Added + added, result.Removed + removed, result.Altered + altered);
    }

    private Dictionary<string, string> Told(long article) => sql.Rows(
        "SELECT m.key, COALESCE(m.mode, '') || '|' || m.status || '|' || COALESCE(m.date, '') || '|' || m.claim || '|' || COALESCE(p.identity, '') FROM mention m LEFT JOIN place p ON p.id = m.place_id WHERE m.article_id = @p1",
        r => (Key: r.GetString(0), Told: r.GetString(1)), article).ToDictionary(m => m.Key, m => m.Told, StringComparer.Ordinal);

    // What points to a row goes before the row.
    private static readonly string[] Deletions =
    [
        "DELETE FROM report_mention WHERE mention_id IN (SELECT id FROM mention WHERE article_id = @p1)",
        "DELETE FROM report_party WHERE report_id IN (SELECT id FROM report WHERE article_id = @p1)",
        "DELETE FROM report WHERE article_id = @p1",
        "DELETE FROM participant WHERE mention_id IN (SELECT id FROM mention WHERE article_id = @p1)",
        "DELETE FROM count_claim WHERE mention_id IN (SELECT id FROM mention WHERE article_id = @p1)",
        "DELETE FROM framing WHERE article_id = @p1",
        "DELETE FROM mention WHERE article_id = @p1",
        "DELETE FROM article_words WHERE rowid = @p1",
    ];
}
