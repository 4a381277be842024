using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Isnad.Web.Security;

/// <summary>Who reaches the server, by which name, and from whose pages: docs/security.md.</summary>
internal static class RoomSecurity
{
    private static readonly string[] ThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    /// <exception cref="ArgumentException">The server would listen to others without keys, or without knowing its names.</exception>
    public static void Add(IServiceCollection services, ReadingRoomOptions options)
    {
        var isOpen = IsThisMachine(options.Url);
        if (!isOpen && options.Keys.Count == 0 && options.Provider is null)
        {
            throw new ArgumentException("to listen to other machines needs keys or an identity provider: isnad key NAME --into FILE makes a key, --keys FILE names the file, --oidc FILE the provider");
        }

        if (!isOpen && options.Hosts.Count == 0)
        {
            throw new ArgumentException("to listen to other machines needs the names by which they ask: --host news.example.org");
        }

        services.AddSingleton(new AccessRules(isOpen, options.Keys, options.Provider is not null));
        Sessions.Add(services, options.Provider);
        // A name that another site lets point here (DNS rebinding) is none of ours.
        services.Configure<HostFilteringOptions>(hosts => (hosts.AllowedHosts, hosts.AllowEmptyHosts, hosts.IncludeFailureMessage) = ([.. ThisMachine, .. options.Hosts], false, false));
    }

    /// <summary>Before anything looks at a request.</summary>
    public static void UseGate(WebApplication app) => app.UseHostFiltering();

    /// <summary>Behind routing, which says what an endpoint does.</summary>
    public static void UseGuards(WebApplication app)
    {
        app.UseMiddleware<CrossOriginGuard>();
        app.UseAuthentication();
        app.UseMiddleware<AccessGuard>();
    }

    private static bool IsThisMachine(string url) =>
        BindingAddress.Parse(url).Host is var host && (host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}
