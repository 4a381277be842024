using Isnad.Archive.Query;

namespace Isnad.Web.Alerts;

/// <summary>A query that somebody follows, and where what it finds is sent.</summary>
/// <param name="Name">Names it; how far it has come is kept under this name.</param>
/// <param name="Url">Who receives it.</param>
/// <param name="Secret">What deliveries are signed with: <c>whsec_</c> and at least 24 bytes in base64.</param>
public sealed record Alert(string Name, Uri Url, string Secret)
{
    private const string Prefix = "whsec_";
    private const int FewestBytes = 24;
    private const int LongestName = 100;

    /// <summary>The query; null where a saved one is followed.</summary>
    public string? Query { get; init; }

    /// <summary>The name of a query that the archive keeps; what is saved under it later holds from then on.</summary>
    public string? Saved { get; init; }

    /// <summary>Without the secret, so that no log shows it.</summary>
    public override string ToString() => Name;

    /// <summary>The secret as bytes; null where it is none.</summary>
    internal byte[]? Key()
    {
        var bytes = new byte[Secret.Length];
        return Secret.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(Secret[Prefix.Length..], bytes, out var count) && count >= FewestBytes ? bytes[..count] : null;
    }

    /// <summary>What is wrong with it; null where nothing is.</summary>
    internal string? Problem(IReadOnlySet<string> privateHosts) =>
        Name.Length is 0 or > LongestName ? $"an alert has a name of 1 to {LongestName} letters"
        : Query is null == Saved is null ? $"alert «{Name}» has a query, or names a saved one"
        : Query is not null && !EventQuery.TryParse(Query, out _, out var error) ? $"alert «{Name}»: {error.In(Query)}"
        : !Url.IsAbsoluteUri || !(Url.Scheme == Uri.UriSchemeHttps || (Url.Scheme == Uri.UriSchemeHttp && (privateHosts.Contains(Url.Host) || privateHosts.Contains(Url.Authority)))) ? $"alert «{Name}»: url is an https address, or an http address whose host stands under private_hosts"
        : Key() is null ? $"alert «{Name}»: secret is whsec_ and at least {FewestBytes} bytes in base64"
        : null;
}
