using System.Text;
using System.Text.Json;
using Xunit;

namespace Isnad.Tests.Cli;

public sealed class ReadCommandTests
{
    private const string Sentence = "قصفت طائرات حربية سوقاً شعبية في إدلب صباح أمس.";

    [Fact]
    public void Results_come_in_the_order_of_the_inputs()
    {
        using var folder = new TemporaryFolder();
        var lines = Enumerable.Range(0, 200).Select(n => $$"""{"id":"a{{n}}","text":"{{string.Concat(Enumerable.Repeat(Sentence, n % 7 == 0 ? 30 : 1))}}"}""");
        var run = Tool.Isnad("read", folder.Write("many.jsonl", string.Join('\n', lines)), "--format", "jsonl", "--jobs", "4");
        Assert.Equal(Enumerable.Range(0, 200).Select(n => $"a{n}"), Readings(run.Output).Select(r => r.GetProperty("id").GetString()));
        Assert.Equal((0, ""), (run.Code, run.Errors));
    }

    [Fact]
    public void A_bad_file_is_named_and_the_others_are_read()
    {
        using var folder = new TemporaryFolder();
        var good = folder.Write("good.txt", Sentence);
        var missing = Path.Combine(folder.Path, "missing.txt");
        var run = Tool.Isnad("read", missing, good, folder.Write("empty.txt", ""), "--format", "jsonl");
        Assert.Equal(1, run.Code);
        Assert.Equal(["good"], Readings(run.Output).Select(r => r.GetProperty("id").GetString()));
        Assert.Equal([$"{missing}: KH5001: no such file", $"{folder.Path}/empty.txt: KH5002: the file is empty"], run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void No_article_at_all_is_an_error_of_its_own() => Assert.Equal(2, Tool.Isnad("read", "no-such-file.txt").Code);

    [Theory]
    [InlineData("read")]
    [InlineData("read", "x.txt", "--format", "xml")]
    [InlineData("read", "x.txt", "--published", "23/3/2019")]
    [InlineData("read", "x.txt", "--jobs", "0")]
    [InlineData("reed", "x.txt")]
    public void A_wrong_command_line_is_told_from_a_failed_input(params string[] arguments)
    {
        var run = Tool.Isnad(arguments);
        Assert.Equal(64, run.Code);
        Assert.NotEmpty(run.Errors);
    }

    [Fact]
    public void Standard_input_is_read()
    {
        var run = Tool.IsnadWith(Encoding.UTF8.GetBytes(Sentence), "read", "-", "--published", "2019-03-23", "--outlet", "الاختبار", "--format", "jsonl");
        var reading = Assert.Single(Readings(run.Output));
        Assert.Equal(("standard-input", "2019-03-23", "الاختبار", Sentence), (Text(reading, "id"), Text(reading, "published"), Text(reading, "outlet"), Text(reading, "text")));
    }

    [Fact]
    public void Standard_input_may_be_lines_of_json()
    {
        var run = Tool.IsnadWith(Encoding.UTF8.GetBytes($$"""
            {"id": 1, "text": "{{Sentence}}"}
            {"id": 2, "text": "{{Sentence}}"}
            """), "read", "-", "--format", "jsonl");
        Assert.Equal(["1", "2"], Readings(run.Output).Select(r => Text(r, "id")));
    }

    [Fact]
    public void A_folder_stands_for_its_articles()
    {
        using var folder = new TemporaryFolder();
        folder.Write("b/2.json", $$"""{"text":"{{Sentence}}"}""");
        folder.Write("a.txt", Sentence);
        folder.Write("picture.png", "x");
        var run = Tool.Isnad("read", folder.Path, "--format", "jsonl");
        Assert.Equal(["a", "2"], Readings(run.Output).Select(r => Text(r, "id")));
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public void Pages_get_names_that_a_file_may_have()
    {
        using var folder = new TemporaryFolder();
        var articles = folder.Write("x.jsonl", $$"""
            {"id": "../../etc/passwd", "text": "{{Sentence}}"}
            {"id": "same", "text": "{{Sentence}}"}
            {"id": "same", "text": "{{Sentence}}"}
            """);
        var pages = Path.Combine(folder.Path, "pages");
        Assert.Equal(0, Tool.Isnad("read", articles, "--html", pages).Code);
        Assert.Equal(["etc-passwd.html", "index.html", "same-2.html", "same.html"], Directory.EnumerateFiles(pages).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_page_folder_that_cannot_be_made_is_said()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("good.txt", Sentence);
        var run = Tool.Isnad("read", file, "--html", file);
        Assert.Equal(4, run.Code);
        Assert.Contains(file, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_never_commands_the_terminal()
    {
        var run = Tool.IsnadWith(Encoding.UTF8.GetBytes("{\"id\":\"a\\u001b[2J\\u202e\",\"text\":\"" + Sentence + "\"}"), "read", "-");
        Assert.DoesNotContain(run.Output, c => c is '\u001B' or '\u202E');
    }

    private static IEnumerable<JsonElement> Readings(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);

    private static string? Text(JsonElement reading, string name) => reading.GetProperty(name).GetString();
}
