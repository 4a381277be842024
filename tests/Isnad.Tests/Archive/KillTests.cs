using System.Diagnostics;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>The tool killed while it fills an archive, as a power cut or an impatient user would, and started again.</summary>
public sealed class KillTests
{
    // ISNAD_KILLS=20 ISNAD_KILL_ARTICLES=4000 makes the long test of it; ISNAD_KILL_NEWS names a file of real articles for that.
    private static readonly int Kills = Setting("ISNAD_KILLS", 6);
    private static readonly int Articles = Setting("ISNAD_KILL_ARTICLES", 800);

    [Fact]
    public void A_run_that_is_killed_again_and_again_ends_as_one_that_is_not()
    {
        using var killed = new ArchiveFolder();
        using var whole = new ArchiveFolder();
        var lines = Environment.GetEnvironmentVariable("ISNAD_KILL_NEWS") is { Length: > 0 } news
            ? string.Concat(File.ReadLines(news).Take(Articles).Select(line => line + "\n"))
            : InventedNews.Lines(Enumerable.Range(0, Articles));
        var file = killed.Write("a.jsonl", lines);
        var random = new Random(7);
        var (kills, finished) = (0, false);
        for (var round = 0; round < 60 + Kills && !finished; round++)
        {
            using var process = Start(file, killed.Location);
            // Sooner or later than it takes to start, so that some are killed before, some while they write, and none makes all.
            var patience = kills < Kills ? TimeSpan.FromMilliseconds(400 + random.Next(2500)) : TimeSpan.FromMinutes(5);
            finished = process.WaitForExit(patience);
            if (!finished)
            {
                process.Kill();
                process.WaitForExit();
                kills++;
            }
        }

        whole.Ingest(whole.Write("a.jsonl", lines));
        Assert.True(finished);
        Assert.True(kills > 0, "the run was too fast to be killed");
        Assert.Equal(whole.Dump().Replace(whole.Path, "", StringComparison.Ordinal), killed.Dump().Replace(killed.Path, "", StringComparison.Ordinal));
    }

    private static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), System.Globalization.CultureInfo.InvariantCulture, out var set) ? set : usual;

    // Process.Kill sends SIGKILL, which no program can answer.
    private static Process Start(string file, string archive) => Process.Start(new ProcessStartInfo(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "Isnad.Cli.dll"), "ingest", file, "--into", archive, "--jobs", "2"])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
