using System.ComponentModel;
using System.Runtime.CompilerServices;
using Isnad.Archive.Export;
using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Api;

/// <summary>Events for programs: as pages, one by one, and all of them as a stream.</summary>
internal static class EventApi
{
    private const int MostOnPage = 200;
    private const int InOneRead = 100;
    private const int LongestStream = 1_000_000;

    public static void Map(RouteGroupBuilder api, Library library)
    {
        api.MapGet("/events", async (
                [Description("A query in the language of docs/archive.md, such as «type:assault place:إدلب»; empty for all.")] string? q,
                [Description("latest (the default), earliest or origins.")] string? order,
                [Description("The «next» of the page before.")] string? after,
                [Description("Events on a page, 1 to 200; 20 where not said.")] int? size,
                HttpContext context) =>
            {
                var query = ApiQuery.Parse(q);
                var (ordered, number) = (ApiQuery.Order(order), ApiQuery.Within("size", size, ArchivePages.DefaultSize, MostOnPage));
                var page = await library.Read(shelf => ApiQuery.Page(() => shelf.Pages.Events(query, ordered, after, number)), context.RequestAborted);
                var list = new EventList(query.ToString(), await library.Count(query, context.RequestAborted), page.Events, page.Next);
                if (list.Next is not null)
                {
                    context.Response.Headers.Link = $"<{Next(context.Request, list.Next)}>; rel=\"next\"";
                }

                return new ApiAnswer<EventList>(list);
            })
            .WithName("events").WithSummary("Events that a query finds, a page at a time");

        api.MapGet("/events.ndjson", (
                [Description("A query; empty for all.")] string? q,
                [Description("At most so many events.")] int? limit,
                HttpContext context) =>
            {
                var query = ApiQuery.Parse(q);
                return new JsonLines(Stream(library, query, ApiQuery.Within("limit", limit, LongestStream, LongestStream), context.RequestAborted));
            })
            .WithName("stream-events").WithSummary("Every event that a query finds, one on a line (application/x-ndjson)")
            .Produces<StoredEvent>(StatusCodes.Status200OK, JsonLines.ContentType);

        api.MapGet("/events/{key}", async ([Description("Key of the event or of one of its reports.")] string key, HttpContext context) =>
                new ApiAnswer<OneEvent>(new(ApiQuery.Found(await library.Read(shelf => shelf.Pages.Event(key), context.RequestAborted), "event"))))
            .WithName("event").WithSummary("One event: numbers by who gives them, denials, origins, and every outlet in its own words");
    }

    // A page of the archive at a time, so that a slow reader holds neither memory nor the archive.
    private static async IAsyncEnumerable<string> Stream(Library library, EventQuery query, int limit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? after = null;
        var left = limit;
        do
        {
            var page = await library.Read(shelf => shelf.Pages.Events(query, EventOrder.Latest, after, Math.Min(left, InOneRead)), cancellation);
            foreach (var e in page.Events)
            {
                yield return ArchiveJson.Write(e);
            }

            (after, left) = (page.Next, left - page.Events.Count);
        }
        while (after is not null && left > 0);
    }

    private static string Next(HttpRequest request, string next) =>
        request.Path + QueryString.Create(request.Query.Where(q => q.Key != "after").Append(KeyValuePair.Create("after", new Microsoft.Extensions.Primitives.StringValues(next))));
}
