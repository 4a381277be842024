using System.Diagnostics;
using System.Globalization;
using Isnad.Archive.Ingest;

namespace Isnad.Cli;

/// <summary>One line on the terminal that says how far an ingest is, how fast it goes and how long it will take.</summary>
internal sealed class IngestProgressLine : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly bool shown = !Console.IsErrorRedirected;
    private TimeSpan last;
    private int width;
    private double? first;

    public void Show(IngestProgress progress)
    {
        first ??= progress.Share;
        if (!shown || watch.Elapsed - last < Pause)
        {
            return;
        }

        last = watch.Elapsed;
        Write(Text(progress, watch.Elapsed, first));
    }

    /// <summary>Every article is stored, and what they tell is put together.</summary>
    public void ShowFused(long mentions)
    {
        if (shown && watch.Elapsed - last >= Pause)
        {
            last = watch.Elapsed;
            Write(string.Create(CultureInfo.InvariantCulture, $"putting together what they tell: {mentions:N0} mentions"));
        }
    }

    /// <summary>«12,400 articles, 42/s, 25 %, 15 min left»: what was stepped over at the start does not count for the speed.</summary>
    internal static string Text(IngestProgress progress, TimeSpan elapsed, double? first)
    {
        var seconds = Math.Max(0.001, elapsed.TotalSeconds);
        var text = string.Create(CultureInfo.InvariantCulture, $"{progress.Added:N0} articles, {progress.Added / seconds:N0}/s");
        if (progress.Share is not { } share)
        {
            return text;
        }

        text += string.Create(CultureInfo.InvariantCulture, $", {share * 100:N0} %");
        return share - (first ?? 0) > 0.001
            ? text + string.Create(CultureInfo.InvariantCulture, $", {Left(TimeSpan.FromSeconds(seconds * (1 - share) / (share - (first ?? 0))))} left")
            : text;
    }

    public void Dispose()
    {
        if (width > 0)
        {
            Write("");
            Console.Error.Write('\r');
        }
    }

    private void Write(string text)
    {
        Console.Error.Write('\r' + text.PadRight(width));
        width = text.Length;
    }

    private static string Left(TimeSpan time) =>
        time.TotalMinutes < 2 ? $"{(int)time.TotalSeconds} s" : time.TotalHours < 2 ? $"{(int)time.TotalMinutes} min" : $"{(int)time.TotalHours} h";
}
