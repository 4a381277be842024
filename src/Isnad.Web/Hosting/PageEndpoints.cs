using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Isnad.Archive.Export;
using Isnad.Web.Layout;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Isnad.Web.Hosting;

/// <summary>Routes of pages, and how their answers are written.</summary>
internal static class PageEndpoints
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        WriteIndented = true,
    };

    /// <summary>A page at a route, with its twins; kept for a moment by <see cref="PageCache"/>.</summary>
    public static void MapPage(this IEndpointRouteBuilder routes, string pattern, Func<RoomRequest, HttpContext, Task<PageAnswer>> answer) =>
        routes.MapGet(pattern, async (HttpContext context) =>
        {
            var room = RoomRequest.Of(context);
            return Write(room, context, await answer(room, context));
        }).CacheOutput(PageCache.Pages).ExcludeFromDescription();

    /// <summary>The answer in the format that was asked for.</summary>
    public static IResult Write(RoomRequest room, HttpContext context, PageAnswer answer)
    {
        context.Response.Headers.Vary = "Cookie";
        return room.Format switch
        {
            PageFormat.Json => Results.Json(new { machine_coded = true, status = answer.Status, title = answer.Title, data = answer.Model }, Json, statusCode: answer.Status),
            PageFormat.Csv => Csv(context, answer),
            _ => new RazorComponentResult<PageShell>(new { RoomValue = room, AnswerValue = answer }) { StatusCode = answer.Status, PreventStreamingRendering = true },
        };
    }

    private static IResult Csv(HttpContext context, PageAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        using var stream = new MemoryStream();
        using (var writer = new TableWriter(stream, tabs: false))
        {
            writer.Row([.. answer.Table.Columns]);
            foreach (var row in answer.Table.Rows)
            {
                writer.Row(row);
            }
        }

        return Results.Bytes(stream.ToArray(), "text/csv; charset=utf-8");
    }
}
