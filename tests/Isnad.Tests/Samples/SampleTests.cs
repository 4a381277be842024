using System.Text.Json;
using Isnad.Formats.Expectations;
using Isnad.Tests.Golden;
using Xunit;

namespace Isnad.Tests.Samples;

/// <summary>Every article in samples/ reads as the Markdown file beside it says.</summary>
public sealed class SampleTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples");

    public static TheoryData<string> Samples() => [.. Directory.GetFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Reads_as_the_file_beside_it_says(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")));
        var article = json.RootElement;
        var example = Example.Parse(article.GetProperty("text").GetString()!,
        [
            new("published", article.GetProperty("published").GetString()!),
            new("outlet", article.GetProperty("outlet").GetString()!),
            .. GoldenFile.Fields(Path.Combine(Folder, name + ".md")),
        ]);
        var problems = example.Check(NewsEngine.Default);
        Assert.True(problems.Count == 0, $"{name}: {problems.Count} of {example.Findings.Count}\n{string.Join('\n', problems)}");
    }
}
