using System.Text.Json;
using System.Text.Json.Serialization;

namespace Isnad.Web.Security;

/// <summary>An identity provider (OpenID Connect) that vouches for people, as its file says: docs/security.md.</summary>
/// <param name="Authority">Its address; its discovery document says the rest.</param>
/// <param name="ClientId">The name that it knows the server by.</param>
public sealed record IdentityProvider(Uri Authority, string ClientId)
{
    private const string SecretVariable = "ISNAD_OIDC_SECRET";
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter<AccessRole>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The secret that it knows the server by; from the variable ISNAD_OIDC_SECRET where the file has none.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Which claim of its tokens says what somebody may do.</summary>
    public string RoleClaim { get; init; } = "roles";

    /// <summary>What the values of that claim stand for; a value that is not here gives no role.</summary>
    public IReadOnlyDictionary<string, AccessRole> Roles { get; init; } = Enum.GetValues<AccessRole>().ToDictionary(r => JsonNamingPolicy.CamelCase.ConvertName(r.ToString()), r => r);

    /// <summary>The server's own address as browsers know it, where a proxy stands before it.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The provider that a file names, a JSON object.</summary>
    /// <exception cref="InvalidDataException">It holds something else. The message names no value of the file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IdentityProvider Load(string file)
    {
        try
        {
            var given = JsonSerializer.Deserialize<IdentityProvider>(File.ReadAllBytes(file), Json);
            var isSound = given is { Authority.IsAbsoluteUri: true, ClientId.Length: > 0 } && (given.Authority.Scheme == Uri.UriSchemeHttps || given.Authority.IsLoopback) && given.PublicUrl is null or { IsAbsoluteUri: true };
            return isSound ? given! with { ClientSecret = given!.ClientSecret ?? Environment.GetEnvironmentVariable(SecretVariable) } : throw new InvalidDataException($"{file}: authority is an https address, client_id the name that it knows the server by");
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{file}: this is no JSON object with authority, client_id and, where wanted, client_secret, role_claim, roles (value: reader, reviewer, admin) and public_url");
        }
    }

    /// <summary>Without the secret, so that no log shows it.</summary>
    public override string ToString() => $"{Authority} ({ClientId})";
}
