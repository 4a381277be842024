using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Security;

/// <summary>
/// Lets in who may come in. On this machine everybody may look; elsewhere only holders of a key. Whatever changes something needs
/// the key of a reviewer wherever it is asked from, unless an endpoint says that it changes nothing: what is forgotten is refused.
/// </summary>
internal sealed class AccessGuard(RequestDelegate next, AccessRules rules)
{
    private const int LongestHeader = 1000;
    private static readonly PathString Alive = "/health/live";

    public Task InvokeAsync(HttpContext context)
    {
        var key = Key(context.Request);
        if (key is not null)
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, key.Name), new(ClaimTypes.Role, key.Role.ToString())], "key"));
        }

        var needed = Needed(context);
        if (needed is null || key?.Role >= needed)
        {
            return next(context);
        }

        context.Response.StatusCode = key is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden;
        if (key is null)
        {
            // A browser asks its user for a name, which does not matter, and the key as password.
            context.Response.Headers.WWWAuthenticate = "Bearer, Basic realm=\"Isnad\", charset=\"UTF-8\"";
        }

        return Task.CompletedTask;
    }

    private AccessRole? Needed(HttpContext context)
    {
        // What routing itself answers (405, 415) is no such endpoint.
        var endpoint = context.GetEndpoint();
        var changes = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && endpoint is RouteEndpoint && endpoint.Metadata.GetMetadata<ChangesNothing>() is null;
        return changes ? AccessRole.Reviewer
            : rules.IsOpen || context.Request.Path == Alive ? null
            : AccessRole.Reader;
    }

    private AccessKey? Key(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length is 0 or > LongestHeader || !AuthenticationHeaderValue.TryParse(header, out var given) || given.Parameter is null)
        {
            return null;
        }

        var secret = given.Scheme.ToUpperInvariant() switch
        {
            "BEARER" => given.Parameter,
            "BASIC" => Password(given.Parameter),
            _ => null,
        };
        // All are compared, so that the time says nothing of which one was nearly right.
        return secret is null ? null : rules.Keys.Where(k => k.Is(secret)).ToList() is [var key, ..] ? key : null;
    }

    private static string? Password(string encoded)
    {
        Span<byte> bytes = stackalloc byte[LongestHeader];
        return Convert.TryFromBase64String(encoded, bytes, out var count) && Encoding.UTF8.GetString(bytes[..count]).Split(':', 2) is [_, var password] ? password : null;
    }
}

/// <summary>Who may come in.</summary>
/// <param name="IsOpen">Whoever reaches the server may look: it listens on this machine only.</param>
internal sealed record AccessRules(bool IsOpen, IReadOnlyList<AccessKey> Keys);

/// <summary>Marks an endpoint that takes POST and changes nothing on the server.</summary>
internal sealed class ChangesNothing;
