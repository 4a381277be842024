using Isnad.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Hosting;

/// <summary>Keeps what a reader chose, and goes back to where he was.</summary>
internal static class PreferencesForm
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/preferences", async (HttpContext context) =>
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var chosen = Preferences.Of(form["digits"], form["theme"], form["violence"]);
        context.Response.Cookies.Append(Preferences.Cookie, chosen.ToString(), new() { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = Kept, Path = "/", IsEssential = true });
        return Results.LocalRedirect(RoomRequest.Of(context).Back(form["back"], "/"));
    }).WithMetadata(new ChangesNothing(), new OpenToEverybody()).ExcludeFromDescription();
}
