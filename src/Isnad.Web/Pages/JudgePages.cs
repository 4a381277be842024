using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Archive.Reviews;
using Isnad.Web.Hosting;
using Isnad.Web.Reviewing;
using Isnad.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Pages;

/// <summary>An event to be judged.</summary>
/// <param name="Alike">Events that may be the same.</param>
/// <param name="Reviews">What was said of its articles before.</param>
/// <param name="Said">What a form said that was refused.</param>
/// <param name="Problem">Why, for the reader.</param>
public sealed record JudgeModel(EventDetail Detail, IReadOnlyList<StoredEvent> Alike, IReadOnlyList<Review> Reviews, Judgement Said, string? Problem);

/// <summary>What reviewers said.</summary>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record ReviewLogModel(IReadOnlyList<Review> Reviews, long? Next, long? Done, string? Problem);

/// <summary>The pages of reviewers: one event with everything that can be said of it, and what was said so far.</summary>
internal static class JudgePages
{
    private const int MostAlike = 12;
    private const int LogSize = 50;

    public static void Map(IEndpointRouteBuilder routes, Library library, IAntiforgery forms)
    {
        routes.MapPage("/review/event/{key}", async (room, context) =>
        {
            room.FormToken = room.Visitor.IsReviewer ? FormGuard.Token(context, forms) : null;
            return await Event(room, library, (string)context.Request.RouteValues["key"]!, Judgement.None, null, context.RequestAborted);
        });
        routes.MapPage("/review/log", async (room, context) =>
        {
            room.FormToken = room.Visitor.IsReviewer ? FormGuard.Token(context, forms) : null;
            return await Log(room, library, null, context.RequestAborted);
        });
    }

    public static async Task<PageAnswer> Event(RoomRequest room, Library library, string key, Judgement said, string? problem, CancellationToken cancellation)
    {
        var model = await library.Read(shelf => shelf.Pages.Event(key) is { } detail ? Model(shelf, library.Engine, detail, said, problem) : null, cancellation);
        return model is null ? ErrorModel.Answer(room, 404, null)
            : new(room.Words["judge.title"], typeof(JudgeBody), model, EventTable.Of([model.Detail.Event])) { Section = "review", Status = problem is null ? 200 : 400, HasTwins = problem is null };
    }

    public static async Task<PageAnswer> Log(RoomRequest room, Library library, string? problem, CancellationToken cancellation)
    {
        long? before = long.TryParse(room.Query("before"), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
        var reviews = await library.Read(shelf => new ArchiveReviews(shelf.Archive, library.Engine).Latest(before, LogSize + 1), cancellation);
        var model = new ReviewLogModel([.. reviews.Take(LogSize)], reviews.Count > LogSize ? reviews[LogSize - 1].Number : null, ReviewPages.Done(room), problem);
        return new(room.Words["review.log"], typeof(ReviewLogBody), model, Table(model)) { Section = "review", Status = problem is null ? 200 : 400, HasTwins = problem is null };
    }

    private static JudgeModel Model(Shelf shelf, NewsEngine engine, EventDetail detail, Judgement said, string? problem)
    {
        // What fusion weighed and left apart first; then what was of the same kind on the same days.
        var apart = detail.Decisions.Where(d => !d.Merged).Select(d => shelf.Pages.Event(d.Other.Key)?.Event).OfType<StoredEvent>().Take(MostAlike);
        var near = detail.Event.Day is { } day && EventQuery.TryParse($"type:{detail.Event.Type} on:{day}", out var query, out _) ? shelf.Pages.Events(query, size: MostAlike).Events : [];
        var alike = apart.Concat(near).Where(e => e.Key != detail.Event.Key && e.Type == detail.Event.Type).DistinctBy(e => e.Key).Take(MostAlike);
        var mentions = detail.Event.Reports.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        var reviews = new ArchiveReviews(shelf.Archive, engine).About(detail.Event.Reports.Select(r => r.Article.Key)).Where(r => r.Targets.Any(t => mentions.Contains(t.Mention)));
        return new(detail, [.. alike], [.. reviews], said, problem);
    }

    private static PageTable Table(ReviewLogModel model) => new(
        ["review", "made_at", "reviewer", "action", "field", "value", "note", "undoes", "undone", "mentions"],
        model.Reviews.Select(r => new object?[] { r.Number, r.MadeAt, r.Reviewer, r.Action, r.Field, r.Value, r.Note, r.Undoes, r.IsUndone ? "true" : "false", string.Join("; ", r.Targets.Select(t => t.Mention)) }));
}
