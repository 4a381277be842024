using Isnad.Formats.Import;

namespace Isnad.Archive.Ingest;

/// <summary>Where a worker gets articles from, and whom it tells that they are stored: a source at hand, or a queue that many machines share.</summary>
internal interface IArticleQueue
{
    /// <summary>The next work; without any units where there is none at the moment, null where there will be no more.</summary>
    ValueTask<QueuedWork?> Take(CancellationToken cancellation);

    /// <summary>Notes what was taken, inside the transaction that stores it.</summary>
    void Note(Batch batch);

    /// <summary>The transaction was kept: nobody else needs to do this work.</summary>
    ValueTask Kept(Batch batch, int added, int known);
}

/// <summary>Units that are read together and stored in one transaction.</summary>
internal record QueuedWork(IReadOnlyList<ArticleUnit> Units)
{
    /// <summary>Nothing to do at the moment.</summary>
    public static QueuedWork None { get; } = new([]);

    /// <summary>It is done before anything else is taken: it may be what ended a worker before.</summary>
    public bool Alone { get; init; }
}
