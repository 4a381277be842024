using Isnad.Archive.Pages;
using Isnad.Web.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Pages;

/// <summary>The page of an article.</summary>
internal static class ArticlePages
{
    public static void Map(IEndpointRouteBuilder routes, Library library) => routes.MapPage("/article/{key}", async (room, context) =>
    {
        var key = (string)context.Request.RouteValues["key"]!;
        return await library.Read(shelf => shelf.Pages.Article(key), context.RequestAborted) is { } article
            ? new(article.Article.Title, typeof(ArticleBody), article, Table(article)) { Section = "events" }
            : ErrorModel.Answer(room, 404, null);
    });

    private static PageTable Table(ArticleDetail article) => new(
        ["mention", "type", "start", "end", "event", "outlets", "origins", "denied"],
        article.Events.Select(e => new object?[] { e.Mention, e.Type, e.Start, e.End, e.Event, e.Outlets, e.Origins, e.Denied ? "true" : "false" }));
}
