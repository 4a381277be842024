using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Isnad.Web.Security;

/// <summary>
/// Sessions of people who sign in with a key or through an identity provider. A session is a cookie that the server signs with a key
/// of this run, and holds a name and a role; nothing is kept of the provider's tokens.
/// </summary>
internal static class Sessions
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    public const string Provider = OpenIdConnectDefaults.AuthenticationScheme;
    public const string Cookie = "isnad-session";
    public const string Callback = "/sign-in/callback";

    private static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    // Who somebody is, as people know him, before what only machines know.
    private static readonly string[] NameClaims = ["preferred_username", "email", "name", "sub"];

    public static void Add(IServiceCollection services, IdentityProvider? provider)
    {
        // Lax, since a browser that comes back from the provider brings no stricter cookie with it.
        var isSecure = provider?.PublicUrl?.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        services.AddAntiforgery(forms =>
        {
            (forms.Cookie.Name, forms.FormFieldName, forms.SuppressXFrameOptionsHeader) = (FormGuard.Cookie, FormGuard.Field, true);
            (forms.Cookie.SameSite, forms.Cookie.SecurePolicy) = (SameSiteMode.Strict, isSecure);
        });
        var authentication = services.AddAuthentication(Scheme).AddCookie(Scheme, session =>
        {
            (session.Cookie.Name, session.Cookie.HttpOnly, session.Cookie.SameSite, session.Cookie.SecurePolicy) = (Cookie, true, SameSiteMode.Lax, isSecure);
            (session.ExpireTimeSpan, session.SlidingExpiration) = (Longest, false);
        });
        if (provider is not null)
        {
            authentication.AddOpenIdConnect(Provider, options => Configure(options, provider, isSecure));
        }
    }

    /// <summary>Begins a session.</summary>
    public static Task Begin(HttpContext context, AccessKey key) => context.SignInAsync(Scheme, Visitor.Principal(key.Name, key.Role));

    private static void Configure(OpenIdConnectOptions options, IdentityProvider provider, CookieSecurePolicy isSecure)
    {
        (options.Authority, options.ClientId, options.ClientSecret) = (provider.Authority.ToString(), provider.ClientId, provider.ClientSecret);
        options.RequireHttpsMetadata = !provider.Authority.IsLoopback;
        // The browser comes back with GET: a POST from the provider's page would be another site's.
        (options.ResponseType, options.ResponseMode, options.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
        (options.CallbackPath, options.SignInScheme, options.SaveTokens, options.MapInboundClaims, options.DisableTelemetry) = (Callback, Scheme, false, false, true);
        (options.CorrelationCookie.SameSite, options.CorrelationCookie.SecurePolicy) = (SameSiteMode.Lax, isSecure);
        (options.NonceCookie.SameSite, options.NonceCookie.SecurePolicy) = (SameSiteMode.Lax, isSecure);
        options.Events.OnRedirectToIdentityProvider = context =>
        {
            if (provider.PublicUrl is { } own)
            {
                context.ProtocolMessage.RedirectUri = new Uri(own, Callback).ToString();
            }

            return Task.CompletedTask;
        };
        options.Events.OnTokenValidated = context =>
        {
            context.Principal = Known(context.Principal!, provider);
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            context.Response.Redirect("/sign-in?failed=1");
            return Task.CompletedTask;
        };
    }

    private static ClaimsPrincipal Known(ClaimsPrincipal user, IdentityProvider provider)
    {
        var roles = user.FindAll(provider.RoleClaim).Where(c => provider.Roles.ContainsKey(c.Value)).Select(c => (AccessRole?)provider.Roles[c.Value]);
        return Visitor.Principal(NameClaims.Select(user.FindFirstValue).First(name => !string.IsNullOrWhiteSpace(name))!, roles.Max());
    }
}
