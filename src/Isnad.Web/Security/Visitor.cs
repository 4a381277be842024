using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Isnad.Web.Security;

/// <summary>Who asks: nobody known, the holder of a key, or whoever an identity provider vouches for.</summary>
/// <param name="Name">Null for nobody known.</param>
/// <param name="Role">Null for whoever may do no more than everybody.</param>
/// <param name="CanSignIn">There are keys, or an identity provider, to sign in with.</param>
internal sealed record Visitor(string? Name, AccessRole? Role, bool CanSignIn)
{
    public bool IsReviewer => Role >= AccessRole.Reviewer;

    /// <summary>The same claims whether a key or an identity provider vouches, so that nothing else asks which of them it was.</summary>
    public static ClaimsPrincipal Principal(string name, AccessRole? role) => new(new ClaimsIdentity(
        role is { } given ? [new(ClaimTypes.Name, name), new(ClaimTypes.Role, given.ToString())] : [new(ClaimTypes.Name, name)], CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>The highest role that a principal has.</summary>
    public static AccessRole? RoleOf(ClaimsPrincipal user) =>
        user.FindAll(ClaimTypes.Role).Select(c => Enum.TryParse<AccessRole>(c.Value, out var role) ? role : (AccessRole?)null).Max();
}
