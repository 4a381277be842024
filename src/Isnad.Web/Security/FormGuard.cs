using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Isnad.Web.Security;

/// <summary>
/// Marks forms that change something with a token that only pages of ours hold (CSRF), beside <see cref="CrossOriginGuard"/>: a browser
/// sends the key of HTTP Basic, and the cookie of a session, with whatever it is made to send.
/// </summary>
internal static class FormGuard
{
    public const string Cookie = "isnad-form";
    public const string Field = "token";

    /// <summary>The token for the forms of a page; its counterpart goes into a cookie.</summary>
    public static string? Token(HttpContext context, IAntiforgery forms) => forms.GetAndStoreTokens(context).RequestToken;

    /// <summary>Whether the form of a request came from a page of ours, made for this very visitor.</summary>
    public static Task<bool> IsOurs(HttpContext context, IAntiforgery forms) => forms.IsRequestValidAsync(context);
}
