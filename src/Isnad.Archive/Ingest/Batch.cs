using Isnad.Archive.Store;
using Isnad.Formats.Import;

namespace Isnad.Archive.Ingest;

/// <summary>One input of a batch: an article to be read, one that the archive has, or a problem.</summary>
internal sealed record BatchItem(Article? Article, ArticleProblem? Problem, string? Key)
{
    /// <summary>The archive, or an earlier item, has the same article.</summary>
    public bool IsKnown { get; init; }

    /// <summary>What the engine read; null for what is known or has a problem.</summary>
    public ArchivedArticle? Read { get; init; }
}

/// <summary>What is stored in one transaction.</summary>
/// <param name="Work">What it was made of.</param>
/// <param name="Items">Articles and problems in the order of the units.</param>
internal sealed record Batch(QueuedWork Work, IReadOnlyList<BatchItem> Items)
{
    /// <summary>The batch with every new article read.</summary>
    public Batch Read(NewsEngine engine, int jobs) =>
        this with { Items = [.. Items.AsParallel().AsOrdered().WithDegreeOfParallelism(jobs).Select(item => Read(engine, item))] };

    // The engine throws on no text; were it to do so all the same, the other articles are still wanted.
    private static BatchItem Read(NewsEngine engine, BatchItem item)
    {
        if (item.Article is not { } article || item.IsKnown)
        {
            return item;
        }

        try
        {
            return item with { Read = ArchivedArticle.Read(engine, article) };
        }
        catch (Exception x) when (x is not OutOfMemoryException)
        {
            return item with { Problem = new(article.Id, ProblemKind.EngineFailed, $"Isnad failed on it, which is a defect; please report it with the article. {x.GetType().Name}: {x.Message}") };
        }
    }
}
