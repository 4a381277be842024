using System.Globalization;

namespace Isnad.Fuzz;

/// <summary>What came of a campaign.</summary>
internal sealed class FuzzReport(int seed, IReadOnlyList<FuzzTally> tallies)
{
    // What the caches of words may still grow by.
    private const long Growth = 200;

    /// <summary>Megabytes held after a full collection, at even times of the run.</summary>
    public List<long> Memory { get; } = [];

    public TimeSpan Elapsed { get; set; }

    public IReadOnlyList<FuzzTally> Tallies => tallies;

    /// <summary>Whether the second half of the run holds no more than the first, but for what caches of bounded size take.</summary>
    public bool IsMemoryFlat => Memory.Count < 4 || Memory[^1] - Memory[Memory.Count / 2] < Growth;

    public bool IsClean => tallies.All(t => t.IsClean) && IsMemoryFlat;

    public void WriteTo(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {Elapsed.TotalMinutes:0.0} minutes, {tallies.Sum(t => t.Inputs):N0} inputs, {tallies.Sum(t => t.Bytes) / 1e6:N0} MB"));
        output.WriteLine("| target | inputs | MB | crashes | kinds | slowest below 64 KB, ms | slowest of the others, s/MB |\n| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var t in tallies)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {t.Target.Name} | {t.Inputs:N0} | {t.Bytes / 1e6:N1} | {t.Crashes} | {t.Kinds.Count} | {t.SlowestSmall * 1000:0} | {t.SlowestPerMegabyte:0.00} |"));
        }

        output.WriteLine($"MB held: {string.Join(' ', Memory)} ({(IsMemoryFlat ? "flat" : "NOT flat")})");
    }
}
