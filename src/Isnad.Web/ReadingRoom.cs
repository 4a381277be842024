using System.Text.Encodings.Web;
using System.Text.Unicode;
using Isnad.Web.Alerts;
using Isnad.Web.Api;
using Isnad.Web.Health;
using Isnad.Web.Hosting;
using Isnad.Web.Localisation;
using Isnad.Web.Mcp;
using Isnad.Web.Pages;
using Isnad.Web.Reviewing;
using Isnad.Web.Security;
using Isnad.Web.Telemetry;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Isnad.Web;

/// <summary>The web server with all pages.</summary>
/// <example><code>await ReadingRoom.Build(new(), NewsEngine.Default).RunAsync();</code></example>
public static class ReadingRoom
{
    // A pasted article of the longest kind, in a form.
    private const long LongestRequest = 8 * 1024 * 1024;

    /// <exception cref="Isnad.Archive.ArchiveException">The archive cannot be opened.</exception>
    /// <exception cref="ArgumentException">Others would reach the server without a key, or by a name that it does not know.</exception>
    public static WebApplication Build(ReadingRoomOptions options, NewsEngine engine)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(engine);
        // The folder of the program, so that no file of the folder where it happens to be started changes how it runs.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Url);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestRequest;
            // Whoever takes a page slowly holds up nobody who waits for the same one.
            kestrel.Limits.MaxResponseBufferSize = PageCache.LongestPage;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        AddServices(builder.Services, options, engine);
        RoomTelemetry.Add(builder.Services, builder.Configuration);
        var app = builder.Build();
        // Opened now, so that an archive that cannot be read is said before anybody comes.
        app.Services.GetRequiredService<Library>().Check();
        Configure(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, ReadingRoomOptions options, NewsEngine engine)
    {
        services.AddRazorComponents();
        RoomSecurity.Add(services, options);
        ApiEndpoints.Add(services, options.RequestsPerMinute);
        McpEndpoint.Add(services);
        // Nothing here outlives the program, so no keys are written to disk.
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        // Arabic stays Arabic in the source of a page; what could be markup is encoded all the same.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(options.Clock);
        services.AddSingleton(new CountryNames(engine.Knowledge));
        PageCache.Add(services);
        Library.Add(services, options.Archive, engine, options.Patience);
        if (options.Alerts is { } alerts)
        {
            services.AddSingleton(alerts).AddSingleton<WebhookSender>().AddHostedService<AlertService>();
        }
    }

    private static void Configure(WebApplication app)
    {
        // The first article that somebody looks at need not wait for the engine's tables.
        app.Lifetime.ApplicationStarted.Register(() => Task.Run(app.Services.GetRequiredService<NewsEngine>().Prepare));
        RoomSecurity.UseGate(app);
        app.UseMiddleware<RoomMiddleware>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ErrorPages>();
        app.UseMiddleware<ApiProblems>();
        app.UseRouting();
        RoomSecurity.UseGuards(app);
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        PageCache.Use(app);
        var library = app.Services.GetRequiredService<Library>();
        Asset.Map(app);
        SearchPages.Map(app, library);
        EventPages.Map(app, library);
        ArticlePages.Map(app, library);
        ActorPages.Map(app, library);
        PlacePages.Map(app, library);
        OutletPages.Map(app, library);
        ComparePages.Map(app, library);
        UpcomingPages.Map(app, library, app.Services.GetRequiredService<TimeProvider>());
        var forms = app.Services.GetRequiredService<IAntiforgery>();
        ReviewPages.Map(app, library, forms);
        JudgePages.Map(app, library, forms);
        ReviewForms.Map(app, library, forms);
        SignInPages.Map(app, app.Services.GetRequiredService<AccessRules>());
        ReadPages.Map(app, library.Engine);
        KnowledgePages.Map(app, library.Engine.Knowledge);
        StatusPages.Map(app, library);
        PreferencesForm.Map(app);
        ApiEndpoints.Map(app, library);
        McpEndpoint.Map(app);
        EventFeeds.Map(app, library, app.Services.GetRequiredService<TimeProvider>());
        HealthEndpoints.Map(app, library);
    }
}
