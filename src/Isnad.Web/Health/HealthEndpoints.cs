using Isnad.Web.Hosting;
using Isnad.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Health;

/// <summary>For whoever watches the server: whether it runs, and whether it can answer.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, Library library)
    {
        routes.MapGet("/health/live", () => Results.Text("alive")).WithMetadata(new OpenToEverybody()).ExcludeFromDescription();
        // An archive that cannot be read is said by ApiProblems: 503, with a code.
        routes.MapGet("/health/ready", async (CancellationToken cancellation) =>
        {
            await library.Read(shelf => shelf.Pages.Event(""), cancellation);
            return Results.Text("ready");
        }).ExcludeFromDescription();
    }
}
