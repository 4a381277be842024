namespace Isnad.Cli;

/// <summary>Works on several items at once and gives the results in the order of the items, holding only a few of either.</summary>
internal static class OrderedParallel
{
    // Enough that one long article does not leave the other workers idle.
    private const int ItemsPerWorker = 8;

    public static IEnumerable<TResult> Select<T, TResult>(IEnumerable<T> items, int workers, Func<T, TResult> work)
    {
        if (workers == 1)
        {
            foreach (var item in items)
            {
                yield return work(item);
            }

            yield break;
        }

        var scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, workers).ConcurrentScheduler;
        var window = new Queue<Task<TResult>>();
        foreach (var item in items)
        {
            window.Enqueue(Task.Factory.StartNew(() => work(item), CancellationToken.None, TaskCreationOptions.None, scheduler));
            if (window.Count >= workers * ItemsPerWorker)
            {
                yield return window.Dequeue().GetAwaiter().GetResult();
            }
        }

        while (window.TryDequeue(out var next))
        {
            yield return next.GetAwaiter().GetResult();
        }
    }
}
