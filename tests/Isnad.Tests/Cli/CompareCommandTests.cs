using System.Text.Json;
using Xunit;

namespace Isnad.Tests.Cli;

public sealed class CompareCommandTests
{
    private static readonly string[] Articles =
    [
        """{"id":"1","outlet":"الأولى","published":"2020-01-05","text":"أعلن النظام التركي أن الحدود مغلقة. وقصف النظام التركي بلدة حدودية."}""",
        """{"id":"2","outlet":"الأولى","published":"2020-01-02","text":"أعلن النظام التركي أن الحدود مغلقة."}""",
        """{"id":"3","outlet":"الثانية","published":"2020-01-03","text":"أعلنت تركيا أن الحدود مغلقة."}""",
        """{"id":"4","outlet":"الثانية","published":"2020-01-04","text":"قال وزير الدفاع العراقي: «سنمنع النظام التركي من العبور إلى أرضنا»."}""",
    ];

    [Fact]
    public void Says_which_outlet_calls_the_same_actor_what()
    {
        using var folder = new TemporaryFolder();
        var run = Tool.Isnad("compare", folder.Write("news.jsonl", string.Join('\n', Articles)), "--format", "json", "--actor", "TUR", "--min", "1");
        using var json = JsonDocument.Parse(run.Output);
        var actor = Assert.Single(json.RootElement.GetProperty("actors").EnumerateArray(), a => a.GetProperty("id").GetString() == "actors/states#TUR");
        var loaded = actor.GetProperty("names").EnumerateArray().Single(n => n.GetProperty("text").GetString() == "النظام التركي");
        var plain = actor.GetProperty("names").EnumerateArray().Single(n => n.GetProperty("text").GetString() == "تركيا");
        Assert.Equal((0, "", 4), (run.Code, run.Errors, json.RootElement.GetProperty("articles").GetInt32()));
        Assert.StartsWith("framing/", loaded.GetProperty("loaded").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, plain.GetProperty("loaded").ValueKind);
        // What the minister says between marks is his, not the second outlet's.
        var use = Assert.Single(loaded.GetProperty("outlets").EnumerateArray());
        Assert.Equal(("الأولى", 3, "2020-01-02", "2020-01-05"), (use.GetProperty("outlet").GetString(), use.GetProperty("count").GetInt32(), use.GetProperty("first").GetString(), use.GetProperty("last").GetString()));
        Assert.Equal("الثانية", Assert.Single(plain.GetProperty("outlets").EnumerateArray()).GetProperty("outlet").GetString());
    }

    [Fact]
    public void Text_has_an_actor_per_paragraph()
    {
        using var folder = new TemporaryFolder();
        var run = Tool.Isnad("compare", folder.Write("news.jsonl", string.Join('\n', Articles)), "--actor", "turk", "--min", "1");
        Assert.Contains("TUR GOV", run.Output, StringComparison.Ordinal);
        Assert.Contains("since 2020-01-02", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("IRQ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compare")]
    [InlineData("compare", "x.jsonl", "--top", "0")]
    [InlineData("compare", "x.jsonl", "--format", "html")]
    public void A_wrong_command_line_is_refused(params string[] arguments) => Assert.Equal(64, Tool.Isnad(arguments).Code);

    [Fact]
    public void No_article_at_all_is_an_error_of_its_own() => Assert.Equal(2, Tool.Isnad("compare", "no-such-file.txt").Code);
}
