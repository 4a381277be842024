using Isnad.Formats.Expectations;
using Isnad.KnowledgeSource;
using Xunit;

namespace Isnad.Tests.Knowledge;

/// <summary>The examples that knowledge entries carry come out as written.</summary>
public sealed class KnowledgeExampleTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "knowledge");
    private static readonly Lazy<CompiledKnowledge> Source = new(() => KnowledgeCompiler.Compile(Folder, includeExamples: true));

    // The trained judge weighs what is likely in news; an entry's example shows what the entry can code.
    private static readonly NewsEngine Rules = new(NewsEngine.Default.Knowledge, Pipeline.StandardPipeline.Rules);

    [Fact]
    public void Files_have_the_form_that_their_schema_asks_for() => Assert.Empty(Source.Value.Issues);

    public static TheoryData<string> Files() => [.. Source.Value.Records.Select(r => r.File).Distinct()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Examples_come_out_as_written(string file)
    {
        var problems = new List<string>();
        foreach (var record in Source.Value.Records.Where(r => r.File == file))
        {
            foreach (var example in record.Children.Where(c => c.Name == "examples").SelectMany(c => c.Records))
            {
                problems.AddRange(Problems(example).Select(problem => $"{file}:{example.Line}: {example.Headword}\n    {problem}"));
            }
        }

        Assert.True(problems.Count == 0, $"{problems.Count} problems\n{string.Join('\n', problems)}");
    }

    private static IReadOnlyList<string> Problems(SourceRecord example)
    {
        try
        {
            return Example.Parse(example.Headword, example.Fields.SelectMany(f => f.Values.Select(v => new KeyValuePair<string, string>(f.Name, v)))).Check(Rules);
        }
        catch (FormatException x)
        {
            return [x.Message];
        }
    }
}
