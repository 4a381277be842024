using Isnad.Archive.Store;
using Isnad.Formats.Import;
using Isnad.Sources;
using Isnad.Sources.Fetching;

namespace Isnad.Archive.Ingest;

/// <summary>
/// Reads articles and stores them, a batch per transaction together with how far the source was taken in: killed at any moment
/// and run again, it goes on where it stopped, and no article is stored twice.
/// </summary>
public sealed class Ingester(NewsArchive archive, NewsEngine engine, int jobs)
{
    private const int MostShown = 1000;
    private readonly List<ArticleProblem> rejected = [];
    private long added;
    private long known;
    private long skipped;
    private long rejectedCount;

    /// <summary>How pages of the web are fetched.</summary>
    public FetchOptions Fetching { get; init; } = FetchOptions.Default;

    /// <summary>Takes in files, folders, addresses of the web and <c>-</c> for standard input.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written; what was stored before stays.</exception>
    public IngestResult Run(IEnumerable<string> names, ArticleDefaults defaults, Action<IngestProgress>? progress = null, CancellationToken cancellation = default)
    {
        var pages = new PageLog(archive.Sql);
        using var web = new WebArticles(Fetching, pages.Find);
        var sources = Source.Find(names, defaults, address => web.Open(address, defaults, cancellation));
        var total = sources.Sum(s => s.Size);
        var done = 0L;
        foreach (var source in sources)
        {
            Take(
                source,
                () => progress?.Invoke(new(source.Name, added, known, rejectedCount, total > 0 ? Math.Min(1, (done + source.Position) / (double)total) : null)),
                cancellation);
            done += source.Size;
        }

        return new(added, known, skipped, rejected, rejectedCount);
    }

    private void Take(Source source, Action tick, CancellationToken cancellation)
    {
        var cursor = SourceCursor.Of(archive, source);
        if (cursor.Finished)
        {
            skipped++;
            return;
        }

        using (var queue = new SourceQueue(archive.Sql, source, cursor, (batch, stored, had) => Count(batch, stored, had, tick)))
        {
            new ArticleWorker(archive, engine, jobs).Run(queue, cancellation).GetAwaiter().GetResult();
        }

        archive.Write(cursor.Finish);
    }

    private void Count(Batch batch, int stored, int had, Action tick)
    {
        (added, known) = (added + stored, known + had);
        foreach (var problem in batch.Items.Where(i => i.Problem is not null).Select(i => i.Problem!))
        {
            rejectedCount++;
            if (rejected.Count < MostShown)
            {
                rejected.Add(problem);
            }
        }

        tick();
    }
}
