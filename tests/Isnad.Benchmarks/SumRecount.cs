using System.Diagnostics;
using System.Globalization;
using Isnad.Archive.Store;

namespace Isnad.Benchmarks;

/// <summary><c>recount LOCATION</c>: how long it takes, and how much memory, to count the sums of an archive anew.</summary>
internal static class SumRecount
{
    public static void Run(string location)
    {
        using var archive = NewsArchive.Open(location);
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        archive.Write(() => archive.Sums.Recount());
        var (elapsed, work) = (watch.Elapsed, Environment.CpuUsage.TotalTime - before);
        var (events, sums) = (archive.Sql.Number("SELECT COUNT(*) FROM event"), archive.Sql.Number("SELECT COUNT(*) FROM sum_facet"));
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{events:N0} events, {sums:N0} sums: {elapsed.TotalSeconds:N1} s, processor {work.TotalSeconds:N1} s, at most {self.PeakWorkingSet64 / 1_000_000.0:N0} MB"));
    }
}
