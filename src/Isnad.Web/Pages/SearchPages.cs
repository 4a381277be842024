using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Web.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Pages;

/// <summary>The page of events, which is also where one begins.</summary>
internal static class SearchPages
{
    private const int FacetValues = 8;
    private const int MostPlaces = 400;
    private const int MostDyads = 60;
    private static readonly string[] Views = ["list", "map", "network"];

    public static void Map(IEndpointRouteBuilder routes, Library library)
    {
        routes.MapPage("/", (room, context) => Answer(room, library, context.RequestAborted));
        routes.MapPage("/search", (room, context) => Answer(room, library, context.RequestAborted));
    }

    private static async Task<PageAnswer> Answer(RoomRequest room, Library library, CancellationToken cancellation)
    {
        var text = room.Query("q") ?? "";
        var view = Views.FirstOrDefault(v => v == room.Query("view")) ?? Views[0];
        // A newcomer sees first what several outlets tell of.
        var usual = library.IsSample && text.Length == 0 ? EventOrder.MostOrigins : EventOrder.Latest;
        var order = room.Query("order") switch { "latest" => EventOrder.Latest, "earliest" => EventOrder.Earliest, "origins" => EventOrder.MostOrigins, _ => usual };
        if (!EventQuery.TryParse(text, out var query, out var problem))
        {
            var empty = new SearchModel(text, problem, [], view, order, 0, [], null, [], new([], 0), TimelineStep.Month, [], []);
            return new(room.Words["search.title"], typeof(SearchBody), empty, PageTable.Empty) { Section = "events", Status = 400 };
        }

        var model = await library.Read(shelf => Ask(shelf.Pages, text, query, view, order, room.Query("after")), cancellation);
        if (model is null)
        {
            return ErrorModel.Answer(room, 400, null);
        }

        return new(text.Length > 0 ? text : room.Words["search.title"], typeof(SearchBody), model with { IsWelcome = library.IsSample && text.Length == 0 && view == Views[0] }, EventTable.Of(model.Events)) { Section = "events" };
    }

    private static SearchModel? Ask(ArchivePages pages, string text, EventQuery query, string view, EventOrder order, string? after)
    {
        try
        {
            var list = view == "list" ? pages.Events(query, order, after) : new([], null);
            var (timeline, step) = Timelines.Of(pages, query);
            return new(
                text, null, QueryPart.Of(query), view, order, pages.Count(query), list.Events, list.Next, pages.Facets(query, FacetValues), timeline, step,
                view == "map" ? pages.Map(query, MostPlaces) : [], view == "network" ? pages.Dyads(query, MostDyads) : []);
        }
        catch (ArgumentException)
        {
            // A cursor that no page gave.
            return null;
        }
    }
}
