using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Isnad.Tests.Web.Security;

/// <summary>An identity provider as OpenID Connect describes one: discovery, keys, authorization with PKCE, tokens. It vouches for whom it is told to.</summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    public const string Client = "isnad";
    public const string ClientSecret = "kept between the two";
    private readonly RSA key = RSA.Create(2048);
    private readonly Dictionary<string, (string Nonce, string Challenge, string Redirect)> codes = [];
    private WebApplication app = null!;

    public string Name { get; set; } = "nadia";

    public string[] Roles { get; set; } = [];

    /// <summary>The key that tokens are signed with; another than the published one is a forger's.</summary>
    public RSA? Forged { get; set; }

    public bool KeepsNonce { get; set; } = true;

    public string? RedirectUri { get; private set; }

    public Uri Url => new(app.Urls.First());

    public static async Task<FakeProvider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var provider = new FakeProvider { app = builder.Build() };
        provider.app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = provider.Issuer,
            ["authorization_endpoint"] = $"{provider.Issuer}/authorize",
            ["token_endpoint"] = $"{provider.Issuer}/token",
            ["jwks_uri"] = $"{provider.Issuer}/jwks",
            ["response_types_supported"] = new[] { "code" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        }));
        provider.app.MapGet("/jwks", () => Results.Json(provider.Published()));
        provider.app.MapGet("/authorize", (Delegate)provider.Authorize);
        provider.app.MapPost("/token", (Delegate)provider.Token);
        await provider.app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private string Issuer => app.Urls.First();

    private object Published()
    {
        var open = key.ExportParameters(false);
        return new { keys = new[] { new { kty = "RSA", use = "sig", kid = "1", alg = "RS256", n = WebEncoders.Base64UrlEncode(open.Modulus!), e = WebEncoders.Base64UrlEncode(open.Exponent!) } } };
    }

    // The user is signed in there already, and agrees.
    private IResult Authorize(HttpContext context)
    {
        var asked = context.Request.Query;
        if (asked["client_id"] != Client || asked["response_type"] != "code" || asked["code_challenge_method"] != "S256" || !asked["scope"].ToString().Contains("openid", StringComparison.Ordinal))
        {
            return Results.BadRequest();
        }

        var code = Guid.NewGuid().ToString("N");
        codes[code] = (asked["nonce"]!, asked["code_challenge"]!, RedirectUri = asked["redirect_uri"]!);
        return Results.Redirect(QueryHelpers.AddQueryString(RedirectUri, new Dictionary<string, string?> { ["code"] = code, ["state"] = asked["state"] }));
    }

    private async Task<IResult> Token(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        // A code is good once, and only for whoever asked for it.
        if (!codes.Remove(form["code"]!, out var given) || form["client_secret"] != ClientSecret || form["redirect_uri"] != given.Redirect
            || WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!))) != given.Challenge)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new { iss = Issuer, sub = "17", aud = Client, iat = now, exp = now + 300, nonce = KeepsNonce ? given.Nonce : "another", preferred_username = Name, roles = Roles };
        return Results.Json(new { access_token = "opaque", token_type = "Bearer", expires_in = 300, id_token = Sign(JsonSerializer.Serialize(claims)) });
    }

    private string Sign(string claims)
    {
        var signed = $"{WebEncoders.Base64UrlEncode("""{"alg":"RS256","typ":"JWT","kid":"1"}"""u8.ToArray())}.{WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{WebEncoders.Base64UrlEncode((Forged ?? key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }
}
