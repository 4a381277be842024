using Isnad.Archive;
using Isnad.Archive.Pages;
using Isnad.Archive.Reviews;
using Isnad.Web.Api;
using Isnad.Web.Hosting;
using Isnad.Web.Pages;
using Isnad.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Isnad.Web.Reviewing;

/// <summary>Takes what reviewers say, and gives it out as annotation. Forms only, so that it works without a script.</summary>
internal static class ReviewForms
{
    private static readonly string[] Actions = ["accept", "reject", "merge", "split", "correct", "undo"];
    private static readonly TimeSpan LongestExport = TimeSpan.FromMinutes(5);

    public static void Map(IEndpointRouteBuilder routes, Library library, IAntiforgery forms)
    {
        // Not marked as changing nothing: AccessGuard asks for a reviewer.
        routes.MapPost("/review", async (HttpContext context) =>
        {
            var room = RoomRequest.Of(context);
            if (!await FormGuard.IsOurs(context, forms))
            {
                return PageEndpoints.Write(room, context, ErrorModel.Answer(room, StatusCodes.Status400BadRequest, null) with { Title = room.Words["review.stale"] });
            }

            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var judgement = Judgement.Of(form);
            if (!Actions.Contains(judgement.Action))
            {
                return PageEndpoints.Write(room, context, ErrorModel.Answer(room, StatusCodes.Status400BadRequest, null));
            }

            try
            {
                var number = await library.Write(archive => judgement.Keep(new(archive, library.Engine), new(archive, library.Engine), room.Visitor.Name!), context.RequestAborted);
                return Results.LocalRedirect(Done(room.Back(form["back"], "/review"), number));
            }
            catch (ArchiveException x) when (x.Reason is { } reason)
            {
                return await Again(room, context, library, forms, judgement, room.Words[$"review.wrong.{Word(reason, judgement.Field)}"]);
            }
        }).DisableRequestTimeout().ExcludeFromDescription();
        routes.MapGet("/review/gold.zip", async (HttpContext context) =>
        {
            using var late = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
            late.CancelAfter(LongestExport);
            var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
            await library.Read(shelf => new GoldExport(shelf.Archive, library.Engine).Pack(file, RoomRequest.Of(context).Query("partly") is not null, late.Token), late.Token);
            file.Position = 0;
            return Results.Stream(file, "application/zip", "isnad-gold.zip");
        }).WithMetadata(new NeedsReviewer()).RequireRateLimiting(ApiLimits.Reading).DisableRequestTimeout().ExcludeFromDescription();
    }

    // What was written stays in the form, with what is wrong above it.
    private static async Task<IResult> Again(RoomRequest room, HttpContext context, Library library, IAntiforgery forms, Judgement judgement, string problem)
    {
        room.FormToken = FormGuard.Token(context, forms);
        var answer = judgement.Action == "undo" ? await JudgePages.Log(room, library, problem, context.RequestAborted) : await JudgePages.Event(room, library, judgement.Key, judgement, problem, context.RequestAborted);
        return PageEndpoints.Write(room, context, answer);
    }

    private static string Done(string back, long number) =>
        QueryHelpers.AddQueryString(back.Split('#')[0], "done", number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static string Word(string reason, string field) => reason != "value" ? reason : field switch
    {
        "type" or "mode" or "status" or "date" => field,
        "place" or "actor" or "target" => "name",
        _ when CorrectionField.All.Contains(field) => "count",
        _ => "field",
    };
}
