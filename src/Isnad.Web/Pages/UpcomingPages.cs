using System.Globalization;
using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Web.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Pages;

/// <summary>What is announced, from a day on.</summary>
/// <param name="From">The day.</param>
/// <param name="Events">Those with a date, in its order.</param>
/// <param name="Next">Where the next page begins.</param>
public sealed record UpcomingModel(string From, IReadOnlyList<StoredEvent> Events, string? Next);

/// <summary>Events that were announced, as a calendar.</summary>
internal static class UpcomingPages
{
    private const int Size = 60;

    public static void Map(IEndpointRouteBuilder routes, Library library, TimeProvider clock) => routes.MapPage("/upcoming", async (room, context) =>
    {
        var today = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var from = room.Query("from") ?? today;
        if (!EventQuery.TryParse($"status:scheduled since:{from}", out var query, out _))
        {
            return ErrorModel.Answer(room, 400, null);
        }

        try
        {
            var page = await library.Read(shelf => shelf.Pages.Events(query, EventOrder.Earliest, room.Query("after"), Size), context.RequestAborted);
            var model = new UpcomingModel(from, [.. page.Events.Where(e => e.Date is not null)], page.Next);
            return new(room.Words["nav.upcoming"], typeof(UpcomingBody), model, EventTable.Of(model.Events)) { Section = "upcoming" };
        }
        catch (ArgumentException)
        {
            return ErrorModel.Answer(room, 400, null);
        }
    });
}
