using Isnad.Formats.Expectations;
using Xunit;

namespace Isnad.Tests.Golden;

/// <summary>Every case of every Markdown file below Golden/ reads as its author, reading the Arabic, wrote.</summary>
public sealed class GoldenTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden");

    // Cases show what the rules read; what the trained judge of events makes of sentences that stand alone has cases of its own.
    private const string Judged = "judged";
    private static readonly NewsEngine Rules = new(NewsEngine.Default.Knowledge, Pipeline.StandardPipeline.Rules);

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        var files = Directory.GetFiles(Folder, "*.md", SearchOption.AllDirectories);
        foreach (var path in files.Order(StringComparer.Ordinal))
        {
            foreach (var (name, _) in GoldenFile.Read(path))
            {
                cases.Add(Path.GetRelativePath(Folder, path), name);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reads_as_written(string file, string name)
    {
        var (_, example) = Assert.Single(GoldenFile.Read(Path.Combine(Folder, file)), c => c.Name == name);
        var problems = example.Check(file.StartsWith(Judged, StringComparison.Ordinal) ? NewsEngine.Default : Rules);
        Assert.True(problems.Count == 0, $"{file} «{name}»\n{example.Text}\n{string.Join('\n', problems)}");
    }
}
