using Isnad.Web.Api;
using Isnad.Web.Hosting;
using Isnad.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Pages;

/// <summary>How to sign in.</summary>
/// <param name="Back">Where to go afterwards.</param>
/// <param name="HasKeys">There are keys to sign in with.</param>
/// <param name="HasProvider">An identity provider vouches for people.</param>
/// <param name="Problem">What went wrong, for the reader; null where nothing did.</param>
public sealed record SignInModel(string Back, bool HasKeys, bool HasProvider, string? Problem);

/// <summary>The page where people say who they are: with a key, or through an identity provider. It also says how to get a key.</summary>
internal static class SignInPages
{
    public static void Map(IEndpointRouteBuilder routes, AccessRules rules)
    {
        routes.MapGet("/sign-in", (HttpContext context) =>
        {
            var room = RoomRequest.Of(context);
            var hasFailed = room.Query("failed") is not null;
            return PageEndpoints.Write(room, context, Answer(room, rules, room.Query("back"), hasFailed ? "sign-in.failed" : null, hasFailed ? 401 : 200));
        }).WithMetadata(new OpenToEverybody()).ExcludeFromDescription();
        routes.MapPost("/sign-in", async (HttpContext context) =>
        {
            var (room, form) = (RoomRequest.Of(context), await context.Request.ReadFormAsync(context.RequestAborted));
            if (rules.Find(form["key"].ToString().Trim()) is not { } key)
            {
                return PageEndpoints.Write(room, context, Answer(room, rules, form["back"], "sign-in.unknown", 401));
            }

            await Sessions.Begin(context, key);
            return Results.LocalRedirect(room.Back(form["back"], "/review"));
        }).WithMetadata(new OpenToEverybody(), new ChangesNothing()).RequireRateLimiting(ApiLimits.Asking).ExcludeFromDescription();
        routes.MapPost("/sign-out", async (HttpContext context) =>
        {
            await context.SignOutAsync(Sessions.Scheme);
            return Results.LocalRedirect(RoomRequest.Of(context).Url("/sign-in"));
        }).WithMetadata(new OpenToEverybody(), new ChangesNothing()).ExcludeFromDescription();
        if (rules.HasProvider)
        {
            routes.MapGet("/sign-in/provider", (HttpContext context) =>
            {
                var room = RoomRequest.Of(context);
                return Results.Challenge(new() { RedirectUri = room.Back(room.Query("back"), "/review") }, [Sessions.Provider]);
            }).WithMetadata(new OpenToEverybody()).RequireRateLimiting(ApiLimits.Asking).ExcludeFromDescription();
        }
    }

    private static PageAnswer Answer(RoomRequest room, AccessRules rules, string? back, string? problem, int status) =>
        new(room.Words["sign-in.title"], typeof(SignInBody), new SignInModel(room.Back(back, "/review"), rules.Keys.Count > 0, rules.HasProvider, problem is null ? null : room.Words[problem]), PageTable.Empty) { HasTwins = false, Status = status, Section = "sign-in" };
}
