using Isnad.Archive.Fusion;
using Isnad.Archive.Ingest;
using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Reviews;

/// <summary>
/// What people say of the readings of an archive. A review is kept for ever and applied whenever its article is read, so that it
/// survives new knowledge; what it concerns is read and fused anew at once. A name is the key of an event, for all its reports,
/// or of one report.
/// </summary>
/// <example><code>new ArchiveReviews(archive, NewsEngine.Default).Reject(["3f0c…-ASSAULT-17"], "Nadia", "a football match");</code></example>
public sealed class ArchiveReviews(NewsArchive archive, NewsEngine engine)
{
    private readonly Sql sql = archive.Sql;
    private readonly ReviewLog log = new(archive.Sql);

    /// <summary>Every review in the order in which they were made, also those that were taken back.</summary>
    public IReadOnlyList<Review> All() => log.All();

    /// <summary>Says that reports are read rightly.</summary>
    /// <exception cref="ArchiveException">There is no such event or report.</exception>
    public long Accept(IReadOnlyList<string> names, string reviewer, string? note = null, bool reportsOnly = false) =>
        Make(reviewer, "accept", [.. Named(names, reportsOnly)], note: note);

    /// <summary>Says that reports tell of no event, or not of such a one; they are part of no event any more.</summary>
    /// <exception cref="ArchiveException">There is no such event or report.</exception>
    public long Reject(IReadOnlyList<string> names, string reviewer, string? note = null, bool reportsOnly = false) =>
        Make(reviewer, "reject", [.. Named(names, reportsOnly)], note: note);

    /// <summary>Says that events are one.</summary>
    /// <exception cref="ArchiveException">There is no such event, or they are of several types.</exception>
    public long Merge(IReadOnlyList<string> names, string reviewer, string? note = null)
    {
        var targets = Named(names, reportsOnly: false);
        var types = Types(targets);
        return types.Count > 1
            ? throw Impossible("types", $"events of several types ({string.Join(", ", types)}) are not one; correct the type of one of them first")
            : targets.Count < 2 ? throw Impossible("two", "it takes two events to merge them") : Make(reviewer, "merge", targets, note: note);
    }

    /// <summary>Takes reports out of their event.</summary>
    /// <param name="reports">Keys of reports of one event, not of all its reports.</param>
    /// <exception cref="ArchiveException">There is no such report, or nothing would stay.</exception>
    public long Split(IReadOnlyList<string> reports, string reviewer, string? note = null)
    {
        var leaving = Named(reports, reportsOnly: true);
        var events = leaving.Select(t => sql.Number("SELECT COALESCE(event_id, 0) FROM mention WHERE key = @p1", t.Mention)).Distinct().ToList();
        if (events is not [> 0 and var id])
        {
            throw Impossible("event", "the reports to take out are not of one event");
        }

        var staying = Targets("m.event_id = @p1 ORDER BY m.key", id).Where(t => !leaving.Exists(l => l.Mention == t.Mention)).ToList();
        return staying.Count == 0
            ? throw Impossible("all", "these are all reports of the event; nothing would stay")
            : Make(reviewer, "split", [.. staying, .. leaving.Select(t => t with { Side = 1 })], note: note);
    }

    /// <summary>Says what something is in truth.</summary>
    /// <param name="field">One of <see cref="CorrectionField.All"/>.</param>
    /// <param name="value">Empty where there is none.</param>
    /// <exception cref="ArchiveException">There is no such event or report, or the value is impossible.</exception>
    public long Correct(IReadOnlyList<string> names, string field, string value, string reviewer, string? note = null, bool reportsOnly = false)
    {
        var targets = Named(names, reportsOnly);
        if (Types(targets).Select(type => CorrectionField.Problem(field, value, type)).FirstOrDefault(p => p is not null) is { } problem)
        {
            throw Impossible("value", $"{field}={value}: {problem}");
        }

        return Make(reviewer, "correct", targets, field, value, note);
    }

    /// <summary>Takes a review back; an undo may be taken back too.</summary>
    /// <exception cref="ArchiveException">There is no such review, or it is taken back already.</exception>
    public long Undo(long number, string reviewer, string? note = null)
    {
        var review = log.All().FirstOrDefault(r => r.Number == number) ?? throw Impossible("number", $"there is no review {number}");
        return review.IsUndone ? throw Impossible("undone", $"review {number} is taken back already") : Make(reviewer, "undo", review.Targets, note: note, undoes: number);
    }

    /// <summary>The latest reviews first, a page at a time.</summary>
    /// <param name="before">Number of the last review of the page before; null for the first page.</param>
    public IReadOnlyList<Review> Latest(long? before = null, int most = 50) => log.Latest(before ?? long.MaxValue, most);

    /// <summary>The reviews that speak of articles, also those that were taken back, in the order in which they were made.</summary>
    public IReadOnlyList<Review> About(IEnumerable<string> articles) => [.. articles.Distinct(StringComparer.Ordinal).SelectMany(log.About).DistinctBy(r => r.Number).OrderBy(r => r.Number)];

    private static ArchiveException Impossible(string reason, string message) => new("KH3006", message) { Reason = reason };

    private long Make(string reviewer, string action, IReadOnlyList<ReviewTarget> targets, string? field = null, string? value = null, string? note = null, long? undoes = null)
    {
        var number = 0L;
        var concerned = new HashSet<long>();
        archive.Write(() =>
        {
            // What shares an event with the articles is freed when they are read anew, and fused again with them.
            concerned.UnionWith(targets.Select(t => t.Article).Distinct(StringComparer.Ordinal).SelectMany(Sharing));
            number = log.Add(reviewer, action, targets, field, value, note, undoes);
            new Rereader(archive, engine, 1).ReadAgain([.. targets.Select(t => t.Article).Distinct(StringComparer.Ordinal)]);
        });
        new Fuser(archive, engine).RunOf(concerned);
        return number;
    }

    private List<long> Sharing(string article) => sql.Rows(
        """
        SELECT id FROM article WHERE key = @p1
        UNION SELECT o.article_id FROM article a JOIN mention m ON m.article_id = a.id JOIN mention o ON o.event_id = m.event_id WHERE a.key = @p1
        """, r => r.GetInt64(0), article);

    private List<ReviewTarget> Named(IReadOnlyList<string> names, bool reportsOnly)
    {
        ArgumentNullException.ThrowIfNull(names);
        var targets = new List<ReviewTarget>();
        foreach (var name in names)
        {
            // The event of a report is meant where the name is the event's own.
            var found = reportsOnly ? [] : Targets("m.event_id IN (SELECT id FROM event WHERE key = @p1) ORDER BY m.key", name);
            found = found.Count > 0 ? found : Targets("m.key = @p1", name);
            targets.AddRange(found.Count > 0 ? found : throw Impossible("key", $"«{name}» is the key of no event and of no report"));
        }

        return [.. targets.DistinctBy(t => t.Mention)];
    }

    private List<string> Types(List<ReviewTarget> targets) =>
        [.. targets.Select(t => (string)sql.Value("SELECT type FROM mention WHERE key = @p1", t.Mention)!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private List<ReviewTarget> Targets(string condition, object value) => sql.Rows(
        $"SELECT m.key, a.key, m.type, m.start_at, m.end_at FROM mention m JOIN article a ON a.id = m.article_id WHERE {condition}",
        r => new ReviewTarget(0, r.GetString(0), r.GetString(1), r.GetString(2), (int)r.GetInt64(3), (int)r.GetInt64(4)), value);
}
