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
    private const int MostUnits = 128;

    // Pages are fetched with pauses between them; a run that is killed should lose few.
    private const int MostPages = 16;
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

        // While a batch is written, the next one is read.
        Task<Batch>? reading = null;
        try
        {
            foreach (var units in source.Units().Skip((int)Math.Min(cursor.Done, int.MaxValue)).Chunk(source.IsWeb ? MostPages : MostUnits))
            {
                cancellation.ThrowIfCancellationRequested();
                var batch = Prepare(units);
                var next = Task.Run(() => batch.Read(engine, jobs), cancellation);
                Store(cursor, reading, tick);
                reading = next;
            }

            Store(cursor, reading, tick);
        }
        catch
        {
            // Nobody waits for the batch any more, but its threads must not outlive the engine's caller.
            reading?.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Wait(CancellationToken.None);
            throw;
        }

        archive.Write(cursor.Finish);
    }

    // What the archive has already need not be read again.
    private Batch Prepare(ArticleUnit[] units)
    {
        var found = units.AsParallel().AsOrdered().WithDegreeOfParallelism(jobs).SelectMany(unit => unit.Read()).ToList();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var items = found.ConvertAll(f => new BatchItem(f.Article, f.Problem, f.Article is { } article ? ArchivedArticle.KeyOf(article) : null));
        return new(
            units.Length, [.. items.Select(item => item with { IsKnown = item.Key is not null && (!keys.Add(item.Key) || Has(item.Key)) })],
            [.. units.Select(unit => unit.Page).OfType<PageVisit>()]);
    }

    private bool Has(string key) => archive.Sql.Value("SELECT id FROM article WHERE key = @p1", key) is not null;

    private void Store(SourceCursor cursor, Task<Batch>? reading, Action tick)
    {
        if (reading is null)
        {
            return;
        }

        var batch = reading.GetAwaiter().GetResult();
        var (stored, had) = (0, 0);
        archive.Write(() =>
        {
            (stored, had) = (0, 0);
            foreach (var item in batch.Items)
            {
                if (item.Read is { } article)
                {
                    var isNew = archive.Add(article);
                    stored += isNew ? 1 : 0;
                    had += isNew ? 0 : 1;
                }
                else if (item.Problem is { } problem)
                {
                    archive.Sql.Run(
                        "INSERT INTO rejected (place, code, message) VALUES (@p1, @p2, @p3) ON CONFLICT (place, code) DO UPDATE SET message = excluded.message",
                        StoredText.Clean(problem.Source), problem.Code, StoredText.Clean(problem.Message));
                }
                else
                {
                    had++;
                }
            }

            var pages = new PageLog(archive.Sql);
            foreach (var page in batch.Pages)
            {
                pages.Note(page);
            }

            cursor.Advance(batch.Units);
        });
        cursor.Keep();
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
