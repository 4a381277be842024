using Isnad.Archive.Store;

namespace Isnad.Archive.Ingest;

/// <summary>
/// Takes work from a queue, reads it and stores it, a batch per transaction. The one worker of Isnad: <c>isnad ingest</c> runs it
/// over the sources of its command line, <c>isnad work</c> over a queue that many machines share. What is stored twice is stored
/// once, so a queue may give the same work again when it does not know whether it was done.
/// </summary>
internal sealed class ArticleWorker(NewsArchive archive, NewsEngine engine, int jobs)
{
    /// <summary>Called where the queue has nothing at the moment and everything taken is stored.</summary>
    public Action? Idle { get; init; }

    /// <summary>Called after each batch.</summary>
    public Action? Between { get; init; }

    /// <summary>Works until the queue has no more.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written; what was taken and not kept is not stored.</exception>
    public async Task Run(IArticleQueue queue, CancellationToken cancellation = default)
    {
        // While a batch is written, the next one is read.
        Task<Batch>? reading = null;
        try
        {
            while (await queue.Take(cancellation).ConfigureAwait(false) is { } work)
            {
                if (work.Units.Count == 0 || work.Alone)
                {
                    await Store(queue, reading).ConfigureAwait(false);
                    reading = null;
                }

                if (work.Units.Count == 0)
                {
                    Idle?.Invoke();
                    continue;
                }

                var batch = Prepare(work);
                var before = reading;
                reading = Task.Run(() => batch.Read(engine, jobs), CancellationToken.None);
                await StoreBeside(queue, before, reading).ConfigureAwait(false);
                if (work.Alone)
                {
                    await Store(queue, reading).ConfigureAwait(false);
                    reading = null;
                }

                Between?.Invoke();
            }

            await Store(queue, reading).ConfigureAwait(false);
        }
        catch
        {
            // Nobody waits for the batch any more, but its threads must not outlive the engine's caller.
            await Settled(reading).ConfigureAwait(false);
            throw;
        }
    }

    private async Task StoreBeside(IArticleQueue queue, Task<Batch>? before, Task<Batch> reading)
    {
        try
        {
            await Store(queue, before).ConfigureAwait(false);
        }
        catch
        {
            await Settled(reading).ConfigureAwait(false);
            throw;
        }
    }

    private static async Task Settled(Task? task)
    {
        if (task is not null)
        {
            await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // What the archive has already need not be read again.
    private Batch Prepare(QueuedWork work)
    {
        var found = work.Units.AsParallel().AsOrdered().WithDegreeOfParallelism(jobs).SelectMany(unit => unit.Read()).ToList();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var items = found.ConvertAll(f => new BatchItem(f.Article, f.Problem, f.Article is { } article ? ArchivedArticle.KeyOf(article) : null));
        return new(work, [.. items.Select(item => item with { IsKnown = item.Key is not null && (!keys.Add(item.Key) || Has(item.Key)) })]);
    }

    private bool Has(string key) => archive.Sql.Value("SELECT id FROM article WHERE key = @p1", key) is not null;

    private async Task Store(IArticleQueue queue, Task<Batch>? reading)
    {
        if (reading is null)
        {
            return;
        }

        var batch = await reading.ConfigureAwait(false);
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

            queue.Note(batch);
        });
        await queue.Kept(batch, stored, had).ConfigureAwait(false);
    }
}
