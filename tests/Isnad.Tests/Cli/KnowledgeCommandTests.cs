using Xunit;

namespace Isnad.Tests.Cli;

/// <summary>A user's folder of additions is checked against the schema that ships with the tool.</summary>
public sealed class KnowledgeCommandTests
{
    [Fact]
    public void The_shipped_knowledge_is_well_formed()
    {
        // Whether its examples come out right is the matter of KnowledgeExampleTests.
        var run = Tool.Isnad("knowledge", "check", "knowledge");
        Assert.DoesNotContain(run.Errors.Split('\n'), line => line.Length > 0 && !line.Contains(": KH2021: ", StringComparison.Ordinal));
        Assert.Matches(@"^\d+ records, \d+ examples, \d+ issues\s*$", run.Output);
    }

    [Theory]
    [InlineData("- nonsense: كلمة", ":1: KH2010: unknown kind")]
    [InlineData("- topic-word: ''", ":1: KH2011: ")]
    [InlineData("- verb: قصف", ":1: KH2013: verb «قصف» lacks the field «root»")]
    [InlineData("- topic-word: كلمة\n  colour: red", ":2: KH2014: a topic-word has no field «colour»")]
    [InlineData("- topic-word: كلمة\n  also: ''", ":2: KH2015: ")]
    [InlineData("- status-cue: كلمة\n  status: perhaps", ":2: KH2016: «perhaps» is no value of «status»")]
    [InlineData("- status-cue: كلمة\n  status: negated\n  examples:\n    - text: وصل الوفد.\n      event: AID/none-such", ":4: KH2021: example: not found")]
    [InlineData("- status-cue: كلمة\n  status: negated\n  examples:\n    - text: وصل الوفد.", ":4: KH2022: example: ")]
    [InlineData("- title: وزير البريد\n  sector: GOV\n  single-holder: yes\n- person: زيد\n  en: Zayd\n  roles:\n    - role: وزير البريد\n      country: ARE\n      from: 2001\n- person: عمرو\n  en: Amr\n  roles:\n    - role: وزير البريد\n      country: ARE\n      from: 2003", ":13: KH2023: ")]
    [InlineData("topic-word: كلمة", ":1: KH2002: ")]
    [InlineData("- topic-word: [", "KH2001: not valid YAML")]
    [InlineData("- topic-word:\n    - a", ":1: KH2003: ")]
    [InlineData("- topic-word: كلمة\n  also:\n    a: b", ":2: KH2004: ")]
    public void Mistakes_are_named_with_file_and_line(string yaml, string expected)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("mine.yaml", yaml + "\n");
        var run = Tool.Isnad("knowledge", "check", folder.Path);
        Assert.Equal(3, run.Code);
        Assert.Contains(file, run.Errors, StringComparison.Ordinal);
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_additions_stop_a_reading_before_it_begins()
    {
        using var folder = new TemporaryFolder();
        folder.Write("knowledge/mine.yaml", "- nonsense: كلمة\n");
        var run = Tool.Isnad("read", folder.Write("a.txt", "وصل الوفد إلى دمشق."), "--knowledge", Path.Combine(folder.Path, "knowledge"));
        Assert.Equal((3, ""), (run.Code, run.Output));
        Assert.Contains("KH2010", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        var run = Tool.Isnad("knowledge", "check", "no-such-folder");
        Assert.Equal(2, run.Code);
        Assert.StartsWith("no-such-folder: no such folder", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Stages_are_listed_in_order()
    {
        var run = Tool.Isnad("stages");
        Assert.Equal(0, run.Code);
        Assert.Equal(NewsEngine.Default.Pipeline.Stages.Select((s, i) => $"{i + 1}. {s.Name}: {s.Purpose}"), run.Output.Split('\n').Where(line => line.Length > 0 && char.IsDigit(line[0])));
    }

    [Fact]
    public void Figures_can_be_had_as_json()
    {
        var folder = Path.Combine(Repository.Root, "tests/Isnad.Tests/Evaluation");
        var run = Tool.Isnad("evaluate", Path.Combine(folder, "gold"), "--readings", Path.Combine(folder, "readings"), "--json");
        Assert.StartsWith("{\"times strict\": {\"p\": 0.6667, \"r\": 0.5, \"f1\": 0.5714, \"tp\": 2, \"gold\": 4, \"pred\": 3}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Gold_articles_are_read_where_no_readings_are_given()
    {
        var run = Tool.Isnad("evaluate", Path.Combine(Repository.Root, "tests/Isnad.Tests/Evaluation/gold"));
        Assert.StartsWith("3 gold articles, 3 predicted", run.Output, StringComparison.Ordinal);
    }
}
