using System.ComponentModel;
using Isnad.Archive.Pages;
using Isnad.Formats.Json;
using Isnad.Reading;
using Isnad.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Api;

/// <summary>Articles, actors, places and outlets for programs.</summary>
internal static class ArchiveApi
{
    private const int MostOnPage = 200;

    public static void Map(RouteGroupBuilder api, Library library)
    {
        MapArticles(api, library);
        api.MapGet("/actor", async ([Description("A name, a country or sector code, or an entry: actors/states#TUR.")] string? who, HttpContext context) =>
            {
                var name = ApiQuery.Name("who", who);
                return new ApiAnswer<OneActor>(new(name, ApiQuery.Found(await library.Read(shelf => shelf.Pages.Actor(name), context.RequestAborted), "actor")));
            })
            .WithName("actor").WithSummary("An actor: its names, what it does to whom, what is done to it, how outlets hold its words");
        api.MapGet("/place", async ([Description("A name, the code of a country, or an entry.")] string? where, HttpContext context) =>
            {
                var name = ApiQuery.Name("where", where);
                return new ApiAnswer<OnePlace>(new(name, ApiQuery.Found(await library.Read(shelf => shelf.Pages.Place(name), context.RequestAborted), "place")));
            })
            .WithName("place").WithSummary("A place: what happened there, who takes part, who tells of it");
        api.MapGet("/outlets", async (CancellationToken cancellation) => new ApiAnswer<OutletList>(new(await library.Outlets(cancellation))))
            .WithName("outlets").WithSummary("The outlets, those with the most articles first");
        api.MapGet("/outlet", async ([Description("Its whole name, in any spelling.")] string? name, HttpContext context) =>
            {
                var whole = ApiQuery.Name("name", name);
                return new ApiAnswer<OneOutlet>(new(ApiQuery.Found(await library.Read(shelf => shelf.Pages.Outlet(whole), context.RequestAborted), "outlet")));
            })
            .WithName("outlet").WithSummary("An outlet: what it covers, whom it lets speak, its loaded words");
        api.MapGet("/status", async (CancellationToken cancellation) =>
                new ApiAnswer<ApiStatus>(new(library.IsSample, await library.Counts(cancellation), library.Engine.Stamp)))
            .WithName("status").WithSummary("What runs here, and how much it holds");
    }

    private static void MapArticles(RouteGroupBuilder api, Library library)
    {
        api.MapGet("/articles", async (
                [Description("A query for events; the articles that tell of them are listed. Empty for all articles.")] string? q,
                [Description("The «next» of the page before.")] string? after,
                [Description("Articles on a page, 1 to 200; 20 where not said.")] int? size,
                HttpContext context) =>
            {
                var query = ApiQuery.Parse(q);
                var number = ApiQuery.Within("size", size, ArchivePages.DefaultSize, MostOnPage);
                var page = await library.Read(shelf => ApiQuery.Page(() => shelf.Pages.Articles(query, after, number)), context.RequestAborted);
                return new ApiAnswer<ArticleList>(new(query.ToString(), page.Articles, page.Next));
            })
            .WithName("articles").WithSummary("Articles, the latest first, a page at a time");
        api.MapGet("/articles/{key}", async (string key, HttpContext context) =>
            {
                var found = await Article(library, key, context);
                return new ApiAnswer<OneArticle>(new(found.Article, found.IsStale, found.Stamp, found.Events, found.Copies));
            })
            .WithName("article").WithSummary("One article: its events and what others tell of them, and who has the same text");
        api.MapGet("/articles/{key}/reading", async (string key, HttpContext context) => Results.Text(ReadingJson.Write((await Article(library, key, context)).Reading), "application/json"))
            .WithName("reading").WithSummary("What the engine reads in an article, as docs/reading.schema.json has it").Produces<NewsReading>();
    }

    private static async Task<ArticleDetail> Article(Library library, string key, HttpContext context) =>
        ApiQuery.Found(await library.Read(shelf => shelf.Pages.Article(key), context.RequestAborted), "article");
}
