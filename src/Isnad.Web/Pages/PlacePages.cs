using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Web.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Pages;

/// <summary>What the page of a place shows.</summary>
public sealed record PlaceModel(string Where, PlaceProfile Profile, ShownTimeline Timeline, IReadOnlyList<StoredEvent> Latest);

/// <summary>The page of a place: what happened there, who takes part, who tells of it.</summary>
internal static class PlacePages
{
    private const int MostEvents = 5;

    public static void Map(IEndpointRouteBuilder routes, Library library) => routes.MapPage("/place", async (room, context) =>
    {
        var where = room.Query("where") ?? "";
        var found = await library.Sum($"place {where}", shelf => Found.Of(Ask(shelf.Pages, where)), context.RequestAborted);
        return found.Value is not { } model ? ErrorModel.Answer(room, 404, null) : new(Name(room, model), typeof(PlaceBody), model, Table(model)) { Section = "events" };
    });

    /// <summary>What the page is headed: the country where that was asked for, else the place with the most events.</summary>
    public static string Name(RoomRequest room, PlaceModel model) =>
        model.Where.Length == 3 && model.Where.All(char.IsAsciiLetterUpper) ? room.Country(model.Where)
        : model.Profile.Places[0].Place is { Name.Length: > 0 } place ? place.Name
        : room.Country(model.Profile.Places[0].Place.Country ?? model.Where);

    private static PlaceModel? Ask(ArchivePages pages, string where)
    {
        if (where.Length == 0 || pages.Place(where) is not { } profile || !EventQuery.TryParse(profile.Query, out var query, out _))
        {
            return null;
        }

        return new(where, profile, Timelines.Of(pages, query), pages.Events(query, size: MostEvents).Events);
    }

    private static PageTable Table(PlaceModel model) => new(
        ["place", "country", "kind", "known", "precision", "latitude", "longitude", "radius_km", "events"],
        model.Profile.Places.Select(p => new object?[] { p.Place.Name, p.Place.Country, p.Place.Kind, p.Place.Known, p.Place.Precision, p.Place.Latitude, p.Place.Longitude, p.Place.RadiusKm, p.Events }));
}
