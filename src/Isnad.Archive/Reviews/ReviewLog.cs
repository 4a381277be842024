using System.Globalization;
using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Reviews;

/// <summary>The reviews of an archive, in the order in which they were made.</summary>
internal sealed class ReviewLog(Sql sql)
{
    /// <summary>Every review, also those that were taken back.</summary>
    public IReadOnlyList<Review> All() => Read("TRUE");

    /// <summary>The reviews that speak of an article and were not taken back.</summary>
    public IReadOnlyList<Review> Of(string article) =>
        [.. About(article).Where(r => !r.IsUndone && r.Action != "undo")];

    /// <summary>Every review that speaks of an article.</summary>
    public IReadOnlyList<Review> About(string article) => Read("r.id IN (SELECT review_id FROM review_target WHERE article_key = @p1)", article);

    /// <summary>The latest reviews before a number, the latest first.</summary>
    public IReadOnlyList<Review> Latest(long before, int most) =>
        [.. Read("r.id IN (SELECT id FROM review WHERE id < @p1 ORDER BY id DESC LIMIT @p2)", before, most).OrderByDescending(r => r.Number)];

    /// <summary>The reviews that say what is one event and what is not, and were not taken back.</summary>
    public IReadOnlyList<Review> OfEvents() => [.. Read("r.action IN ('merge', 'split')").Where(r => !r.IsUndone)];

    /// <summary>Changes whenever a review is added.</summary>
    public long Version => sql.Number("SELECT COALESCE(MAX(id), 0) FROM review");

    /// <summary>Adds a review, inside the caller's transaction; returns its number.</summary>
    public long Add(string reviewer, string action, IReadOnlyList<ReviewTarget> targets, string? field = null, string? value = null, string? note = null, long? undoes = null)
    {
        var now = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var id = sql.Number(
            "INSERT INTO review (made_at, reviewer, action, field, value, note, undoes) VALUES (@p1, @p2, @p3, @p4, @p5, @p6, @p7) RETURNING id",
            now, StoredText.Clean(reviewer), action, field, StoredText.Clean(value), StoredText.Clean(note), undoes);
        for (var rank = 0; rank < targets.Count; rank++)
        {
            var t = targets[rank];
            sql.Run(
                "INSERT INTO review_target (review_id, rank, side, mention_key, article_key, type, start_at, end_at) VALUES (@p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8)",
                id, rank, t.Side, t.Mention, t.Article, t.Type, t.Start, t.End);
        }

        return id;
    }

    private List<Review> Read(string condition, params ReadOnlySpan<object?> values)
    {
        var undone = Undone();
        var targets = sql.Rows(
            $"SELECT t.review_id, t.side, t.mention_key, t.article_key, t.type, t.start_at, t.end_at FROM review_target t JOIN review r ON r.id = t.review_id WHERE {condition} ORDER BY t.review_id, t.rank",
            r => (Review: r.GetInt64(0), Target: new ReviewTarget((int)r.GetInt64(1), r.GetString(2), r.GetString(3), r.GetString(4), (int)r.GetInt64(5), (int)r.GetInt64(6))), values).ToLookup(t => t.Review, t => t.Target);
        return sql.Rows(
            $"SELECT r.id, r.made_at, r.reviewer, r.action, r.field, r.value, r.note, r.undoes FROM review r WHERE {condition} ORDER BY r.id",
            r => new Review(
                r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.TextOrNull(4), r.TextOrNull(5), r.TextOrNull(6), r.LongOrNull(7),
                undone.Contains(r.GetInt64(0)), [.. targets[r.GetInt64(0)]]), values);
    }

    // The last word counts: an undo that was itself taken back takes back nothing.
    private HashSet<long> Undone()
    {
        var undone = new HashSet<long>();
        foreach (var (id, of) in sql.Rows("SELECT id, undoes FROM review WHERE undoes IS NOT NULL ORDER BY id DESC", r => (r.GetInt64(0), r.GetInt64(1))))
        {
            if (!undone.Contains(id))
            {
                undone.Add(of);
            }
        }

        return undone;
    }
}
