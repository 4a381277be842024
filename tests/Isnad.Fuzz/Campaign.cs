using System.Diagnostics;
using System.Globalization;
using System.Text;
using Isnad.Fuzz.Making;
using Isnad.Fuzz.Targets;

namespace Isnad.Fuzz;

/// <summary>
/// Feeds targets with made inputs until its time is over. Every input follows from target, seed and index alone, so that one that
/// crashed the process can be made again (<c>--only</c>): what is being tried stands in <c>last-SEED.txt</c>.
/// </summary>
internal sealed class Campaign(FuzzOptions options, TextWriter progress)
{
    private const int Batch = 16;
    private const int Samples = 12;

    // A single input that runs longer hangs.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    public FuzzReport Run()
    {
        Directory.CreateDirectory(options.Save);
        using var last = new FileStream(Path.Combine(options.Save, $"last-{options.Seed}.txt"), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var tallies = options.Targets.Select(target => new FuzzTally(target)).ToList();
        var report = new FuzzReport(options.Seed, tallies);
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < options.Time)
        {
            // Whoever is furthest behind its share is next.
            var tally = tallies.MinBy(t => t.Spent / t.Target.Share)!;
            var start = watch.Elapsed;
            for (var i = 0; i < Batch; i++)
            {
                Note(last, tally);
                Feed(tally);
            }

            tally.Spent += (watch.Elapsed - start).TotalSeconds;
            if (watch.Elapsed >= options.Time * report.Memory.Count / Samples)
            {
                report.Memory.Add(GC.GetTotalMemory(forceFullCollection: true) >> 20);
                progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed:hh\\:mm\\:ss} {tallies.Sum(t => t.Inputs):N0} inputs, {tallies.Sum(t => t.Crashes)} crashes, {report.Memory[^1]} MB held"));
                progress.Flush();
            }
        }

        report.Elapsed = watch.Elapsed;
        return report;
    }

    /// <summary>Makes one input again and tries it; lets what it throws through.</summary>
    public bool Repeat(long index)
    {
        var target = options.Targets[0];
        var input = target.Make(new Dice(options.Seed, target.Name, index));
        Save(target, index, input, "repeated");
        var watch = Stopwatch.StartNew();
        target.Try(input);
        progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{input.Length:N0} bytes in {watch.Elapsed.TotalSeconds:0.000} s"));
        return true;
    }

    private void Note(FileStream last, FuzzTally tally)
    {
        last.Position = 0;
        last.Write(Encoding.ASCII.GetBytes($"--target {tally.Target.Name} --seed {options.Seed} --only {tally.Inputs}          \n"));
    }

    private void Feed(FuzzTally tally)
    {
        var (target, index) = (tally.Target, tally.Inputs++);
        var input = target.Make(new Dice(options.Seed, target.Name, index));
        tally.Bytes += input.Length;
        var start = Environment.CpuUsage.TotalTime;
        using var alarm = input.Length < FuzzTally.Large ? null : new Timer(_ => Abort(target, index, input), null, Hang, Timeout.InfiniteTimeSpan);
        try
        {
            target.Try(input);
            var spent = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
            if (tally.IsSlow(input.Length, spent))
            {
                // Collecting garbage and compiling methods are the process's, not the input's: what is slow is slow again.
                spent = Math.Min(spent, Math.Min(Again(target, input), Again(target, input)));
            }

            if (tally.Time(input.Length, spent))
            {
                Save(target, index, input, "slow");
            }
        }
        catch (Exception x) when (x is not OutOfMemoryException)
        {
            if (tally.Crash(x))
            {
                Save(target, index, input, "crash");
                progress.WriteLine($"{target.Name} seed {options.Seed} input {index}: {x.GetType().Name}: {x.Message}\n{x.StackTrace}");
            }
        }
    }

    private static double Again(FuzzTarget target, byte[] input)
    {
        var start = Environment.CpuUsage.TotalTime;
        target.Try(input);
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }

    private void Abort(FuzzTarget target, long index, byte[] input)
    {
        Save(target, index, input, "hang");
        progress.WriteLine($"{target.Name} seed {options.Seed} input {index} hangs");
        progress.Flush();
        Environment.Exit(3);
    }

    private void Save(FuzzTarget target, long index, byte[] input, string why)
    {
        Directory.CreateDirectory(options.Save);
        File.WriteAllBytes(Path.Combine(options.Save, $"{target.Name}-{options.Seed}-{index}.{why}{target.Extension}"), input);
    }
}
