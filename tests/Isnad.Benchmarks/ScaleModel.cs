using System.Globalization;

namespace Isnad.Benchmarks;

/// <summary>
/// How many articles a second a cluster takes in with more and more workers, and what holds it back, by simulating what the workers do
/// with their measured times: reading grows with workers, storing waits for the archive's one writer lock, and putting together for the
/// one lock of fusion. The queue is never empty.
/// <c>dotnet run -c Release --project tests/Isnad.Benchmarks -- scale-model READ STORE FUSE</c> (milliseconds an article)
/// </summary>
internal static class ScaleModel
{
    private const int Batch = 64;
    private const double FuseEvery = 300;
    private const double Until = 4 * 3600;
    private static readonly int[] Workers = [1, 2, 4, 8, 16, 32, 64, 128, 256];

    public static void Print(double read, double store, double fuse)
    {
        Console.WriteLine("workers   articles a second   a million in hours   writer lock held   fusion lock held   not put together");
        foreach (var workers in Workers)
        {
            var run = Run(workers, read / 1000, store / 1000, fuse / 1000);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{workers,-9} {run.Articles / Until,17:F1} {1e6 / (run.Articles / Until) / 3600,20:F1} {run.Writing / Until,18:P0} {run.Fusing / Until,18:P0} {run.Waiting,18:N0}"));
        }
    }

    private static Outcome Run(int workers, double read, double store, double fuse)
    {
        // Workers by when their next batch is read. Equal workers start apart, as they do after a while.
        var next = new PriorityQueue<int, double>();
        for (var worker = 0; worker < workers; worker++)
        {
            next.Enqueue(worker, Batch * read * (worker + 1) / workers);
        }

        var stored = new double[workers];
        var (writerFree, fuserFree, lastFused) = (0.0, 0.0, 0.0);
        var run = new Outcome(0, 0, 0, 0);
        while (next.TryDequeue(out var worker, out var now) && now < Until)
        {
            var start = Math.Max(now, writerFree);
            writerFree = start + (Batch * store);
            if (writerFree <= Until)
            {
                run = run with { Articles = run.Articles + Batch, Writing = run.Writing + (Batch * store), Waiting = run.Waiting + Batch };
            }

            // It reads the next batch while this one is stored, but holds no third.
            var free = Math.Max(now, stored[worker]);
            stored[worker] = writerFree;
            if (now >= fuserFree && now - lastFused >= FuseEvery)
            {
                // Whoever finds it due puts together what all have stored, and reads nothing meanwhile.
                var took = run.Waiting * fuse;
                (fuserFree, lastFused) = (now + took, now + took);
                run = run with { Fusing = run.Fusing + Math.Min(took, Math.Max(0, Until - now)), Waiting = 0 };
                free = Math.Max(free, fuserFree);
            }

            next.Enqueue(worker, free + (Batch * read));
        }

        return run;
    }

    /// <summary>What came of a run: articles stored, seconds that each lock was held, articles that fusion has not seen.</summary>
    private sealed record Outcome(long Articles, double Writing, double Fusing, long Waiting);
}
