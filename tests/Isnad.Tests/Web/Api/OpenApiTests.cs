using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Isnad.Tests.Web.Api;

/// <summary>The description of the interface, the page that shows it, and the document say the same.</summary>
public sealed partial class OpenApiTests(SampleRoom samples) : IClassFixture<SampleRoom>
{
    private readonly ApiRoom room = samples.Room;

    [Fact]
    public async Task Every_operation_says_what_it_gives()
    {
        var document = await room.Get("/openapi/v1.json");
        Assert.StartsWith("3.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.All(Operations(document), operation =>
        {
            Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
            Assert.True(operation.Value.GetProperty("responses").TryGetProperty("200", out _), operation.Name);
            Assert.True(operation.Value.GetProperty("responses").TryGetProperty("400", out _), operation.Name);
        });
    }

    [Fact]
    public async Task Fields_are_described_as_they_are_written()
    {
        var document = await room.Get("/openapi/v1.json");
        var described = document.GetProperty("components").GetProperty("schemas").GetProperty("EventList").GetProperty("properties").EnumerateObject().Select(p => p.Name);
        var written = (await room.Get("/api/events?size=1")).EnumerateObject().Select(p => p.Name);
        Assert.Equal(written.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_document_lists_every_operation_with_its_parameters()
    {
        var documented = Row().Matches(Repository.Text("docs/api.md")).ToDictionary(m => m.Groups[1].Value, m => Parameter().Matches(m.Groups[2].Value).Select(p => p.Groups[1].Value).Order(StringComparer.Ordinal).ToList());
        var described = Operations(await room.Get("/openapi/v1.json")).ToList();
        Assert.Equal(described.Select(o => o.Name).Order(StringComparer.Ordinal), documented.Keys.Order(StringComparer.Ordinal));
        Assert.All(described, operation =>
        {
            var parameters = operation.Value.TryGetProperty("parameters", out var list) ? list.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query").Select(p => p.GetProperty("name").GetString()!) : [];
            Assert.Equal(parameters.Order(StringComparer.Ordinal), documented[operation.Name]);
        });
    }

    [Fact]
    public async Task The_reference_asks_no_other_server_and_runs_no_unmarked_script()
    {
        using var response = await room.Client.GetAsync(new Uri("/docs/api/", UriKind.Relative));
        var page = await response.Content.ReadAsStringAsync();
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var nonce = Nonce().Match(policy).Groups[1].Value;
        Assert.All(Script().Matches(page), script => Assert.Contains($"nonce=\"{nonce}\"", System.Net.WebUtility.HtmlDecode(script.Value), StringComparison.Ordinal));
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe", policy, StringComparison.Ordinal);
        foreach (Match source in Source().Matches(page))
        {
            using var script = await room.Client.GetAsync(new Uri(new Uri(room.Client.BaseAddress!, "/docs/api/"), source.Groups[1].Value));
            Assert.True(script.IsSuccessStatusCode, source.Value);
        }
    }

    private static IEnumerable<(string Name, JsonElement Value)> Operations(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => ($"{method.Name.ToUpperInvariant()} {path.Name}", method.Value)));

    [GeneratedRegex(@"^\| `((?:GET|POST) /[^`]*)` \| ([^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([a-z]+)`")]
    private static partial Regex Parameter();

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Script();

    [GeneratedRegex("<script[^>]*src=\"([^\"]+)\"")]
    private static partial Regex Source();
}
