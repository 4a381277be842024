using Isnad.Fuzz;
using Isnad.Fuzz.Targets;
using Xunit;

namespace Isnad.Tests.Fuzzing;

/// <summary>A few seconds of made inputs for everything that takes input from strangers; hours of it: tests/Isnad.Fuzz.</summary>
public sealed class CampaignTests
{
    [Fact]
    public void Nothing_crashes_on_made_inputs()
    {
        using var folder = new TemporaryFolder();
        using var said = new StringWriter();
        var report = new Campaign(new(FuzzTargets.All, TimeSpan.FromSeconds(12), Environment.ProcessId, folder.Path), said).Run();
        Assert.True(report.Tallies.All(t => t.Crashes == 0), said.ToString());
        Assert.All(report.Tallies, t => Assert.True(t.Inputs > 0, t.Target.Name));
    }

    [Fact]
    public void A_campaign_says_what_broke_and_keeps_the_input()
    {
        using var folder = new TemporaryFolder();
        var target = new FuzzTarget("broken", ".bin", 1, dice => [dice.Byte()], input => _ = input[0] > 250 ? throw new InvalidDataException("so") : 0);
        var report = new Campaign(new([target], TimeSpan.FromSeconds(0.2), 1, folder.Path), TextWriter.Null).Run();
        Assert.False(report.IsClean);
        var tally = Assert.Single(report.Tallies);
        Assert.Single(tally.Kinds);
        var saved = Assert.Single(Directory.GetFiles(folder.Path, "*.crash.bin"));
        Assert.True(File.ReadAllBytes(saved)[0] > 250);
    }

    [Fact]
    public void An_input_follows_from_target_seed_and_index()
    {
        Assert.All(FuzzTargets.All.Where(t => t.Name != "gzip"), t => Assert.Equal(t.Make(new(7, t.Name, 11)), t.Make(new(7, t.Name, 11))));
        Assert.NotEqual(ArticleText.Make(new(7, "text", 11)), ArticleText.Make(new(7, "text", 12)));
    }
}
