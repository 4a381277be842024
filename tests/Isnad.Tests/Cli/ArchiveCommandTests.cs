using System.Text;
using Xunit;

namespace Isnad.Tests.Cli;

/// <summary>The commands that work on an archive, as processes.</summary>
public sealed class ArchiveCommandTests
{
    private const string Articles = """
        {"id":"a","outlet":"وكالة الشمال","published":"2024-03-13","title":"غارة","text":"قصفت طائرات حربية روسية سوقاً شعبية في إدلب أمس، ما أدى إلى مقتل 12 مدنياً، بحسب الدفاع المدني."}
        {"id":"b","outlet":"صحيفة الأرز","published":"2024-03-13","title":"قصف","text":"قصفت طائرات حربية روسية الثلاثاء سوقاً في مدينة إدلب، وقتل 15 مدنياً وفق المرصد السوري لحقوق الإنسان."}
        """;

    [Fact]
    public void Articles_go_in_and_events_come_out()
    {
        using var folder = new TemporaryFolder();
        var archive = Path.Combine(folder.Path, "news.db");
        var filled = Tool.IsnadWith(Encoding.UTF8.GetBytes(Articles), "ingest", "-", "--into", archive);
        Assert.Equal((0, "2 articles added, 0 known before, 0 rejected\n", ""), (filled.Code, filled.Output, filled.Errors));

        var summary = Tool.Isnad("query", "نوع:اعتداء outlets:2", "--into", archive, "--why");
        Assert.Equal(0, summary.Code);
        Assert.Contains("2 articles, 2 outlets, 2 independent origins", summary.Output, StringComparison.Ordinal);
        Assert.Contains("the numbers of dead exclude each other", summary.Output, StringComparison.Ordinal);
        Assert.Contains("one event, ", summary.Output, StringComparison.Ordinal);
        Assert.Contains("the same day +1.5", summary.Output, StringComparison.Ordinal);

        var sums = Tool.Isnad("query", "", "--into", archive, "--facets", "--timeline", "month", "--dyads");
        Assert.Equal((0, ""), (sums.Code, sums.Errors));
        Assert.Contains("         1  ASSAULT\n", sums.Output, StringComparison.Ordinal);
        Assert.Contains("2024-03-01           1  ####", sums.Output, StringComparison.Ordinal);
        Assert.Contains("         1  RUS MIL  ASSAULT", sums.Output, StringComparison.Ordinal);
        Assert.StartsWith("{\"bars\":[{\"first\":\"2024-03-12\"", Tool.Isnad("query", "", "--into", archive, "--timeline", "day", "--format", "jsonl").Output, StringComparison.Ordinal);
        Assert.Equal(64, Tool.Isnad("query", "", "--into", archive, "--timeline", "hour").Code);

        var tables = Path.Combine(folder.Path, "tables");
        Assert.Equal(0, Tool.Isnad("export", "", "--into", archive, "--format", "csv", "-o", tables).Code);
        Assert.True(File.Exists(Path.Combine(tables, "datapackage.json")));
        var map = Tool.Isnad("export", "", "--into", archive, "--format", "geojson", "-o", "-");
        Assert.StartsWith("{\"type\":\"FeatureCollection\"", map.Output, StringComparison.Ordinal);
        Assert.Equal("0 articles read again; 0 tell something else: 0 mentions added, 0 removed, 0 altered\n", Tool.Isnad("reread", "--into", archive).Output);
    }

    [Fact]
    public void What_people_say_is_kept_and_can_be_taken_back()
    {
        using var folder = new TemporaryFolder();
        var archive = Path.Combine(folder.Path, "news.db");
        Assert.Equal(0, Tool.IsnadWith(Encoding.UTF8.GetBytes(Articles), "ingest", "-", "--into", archive).Code);
        Assert.Equal(0, Tool.Isnad("query", "type:assault", "--into", archive, "--save", "violence").Code);
        Assert.Equal("violence: type:ASSAULT\n", Tool.Isnad("query", "--list-saved", "--into", archive).Output);
        var found = Tool.Isnad("query", "outlets:2", "--saved", "violence", "--into", archive);
        var key = found.Output.Split('\n').First(line => line.TrimStart().StartsWith("key", StringComparison.Ordinal)).Trim()[3..].Trim();

        Assert.Equal((0, "review 1\n"), Parts(Tool.Isnad("review", "correct", key, "status=hypothetical", "--into", archive, "--by", "Nadia", "--note", "feared")));
        Assert.Contains("hypothetical", Tool.Isnad("query", "reviewed:yes", "--into", archive).Output, StringComparison.Ordinal);
        Assert.Equal((0, "review 2\n"), Parts(Tool.Isnad("review", "undo", "1", "--into", archive)));
        Assert.Equal("", Tool.Isnad("query", "reviewed:yes", "--into", archive).Output);
        Assert.Contains("correct status  (taken back)  by Nadia", Tool.Isnad("review", "list", "--into", archive).Output, StringComparison.Ordinal);
        var refused = Tool.Isnad("review", "correct", key, "mode=visit", "--into", archive);
        Assert.Equal(64, refused.Code);
        Assert.StartsWith("KH3006", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(64, Tool.Isnad("query", "--saved", "nothing", "--into", archive).Code);
        Assert.Equal(0, Tool.Isnad("query", "--forget", "violence", "--into", archive).Code);

        static (int, string) Parts(Tool.Run run) => (run.Code, run.Output);
    }

    [Fact]
    public void Rejected_inputs_are_named_and_the_rest_is_taken()
    {
        using var folder = new TemporaryFolder();
        var run = Tool.Isnad("ingest", folder.Write("a.jsonl", Articles), folder.Write("b.json", "{"), "--into", Path.Combine(folder.Path, "news.db"));
        Assert.Equal((1, "2 articles added, 0 known before, 1 rejected\n"), (run.Code, run.Output));
        Assert.StartsWith($"{folder.Path}/b.json: KH5006", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_has_its_own_exit_code()
    {
        using var folder = new TemporaryFolder();
        var none = Path.Combine(folder.Path, "none.db");
        var mistyped = Tool.Isnad("query", "killled:>3", "--into", none);
        Assert.Equal((64, "query: at character 1, «killled»: there is no such field; did you mean «killed»?\n"), (mistyped.Code, mistyped.Errors));
        var missing = Tool.Isnad("query", "type:assault", "--into", none);
        Assert.Equal(5, missing.Code);
        Assert.StartsWith("KH3001", missing.Errors, StringComparison.Ordinal);
        var file = folder.Write("a.txt", "قصفت طائرات حربية سوقاً شعبية في إدلب.");
        Assert.Equal(5, Tool.Isnad("ingest", file, "--into", file).Code);
        Assert.Equal(0, Tool.Isnad("ingest", file, "--into", none).Code);
        Assert.Equal(64, Tool.Isnad("export", "", "--into", none, "--format", "csv", "-o", "-").Code);
        Assert.Equal(4, Tool.Isnad("export", "", "--into", none, "--format", "csv", "-o", file).Code);
    }
}
