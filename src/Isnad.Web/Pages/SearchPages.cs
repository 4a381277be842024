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
            var empty = new SearchModel(text, problem, [], view, order, 0, [], null, [], ShownTimeline.Empty, [], []);
            return new(room.Words["search.title"], typeof(SearchBody), empty, PageTable.Empty) { Section = "events", Status = 400 };
        }

        var plain = query.ToString();
        if (await List(room, library, query, view, order, cancellation) is not { } list)
        {
            return ErrorModel.Answer(room, 400, null);
        }

        var summing = Sum($"sums {plain}", shelf => SumsOf(shelf.Pages, query));
        var mapping = view == "map" ? Sum($"map {plain}", shelf => shelf.Pages.Map(query, MostPlaces)) : Task.FromResult<IReadOnlyList<PlaceCount>?>([]);
        var pairing = view == "network" ? Sum($"network {plain}", shelf => shelf.Pages.Dyads(query, MostDyads)) : Task.FromResult<IReadOnlyList<Dyad>?>([]);
        await Task.WhenAll(summing, mapping, pairing);
        var (sums, places, dyads) = (await summing, await mapping, await pairing);
        var model = new SearchModel(
            text, null, QueryPart.Of(query), view, order, sums?.Timeline.Events ?? 0, list.Events, list.Next, sums?.Facets ?? [], sums?.Timeline ?? ShownTimeline.Empty, places ?? [], dyads ?? [])
        {
            IsCounting = sums is null || places is null || dyads is null,
            IsWelcome = library.IsSample && text.Length == 0 && view == Views[0],
        };
        return new(text.Length > 0 ? text : room.Words["search.title"], typeof(SearchBody), model, EventTable.Of(model.Events)) { Section = "events" };

        // Who reads a page need not wait for its sums; a twin is whole, and so is the page of everything, whose sums are kept.
        async Task<T?> Sum<T>(string question, Func<Shelf, T> ask)
            where T : class => room.Format == PageFormat.Html && plain.Length > 0 ? await library.SumIfSoon(question, ask, cancellation) : await library.Sum(question, ask, cancellation);
    }

    private sealed record Sums(IReadOnlyList<Facet> Facets, ShownTimeline Timeline);

    private static Sums SumsOf(ArchivePages pages, EventQuery query) => new(pages.Facets(query, FacetValues), Timelines.Of(pages, query));

    // Null for a cursor that no page gave.
    private static async Task<EventPage?> List(RoomRequest room, Library library, EventQuery query, string view, EventOrder order, CancellationToken cancellation)
    {
        if (view != Views[0])
        {
            return new([], null);
        }

        try
        {
            return await library.Read(shelf => shelf.Pages.Events(query, order, room.Query("after")), cancellation);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
