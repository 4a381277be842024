using Isnad.Archive.Pages;
using Isnad.Web.Hosting;
using Isnad.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Pages;

/// <summary>Events that a person should look at, and why.</summary>
/// <param name="Why">Only these: denied, disputed or doubtful; null for all.</param>
/// <param name="Done">The review that was just made.</param>
public sealed record ReviewModel(IReadOnlyList<QueuedEvent> Items, string? Next, string? Why, long? Done);

/// <summary>What is worth a second look: denied events, numbers that exclude each other, readings that the engine itself trusts little.</summary>
internal static class ReviewPages
{
    private const int Size = 20;

    public static IReadOnlyList<string> Reasons { get; } = ["denied", "disputed", "doubtful"];

    public static void Map(IEndpointRouteBuilder routes, Library library, IAntiforgery forms) => routes.MapPage("/review", async (room, context) =>
    {
        var why = Reasons.FirstOrDefault(r => r == room.Query("why"));
        try
        {
            var queue = await library.Read(shelf => shelf.Pages.ReviewQueue(why, room.Query("after"), Size), context.RequestAborted);
            room.FormToken = room.Visitor.IsReviewer ? FormGuard.Token(context, forms) : null;
            return new(room.Words["nav.review"], typeof(ReviewBody), new ReviewModel(queue.Events, queue.Next, why, Done(room)), EventTable.Of(queue.Events.Select(i => i.Event))) { Section = "review" };
        }
        catch (ArgumentException)
        {
            return ErrorModel.Answer(room, 400, null);
        }
    });

    /// <summary>The review that was just made, as the address says.</summary>
    public static long? Done(RoomRequest room) => long.TryParse(room.Query("done"), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
