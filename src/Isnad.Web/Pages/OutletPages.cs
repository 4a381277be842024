using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Web.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Pages;

/// <summary>What the page of an outlet shows.</summary>
public sealed record OutletModel(OutletProfile Profile, ShownTimeline Timeline);

/// <summary>The outlets of the archive.</summary>
public sealed record OutletsModel(IReadOnlyList<OutletCount> Outlets);

/// <summary>The page of an outlet: what it covers, whom it lets speak, and by which names it calls people.</summary>
internal static class OutletPages
{
    public static void Map(IEndpointRouteBuilder routes, Library library)
    {
        routes.MapPage("/outlets", async (room, context) =>
        {
            var outlets = await library.Outlets(context.RequestAborted);
            return new(room.Words["nav.outlets"], typeof(OutletsBody), new OutletsModel(outlets), new(["outlet", "articles", "earliest", "latest"], outlets.Select(o => new object?[] { o.Outlet, o.Articles, o.Earliest, o.Latest }))) { Section = "outlets" };
        });
        routes.MapPage("/outlet", async (room, context) =>
        {
            var name = room.Query("name") ?? "";
            var found = await library.Sum($"outlet {name}", shelf => Found.Of(Ask(shelf.Pages, name)), context.RequestAborted);
            return found.Value is not { } model ? ErrorModel.Answer(room, 404, null) : new(model.Profile.Count.Outlet, typeof(OutletBody), model, Table(model)) { Section = "outlets" };
        });
    }

    private static OutletModel? Ask(ArchivePages pages, string name)
    {
        if (name.Length == 0 || pages.Outlet(name) is not { } profile || !EventQuery.TryParse(profile.Query, out var query, out _))
        {
            return null;
        }

        return new(profile, Timelines.Of(pages, query));
    }

    private static PageTable Table(OutletModel model) => new(
        ["word", "kind", "target", "target_country", "target_known", "uses"],
        model.Profile.Framing.Select(w => new object?[] { w.Word, w.Kind, w.Target?.Name, w.Target?.Country, w.Target?.Known, w.Uses }));
}
