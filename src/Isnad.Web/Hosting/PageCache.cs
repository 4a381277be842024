using System.Globalization;
using System.Runtime.ExceptionServices;
using Isnad.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Isnad.Web.Hosting;

/// <summary>
/// Keeps pages for two seconds, so that what many look at is made once, and makes it once where many ask at the same time. Only for
/// whoever nobody knows: a page that says who is signed in, or holds a form for him alone, is nobody else's.
/// </summary>
internal sealed class PageCache(Library library, TimeProvider clock) : IOutputCachePolicy
{
    /// <summary>The policy of pages.</summary>
    public const string Pages = "pages";

    /// <summary>Longer pages are not kept.</summary>
    public const int LongestPage = 1024 * 1024;

    private const long MostBytes = 64 * LongestPage;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);

    public static void Add(IServiceCollection services) => services.AddOutputCache(cache =>
    {
        (cache.SizeLimit, cache.MaximumBodySize, cache.DefaultExpirationTimeSpan) = (MostBytes, LongestPage, Kept);
        // Keys of events and articles are told apart by case.
        cache.UseCaseSensitivePaths = true;
        cache.AddPolicy(Pages, policy => policy.AddPolicy<PageCache>(), excludeDefaultPolicy: true);
    });

    /// <summary>Behind the guards: who may not look gets no page that is kept either.</summary>
    public static void Use(WebApplication app)
    {
        // Whoever waits for the page that another one asked for must not be told of that one's failure, such as a closed tab: the
        // cache is told that there is nothing to keep, so that he makes the page himself.
        app.Use(async (context, next) =>
        {
            await next(context);
            Failure(context)?.Throw();
        });
        app.UseOutputCache();
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception x) when (!context.Response.HasStarted)
            {
                context.Items[typeof(PageCache)] = ExceptionDispatchInfo.Capture(x);
            }
        });
    }

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var isKept = HttpMethods.IsGet(request.Method) && IsUnknown(context.HttpContext);
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (isKept, isKept, isKept, isKept);
        var room = RoomRequest.Of(context.HttpContext);
        // The order of values counts, since links to this very page repeat it.
        context.CacheVaryByRules.QueryKeys = StringValues.Empty;
        context.CacheVaryByRules.VaryByValues["query"] = request.QueryString.Value ?? "";
        context.CacheVaryByRules.VaryByValues["as"] = $"{room.Language.Code} {room.Format} {room.Preferences}";
        // What the room itself changes is seen at once; what others write into the archive, with the next two seconds.
        context.CacheVaryByRules.VaryByValues["at"] = string.Create(CultureInfo.InvariantCulture, $"{library.Changes} {clock.GetUtcNow().Ticks / Kept.Ticks}");
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var (http, response) = (context.HttpContext, context.HttpContext.Response);
        context.AllowCacheStorage = context.AllowCacheStorage && response.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(response.Headers.SetCookie)
            && RoomRequest.Of(http).FormToken is null && Failure(http) is null && !http.RequestAborted.IsCancellationRequested;
        return ValueTask.CompletedTask;
    }

    // Neither signed in nor with anything that would say who he is, be it known or not.
    private static bool IsUnknown(HttpContext context) =>
        RoomRequest.Of(context).Visitor is { Name: null, Role: null } && StringValues.IsNullOrEmpty(context.Request.Headers.Authorization) && !context.Request.Cookies.ContainsKey(Sessions.Cookie);

    private static ExceptionDispatchInfo? Failure(HttpContext context) => context.Items[typeof(PageCache)] as ExceptionDispatchInfo;
}
