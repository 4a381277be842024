using System.Diagnostics;
using System.Globalization;
using Isnad.Archive.Fusion;
using Isnad.Archive.Ingest;
using Isnad.Archive.Store;
using Isnad.Formats.Import;

namespace Isnad.Benchmarks;

/// <summary>
/// What an article costs on its whole way into an empty archive: read alone, read and stored, put together; in processor time of this
/// process (PostgreSQL's own comes on top) and by the clock. Its figures are what <see cref="ScaleModel"/> takes.
/// <c>dotnet run -c Release --project tests/Isnad.Benchmarks -- path LOCATION FILE</c>
/// </summary>
internal static class PathTimes
{
    public static void Print(string location, string file)
    {
        var engine = NewsEngine.Default;
        var articles = Samples.Load(file);
        Console.WriteLine($"{articles.Length} articles, one reader\n                    processor, ms an article   clock, ms an article");
        // The first reading compiles what the articles need.
        foreach (var name in new[] { "first reading", "reading" })
        {
            Time(name, articles.Length, () => Array.ForEach(articles, article => engine.Read(article)));
        }

        using var archive = NewsArchive.Open(location);
        Time("reading, storing", articles.Length, () => new Ingester(archive, engine, 1).Run([file], ArticleDefaults.None));
        Time("putting together", articles.Length, () => new Fuser(archive, engine).Run());
    }

    private static void Time(string what, int articles, Action work)
    {
        var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        work();
        var spent = Environment.CpuUsage.TotalTime - processor;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-20} {spent.TotalMilliseconds / articles,24:F2} {clock.Elapsed.TotalMilliseconds / articles,22:F2}"));
    }
}
