using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Web.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Pages;

/// <summary>Events that a person should look at, and why.</summary>
public sealed record ReviewModel(IReadOnlyList<ReviewItem> Items, string? Next);

/// <summary>An event with the reasons to look at it.</summary>
/// <param name="Reasons">denied, disputed or doubtful.</param>
public sealed record ReviewItem(StoredEvent Event, IReadOnlyList<string> Reasons);

/// <summary>What is worth a second look: denied events, numbers that exclude each other, readings that the engine itself trusts little.</summary>
internal static class ReviewPages
{
    private const int Size = 100;

    // Below this the engine's own estimate is no better than a guess.
    private const double Doubtful = 0.5;

    public static void Map(IEndpointRouteBuilder routes, Library library) => routes.MapPage("/review", async (room, context) =>
    {
        try
        {
            var page = await library.Read(shelf => shelf.Pages.Events(EventQuery.Everything, after: room.Query("after"), size: Size), context.RequestAborted);
            var model = new ReviewModel([.. page.Events.Select(e => new ReviewItem(e, [.. Reasons(e)])).Where(i => i.Reasons.Count > 0)], page.Next);
            return new(room.Words["nav.review"], typeof(ReviewBody), model, EventTable.Of(model.Items.Select(i => i.Event))) { Section = "review" };
        }
        catch (ArgumentException)
        {
            return ErrorModel.Answer(room, 400, null);
        }
    });

    private static IEnumerable<string> Reasons(StoredEvent e)
    {
        if (e.Denied)
        {
            yield return "denied";
        }

        if (e.Disagreements.Count > 0)
        {
            yield return "disputed";
        }

        if (e.Reports.All(r => r.Confidence < Doubtful))
        {
            yield return "doubtful";
        }
    }
}
