using Isnad.Fuzz.Targets;

namespace Isnad.Fuzz;

/// <summary>What a target was fed and how it did.</summary>
internal sealed class FuzzTally(FuzzTarget target)
{
    /// <summary>Bytes from which seconds a megabyte say something: below, an article's fixed costs are most of them.</summary>
    public const int Large = 64 << 10;

    private const double LimitPerMegabyte = 2;
    private const double LimitOfSmall = 0.25;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public FuzzTarget Target { get; } = target;

    public long Inputs { get; set; }

    public long Bytes { get; set; }

    public double Spent { get; set; }

    public long Crashes { get; private set; }

    /// <summary>Different kinds of crash, by exception and place.</summary>
    public IReadOnlyCollection<string> Kinds => seen;

    /// <summary>Seconds of the slowest small input.</summary>
    public double SlowestSmall { get; private set; }

    /// <summary>Seconds a megabyte of the slowest large input.</summary>
    public double SlowestPerMegabyte { get; private set; }

    public bool IsClean => Crashes == 0 && SlowestPerMegabyte <= LimitPerMegabyte && SlowestSmall <= LimitOfSmall;

    /// <summary>True where the time would be worse than any before and near the limit.</summary>
    public bool IsSlow(int length, double seconds) => length >= Large
        ? PerMegabyte(length, seconds) > Math.Max(SlowestPerMegabyte, LimitPerMegabyte / 2)
        : seconds > Math.Max(SlowestSmall, LimitOfSmall / 4);

    /// <summary>Takes a time in; true where it is the worst so far and beyond the limit.</summary>
    public bool Time(int length, double seconds)
    {
        if (length >= Large)
        {
            var rate = PerMegabyte(length, seconds);
            var worse = rate > SlowestPerMegabyte;
            SlowestPerMegabyte = Math.Max(SlowestPerMegabyte, rate);
            return worse && rate > LimitPerMegabyte;
        }

        var worst = seconds > SlowestSmall;
        SlowestSmall = Math.Max(SlowestSmall, seconds);
        return worst && seconds > LimitOfSmall;
    }

    /// <summary>Takes a crash in; true for the first of its kind.</summary>
    public bool Crash(Exception x)
    {
        Crashes++;
        return seen.Add($"{x.GetType().Name} {x.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}");
    }

    private static double PerMegabyte(int length, double seconds) => seconds / length * 1_000_000;
}
