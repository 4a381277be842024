using System.ComponentModel;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Isnad.Archive.Export;
using Isnad.Archive.Query;
using Isnad.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Api;

/// <summary>
/// Events as they come in while something else fills the archive, as server-sent events. The id of each says how far the archive
/// was looked at, so that a reader who was cut off goes on where it stopped (Last-Event-ID).
/// </summary>
internal static class LiveApi
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    public static void Map(RouteGroupBuilder api, Library library, TimeProvider clock) =>
        api.MapGet("/live", async ([Description("A query; empty for all events.")] string? q, HttpContext context) =>
            {
                var query = ApiQuery.Parse(q);
                var from = long.TryParse(context.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                    ? id
                    : await library.Read(shelf => shelf.Pages.Reached(), context.RequestAborted);
                return TypedResults.ServerSentEvents(Follow(library, query, from, clock, context.RequestAborted));
            })
            .WithName("live").WithSummary("Events of which reports come in from now on, as server-sent events")
            .WithDescription("«event: event» carries one event as /api/events has it, «event: alive» that nothing has come in.")
            .DisableRequestTimeout()
            .RequireRateLimiting(ApiLimits.Live);

    private static async IAsyncEnumerable<SseItem<string>> Follow(Library library, EventQuery query, long from, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (reached, said) = (from, clock.GetUtcNow());
        // Said at once, so that whoever listens knows that he is connected.
        yield return Alive(reached);
        while (!cancellation.IsCancellationRequested)
        {
            var before = reached;
            var fresh = await library.Read(shelf => shelf.Pages.Fresh(query, before, AtOnce), cancellation);
            reached = fresh.Reached;
            for (var at = 0; at < fresh.Events.Count; at++)
            {
                // Whoever is cut off before the last one is given all of them again.
                yield return new(ArchiveJson.Write(fresh.Events[at]), "event") { EventId = Id(at == fresh.Events.Count - 1 ? reached : before) };
            }

            if (fresh.Events.Count == 0 && clock.GetUtcNow() - said >= Silence)
            {
                yield return Alive(reached);
            }

            said = fresh.Events.Count > 0 || clock.GetUtcNow() - said >= Silence ? clock.GetUtcNow() : said;
            await Task.Delay(Pause, clock, cancellation);
        }
    }

    private static SseItem<string> Alive(long reached) => new("{}", "alive") { EventId = Id(reached) };

    private static string Id(long reached) => reached.ToString(CultureInfo.InvariantCulture);
}
