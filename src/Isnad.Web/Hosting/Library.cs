using System.Collections.Concurrent;
using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Archive.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Isnad.Web.Hosting;

/// <summary>The archive that the pages show. An archive is used by one thread at a time, so each reader takes a shelf and puts it back.</summary>
internal sealed class Library(string location, NewsEngine engine, bool isSample, TimeSpan patience, TimeProvider clock) : IDisposable
{
    private readonly AnswerCache sums = new(clock);
    private readonly ConcurrentBag<Shelf> shelves = [];
    private readonly SemaphoreSlim writing = new(1);
    private readonly SemaphoreSlim places = new(Math.Max(4, Environment.ProcessorCount * 2));

    // Sums wait in a line of their own, so that nobody who wants a single event stands behind them.
    private readonly SemaphoreSlim counters = new(Math.Max(2, Environment.ProcessorCount));

    private long changes;

    public NewsEngine Engine => engine;

    /// <summary>True where the invented sample articles are shown.</summary>
    public bool IsSample => isSample;

    /// <summary>How often the archive was changed here.</summary>
    public long Changes => Interlocked.Read(ref changes);

    /// <summary>The library of an archive, or of the samples where there is none.</summary>
    public static void Add(IServiceCollection services, string? archive, NewsEngine engine, TimeSpan patience)
    {
        services.AddSingleton(engine);
        if (archive is { } location)
        {
            services.AddSingleton(s => new Library(location, engine, isSample: false, patience, s.GetRequiredService<TimeProvider>()));
        }
        else
        {
            services.AddSingleton(_ => new SampleArchive(engine));
            services.AddSingleton(s => new Library(s.GetRequiredService<SampleArchive>().Location, engine, isSample: true, Timeout.InfiniteTimeSpan, s.GetRequiredService<TimeProvider>()));
        }
    }

    /// <summary>Opens the archive once.</summary>
    /// <exception cref="Isnad.Archive.ArchiveException">It cannot be opened.</exception>
    public void Check() => shelves.Add(new Shelf(NewsArchive.Open(location, readOnly: true), engine));

    /// <summary>Asks the archive.</summary>
    /// <exception cref="Isnad.Archive.ArchiveException">It cannot be read.</exception>
    public async Task<T> Read<T>(Func<Shelf, T> ask, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        try
        {
            return Ask(ask, cancellation);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Asks for sums over many events; what was asked lately is answered from memory, and what all who asked have left is given up.</summary>
    public Task<T> Sum<T>(string question, Func<Shelf, T> ask, CancellationToken cancellation)
        where T : class => sums.Get(question, stop => Count(ask, stop), cancellation);

    /// <summary>The same sums, if they are there soon; null otherwise, and whoever asks again gets them. Those of the few samples are always waited for.</summary>
    public Task<T?> SumIfSoon<T>(string question, Func<Shelf, T> ask, CancellationToken cancellation)
        where T : class => sums.Get(question, stop => Count(ask, stop), patience, cancellation);

    /// <summary>How much the archive holds, as of lately: to count it takes longer the more that is.</summary>
    public Task<ArchiveCounts> Counts(CancellationToken cancellation) => Sum("counts", shelf => shelf.Archive.Count(), cancellation);

    /// <summary>How many events a query finds, as of lately.</summary>
    public async Task<long> Count(EventQuery query, CancellationToken cancellation) =>
        (await Sum($"count {query}", shelf => new Counted(shelf.Pages.Count(query)), cancellation)).Events;

    /// <summary>The outlets of the archive, as of lately.</summary>
    public Task<IReadOnlyList<OutletCount>> Outlets(CancellationToken cancellation) => Sum("outlets", shelf => shelf.Pages.Outlets(), cancellation);

    /// <summary>Changes the archive. One change at a time; whoever reads meanwhile sees what was before.</summary>
    /// <exception cref="Isnad.Archive.ArchiveException">It cannot be written, or the change is impossible.</exception>
    public async Task<T> Write<T>(Func<NewsArchive, T> change, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            using var archive = NewsArchive.Open(location);
            var answer = change(archive);
            sums.Clear();
            Interlocked.Increment(ref changes);
            return answer;
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose()
    {
        while (shelves.TryTake(out var shelf))
        {
            shelf.Dispose();
        }

        places.Dispose();
        counters.Dispose();
        writing.Dispose();
    }

    // On a thread of its own: those of the pool are as many as processors, and pages would wait for them.
    private async Task<T> Count<T>(Func<Shelf, T> ask, CancellationToken cancellation)
    {
        await counters.WaitAsync(cancellation);
        try
        {
            return await Task.Factory.StartNew(() => Ask(ask, cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            counters.Release();
        }
    }

    private T Ask<T>(Func<Shelf, T> ask, CancellationToken cancellation)
    {
        var shelf = shelves.TryTake(out var kept) ? kept : new Shelf(NewsArchive.Open(location, readOnly: true), engine);
        try
        {
            // A page that was closed goes on asking nothing.
            shelf.Archive.Cancellation = cancellation;
            var answer = ask(shelf);
            shelf.Archive.Cancellation = CancellationToken.None;
            shelves.Add(shelf);
            return answer;
        }
        catch
        {
            shelf.Dispose();
            throw;
        }
    }
}

/// <summary>How many events a query finds.</summary>
internal sealed record Counted(long Events);

/// <summary>An open archive with what asks it.</summary>
internal sealed class Shelf(NewsArchive archive, NewsEngine engine) : IDisposable
{
    public NewsArchive Archive => archive;

    public ArchivePages Pages { get; } = new(archive, engine);

    public void Dispose() => archive.Dispose();
}
