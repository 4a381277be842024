using Isnad.Archive.Pages;
using Isnad.Web.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Pages;

/// <summary>The page of one event: its chains, its numbers, its denials, and the words of every outlet.</summary>
internal static class EventPages
{
    public static void Map(IEndpointRouteBuilder routes, Library library) => routes.MapPage("/event/{key}", async (room, context) =>
    {
        var key = (string)context.Request.RouteValues["key"]!;
        return await library.Read(shelf => shelf.Pages.Event(key), context.RequestAborted) is { } detail
            ? new($"{room.Type(detail.Event.Type)}: {detail.First.Article.Title}", typeof(EventBody), detail, Table(detail)) { Section = "events" }
            : ErrorModel.Answer(room, 404, null);
    });

    // A row per report and number, so that who says how many can be counted.
    private static PageTable Table(EventDetail detail) => new(
        ["mention", "outlet", "published", "article", "status", "date", "word", "speakers", "via", "stances", "what", "min", "max", "sentence"],
        detail.Outlets.SelectMany(o => o.Items).SelectMany(item => item.Mention.Counts.Select(c => (Item: item, Count: c)).DefaultIfEmpty((item, null!))).Select(x => new object?[]
        {
            x.Item.Mention.Key, x.Item.Mention.Article.Outlet, x.Item.Mention.Article.Published, x.Item.Mention.Article.Key, x.Item.Mention.Status, x.Item.Mention.Date, x.Item.Mention.Word,
            string.Join("; ", x.Item.Mention.Reports.Select(r => r.Speaker?.Name)), string.Join("; ", x.Item.Mention.Reports.Select(r => string.Join(" > ", r.Via.Select(v => v.Name)))),
            string.Join("; ", x.Item.Mention.Reports.Select(r => r.Stance)), x.Count?.What, x.Count?.Min, x.Count?.Max, x.Item.Passage.Text,
        }));
}
