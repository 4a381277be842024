using System.Text.Json;
using Isnad.Formats.Json;
using Isnad.Tests.Web.Api;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Xunit;

namespace Isnad.Tests.Web.Mcp;

/// <summary>What a language model asks and gets, with the protocol's own client.</summary>
public sealed class McpTests(SampleRoom samples) : IClassFixture<SampleRoom>
{
    [Fact]
    public async Task Tools_only_read()
    {
        await using var client = await Connect();
        var tools = await client.ListToolsAsync();
        Assert.Equal(["actor", "event", "read", "search", "timeline"], tools.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint));
        Assert.All(tools, tool => Assert.NotEmpty(tool.Description));
    }

    [Fact]
    public async Task An_event_is_found_and_opened()
    {
        await using var client = await Connect();
        using var found = JsonDocument.Parse(await Call(client, "search", ("query", "type:assault"), ("most", 2)));
        var key = found.RootElement.GetProperty("events")[0].GetProperty("key").GetString();
        using var opened = JsonDocument.Parse(await Call(client, "event", ("key", key)));
        Assert.Equal(key, opened.RootElement.GetProperty("event").GetProperty("key").GetString());
        using var timeline = JsonDocument.Parse(await Call(client, "timeline", ("query", "type:assault"), ("step", "year")));
        Assert.NotEmpty(timeline.RootElement.GetProperty("bars").EnumerateArray());
        using var actor = JsonDocument.Parse(await Call(client, "actor", ("who", "SYR")));
        Assert.NotEmpty(actor.RootElement.GetProperty("names").EnumerateArray());
    }

    [Fact]
    public async Task An_article_is_read()
    {
        await using var client = await Connect();
        var reading = ReadingJson.Read(await Call(client, "read", ("text", "قصفت طائرات حربية سوقاً شعبية في إدلب صباح الثلاثاء."), ("published", "2024-03-13")));
        Assert.Equal("ASSAULT", Assert.Single(reading.Events).Type);
    }

    [Theory]
    [InlineData("search", "query", "type:asault", "assault")]
    [InlineData("event", "key", "none", "KH4004")]
    [InlineData("read", "text", "", "text")]
    public async Task What_is_wrong_is_said(string tool, string parameter, string value, string said)
    {
        await using var client = await Connect();
        var result = await client.CallToolAsync(tool, new Dictionary<string, object?> { [parameter] = value });
        Assert.True(result.IsError);
        Assert.Contains(said, Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_starts_the_tool_is_offered_the_same()
    {
        await using var started = await McpClient.CreateAsync(new StdioClientTransport(new() { Name = "isnad", Command = "dotnet", Arguments = [Path.Combine(AppContext.BaseDirectory, "Isnad.Cli.dll"), "mcp", SampleRoom.Archive] }));
        await using var asked = await Connect();
        Assert.Equal(
            (await asked.ListToolsAsync()).Select(t => (t.Name, t.Description)).Order(),
            (await started.ListToolsAsync()).Select(t => (t.Name, t.Description)).Order());
        Assert.Equal(await Call(asked, "search", ("query", "type:assault")), await Call(started, "search", ("query", "type:assault")));
    }

    [Fact]
    public void A_program_that_names_no_archive_that_is_there_is_told_so()
    {
        var run = Cli.Tool.Isnad("mcp", "/nowhere/news.db");
        Assert.Equal((Isnad.Cli.ExitCode.ArchiveFailed, ""), (run.Code, run.Output));
        Assert.Contains("KH3001", run.Errors, StringComparison.Ordinal);
    }

    private async Task<McpClient> Connect() =>
        await McpClient.CreateAsync(new HttpClientTransport(new() { Endpoint = new Uri(samples.Room.Client.BaseAddress!, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }));

    private static async Task<string> Call(McpClient client, string tool, params (string Name, object? Value)[] arguments)
    {
        var result = await client.CallToolAsync(tool, arguments.ToDictionary(a => a.Name, a => a.Value));
        Assert.False(result.IsError == true, Text(result));
        return Text(result);
    }

    private static string Text(CallToolResult result) => string.Concat(result.Content.OfType<TextContentBlock>().Select(c => c.Text));
}
