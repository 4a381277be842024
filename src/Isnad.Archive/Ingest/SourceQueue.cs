using Isnad.Archive.Store;
using Isnad.Formats.Import;

namespace Isnad.Archive.Ingest;

/// <summary>The units of one source, in order; how far it was taken in is noted with what is stored.</summary>
/// <param name="kept">Called after each transaction.</param>
internal sealed class SourceQueue(Sql sql, Source source, SourceCursor cursor, Action<Batch, int, int> kept) : IArticleQueue, IDisposable
{
    private const int MostUnits = 128;

    // Pages are fetched with pauses between them; a run that is killed should lose few.
    private const int MostPages = 16;

    private readonly IEnumerator<ArticleUnit[]> chunks = source.Units().Skip((int)Math.Min(cursor.Done, int.MaxValue)).Chunk(source.IsWeb ? MostPages : MostUnits).GetEnumerator();

    public ValueTask<QueuedWork?> Take(CancellationToken cancellation)
    {
        if (!chunks.MoveNext())
        {
            return ValueTask.FromResult<QueuedWork?>(null);
        }

        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult<QueuedWork?>(new(chunks.Current));
    }

    public void Note(Batch batch)
    {
        var pages = new PageLog(sql);
        foreach (var page in batch.Work.Units.Select(unit => unit.Page).OfType<PageVisit>())
        {
            pages.Note(page);
        }

        cursor.Advance(batch.Work.Units.Count);
    }

    public ValueTask Kept(Batch batch, int added, int known)
    {
        cursor.Keep();
        kept(batch, added, known);
        return ValueTask.CompletedTask;
    }

    public void Dispose() => chunks.Dispose();
}
