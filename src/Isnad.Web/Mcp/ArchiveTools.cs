using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Isnad.Archive.Export;
using Isnad.Archive.Pages;
using Isnad.Formats.Json;
using Isnad.Text;
using Isnad.Web.Api;
using Isnad.Web.Hosting;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Isnad.Web.Mcp;

/// <summary>What a language model may ask of an archive: it reads, and changes nothing.</summary>
[McpServerToolType]
internal sealed class ArchiveTools(Library library)
{
    private const int MostEvents = 50;
    private const int LongestText = 200_000;
    private static readonly JsonSerializerOptions Json = Options();

    [McpServerTool(Name = "search", ReadOnly = true, OpenWorld = false), Description("Finds events that Arabic news articles tell of. Everything is machine-coded. Reports that exclude each other stand side by side.")]
    public Task<string> Search(
        [Description("A query: «type:assault place:إدلب since:2024-01», «actor:TUR denied:yes», words; empty for all. Fields: type, mode, status, actor, target, party, place, outlet, said-by, stance, claim, denied, since, until, on, killed, origins.")] string query,
        [Description("How many events at most, 1 to 50.")] int most = 10,
        [Description("latest, earliest or origins (those that most found out for themselves first).")] string order = "latest",
        [Description("The «next» of the answer before.")] string? after = null,
        CancellationToken cancellation = default) => Ask(async () =>
        {
            var (parsed, ordered, size) = (ApiQuery.Parse(query), ApiQuery.Order(order), ApiQuery.Within("most", most, 10, MostEvents));
            return JsonSerializer.Serialize(
                await library.Read(
                    shelf =>
                    {
                        var page = ApiQuery.Page(() => shelf.Pages.Events(parsed, ordered, after, size));
                        return new EventList(parsed.ToString(), shelf.Pages.Count(parsed), page.Events, page.Next);
                    }, cancellation), Json);
        });

    [McpServerTool(Name = "event", ReadOnly = true, OpenWorld = false), Description("One event with its evidence: numbers by who gives them, denials, independent origins, the sentence of each outlet.")]
    public Task<string> Event([Description("Key of the event, from search.")] string key, CancellationToken cancellation = default) => Ask(async () =>
        ArchiveJson.WritePage(ApiQuery.Found(await library.Read(shelf => shelf.Pages.Event(key), cancellation), "event")));

    [McpServerTool(Name = "actor", ReadOnly = true, OpenWorld = false), Description("What is known of an actor: names, what it does to whom and what is done to it, how outlets hold its words.")]
    public Task<string> Actor([Description("A name in Arabic, a country code (TUR), or an entry (actors/states#TUR).")] string who, CancellationToken cancellation = default) => Ask(async () =>
        ArchiveJson.WritePage(ApiQuery.Found(await library.Read(shelf => shelf.Pages.Actor(ApiQuery.Name("who", who)), cancellation), "actor")));

    [McpServerTool(Name = "timeline", ReadOnly = true, OpenWorld = false), Description("How many events fall on each day, week, month or year, by type.")]
    public Task<string> Timeline([Description("A query as for search.")] string query, [Description("day, week, month or year.")] string step = "month", CancellationToken cancellation = default) => Ask(async () =>
    {
        var (parsed, width) = (ApiQuery.Parse(query), ApiQuery.Step(step));
        return ArchiveJson.WritePage(await library.Read(shelf => shelf.Pages.Timeline(parsed, width), cancellation));
    });

    [McpServerTool(Name = "read", ReadOnly = true, OpenWorld = false), Description("Reads one Arabic news article into events, times, places, actors, reports and framing. Nothing of it is kept.")]
    public Task<string> Read(
        [Description("The article; its first line is the title.")] string text,
        [Description("The day it came out, such as 2024-03-13; relative dates need it.")] string? published = null,
        [Description("Who published it.")] string? outlet = null,
        CancellationToken cancellation = default) => Ask(() =>
        {
            DateOnly? day = DateOnly.TryParseExact(ArabicFolding.Fold(published ?? ""), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given) ? given : null;
            return string.IsNullOrWhiteSpace(text) || text.Length > LongestText ? throw new McpException($"text is missing or longer than {LongestText} characters")
                : published is { Length: > 0 } && day is null ? throw new McpException("published is a day: 2024-03-13")
                : Task.FromResult(ReadingJson.Write(library.Engine.Read(new("sent", text) { Published = day, Outlet = outlet }, cancellation)));
        });

    // What is wrong with a request is said to the model, which can mend it; what fails inside is not.
    private static async Task<string> Ask(Func<Task<string>> ask)
    {
        try
        {
            return await ask();
        }
        catch (ApiProblemException x)
        {
            throw new McpException($"{x.Code}: {x.Message}");
        }
    }

    private static JsonSerializerOptions Options()
    {
        var json = new JsonSerializerOptions();
        ApiEndpoints.Configure(json);
        return json;
    }
}
