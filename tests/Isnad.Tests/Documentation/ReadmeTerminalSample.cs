using System.Text;
using Isnad.Tests.Cli;
using Xunit;

namespace Isnad.Tests.Documentation;

/// <summary>The sentence that the README reads in a terminal gives what the README shows.</summary>
public sealed class ReadmeTerminalSample
{
    [Fact]
    public void Prints_what_the_README_shows()
    {
        var sample = Repository.Text("README.md").Split("echo \"")[1];
        var sentence = sample.Split('"')[0];
        var published = sample.Split("--published ")[1].Split('\n')[0];
        var shown = sample.Split("```\n")[2];

        var run = Tool.IsnadWith(Encoding.UTF8.GetBytes(sentence), "read", "-", "--published", published);

        Assert.Equal(0, run.Code);
        Assert.Contains(shown.Trim(), run.Output, StringComparison.Ordinal);
    }
}
