using Isnad.Web.Localisation;
using Microsoft.AspNetCore.Http;

namespace Isnad.Web.Hosting;

/// <summary>
/// Takes language and twin out of the address before anything is routed: <c>/en/search.json?q=…</c> is the page <c>/search</c>, in
/// English, as JSON. So every page has its twins and both languages, and no route has to say so.
/// </summary>
internal sealed class RoomMiddleware(RequestDelegate next, CountryNames countries)
{
    /// <summary>What belongs to programs has no twins and no language.</summary>
    private static readonly PathString[] Programs = ["/assets", "/api", "/openapi", "/docs", "/mcp", "/health", "/feeds"];

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var (language, format) = (UiLanguage.Arabic, PageFormat.Html);
        if (!Programs.Any(program => request.Path.StartsWithSegments(program, StringComparison.OrdinalIgnoreCase)))
        {
            if (request.Path.StartsWithSegments(UiLanguage.English.Prefix, StringComparison.Ordinal, out var rest))
            {
                (language, request.Path) = (UiLanguage.English, rest.HasValue ? rest : "/");
            }
            else if (request.Query["lang"] == UiLanguage.English.Code)
            {
                language = UiLanguage.English;
            }

            (request.Path, format) = Twin(request.Path.Value!);
        }

        context.Items[typeof(RoomRequest)] = new RoomRequest(language, format, request.Path.Value!, request.Query, Preferences.Of(request), countries);
        return next(context);
    }

    private static (string Path, PageFormat Format) Twin(string path) =>
        path.EndsWith(".json", StringComparison.Ordinal) ? (Page(path[..^5]), PageFormat.Json)
        : path.EndsWith(".csv", StringComparison.Ordinal) ? (Page(path[..^4]), PageFormat.Csv)
        : (path, PageFormat.Html);

    private static string Page(string path) => path == "/index" ? "/" : path;
}
