using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Isnad.Web.Security;

/// <summary>The key that a program sends with each request: as bearer token, or as the password of HTTP Basic.</summary>
internal static class KeyHeader
{
    private const int LongestHeader = 1000;

    /// <summary>The known key of a request; null where it has none, or none that is known.</summary>
    public static AccessKey? Of(HttpRequest request, AccessRules rules)
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
        return secret is null ? null : rules.Find(secret);
    }

    private static string? Password(string encoded)
    {
        Span<byte> bytes = stackalloc byte[LongestHeader];
        return Convert.TryFromBase64String(encoded, bytes, out var count) && Encoding.UTF8.GetString(bytes[..count]).Split(':', 2) is [_, var password] ? password : null;
    }
}
