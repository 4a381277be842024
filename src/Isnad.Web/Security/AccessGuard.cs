using Isnad.Web.Api;
using Isnad.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Security;

/// <summary>
/// Lets in who may come in. On this machine everybody may look; elsewhere only whoever has a role. Whatever changes something needs
/// a reviewer wherever it is asked from, unless an endpoint says that it changes nothing: what is forgotten is refused. Who somebody
/// is, a key in the request says, or the session of whoever signed in.
/// </summary>
internal sealed class AccessGuard(RequestDelegate next, AccessRules rules)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (KeyHeader.Of(context.Request, rules) is { } key)
        {
            context.User = Visitor.Principal(key.Name, key.Role);
        }

        var visitor = new Visitor(context.User.Identity?.Name, Visitor.RoleOf(context.User), rules.CanSignIn);
        RoomRequest.Of(context).Visitor = visitor;
        var needed = Needed(context);
        if (needed is null || visitor.Role >= needed)
        {
            return next(context);
        }

        context.Response.StatusCode = visitor.Name is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden;
        if (visitor.Name is null)
        {
            // A page says itself how to sign in; the browser's own box would hide it. It is offered to whoever asks as programs do.
            context.Response.Headers.WWWAuthenticate = ApiProblems.IsForProgram(context.Request) ? "Bearer, Basic realm=\"Isnad\", charset=\"UTF-8\"" : "Bearer";
        }

        return Task.CompletedTask;
    }

    private AccessRole? Needed(HttpContext context)
    {
        // What routing itself answers (405, 415) is no such endpoint.
        var endpoint = context.GetEndpoint();
        var changes = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && endpoint is RouteEndpoint && endpoint.Metadata.GetMetadata<ChangesNothing>() is null;
        return changes || endpoint?.Metadata.GetMetadata<NeedsReviewer>() is not null ? AccessRole.Reviewer
            : rules.IsOpen || endpoint?.Metadata.GetMetadata<OpenToEverybody>() is not null ? null
            : AccessRole.Reader;
    }
}

/// <summary>Who may come in.</summary>
/// <param name="IsOpen">Whoever reaches the server may look: it listens on this machine only.</param>
/// <param name="HasProvider">An identity provider vouches for people.</param>
internal sealed record AccessRules(bool IsOpen, IReadOnlyList<AccessKey> Keys, bool HasProvider)
{
    public bool CanSignIn => HasProvider || Keys.Count > 0;

    /// <summary>The key with this secret. All are compared, so that the time says nothing of which one was nearly right.</summary>
    public AccessKey? Find(string secret) => Keys.Where(k => k.Is(secret)).ToList() is [var key, ..] ? key : null;
}

/// <summary>Marks an endpoint that takes POST and changes nothing on the server.</summary>
internal sealed class ChangesNothing;

/// <summary>Marks what shows nothing of the archive and is there for whoever is not let in: how to sign in, and whether the server runs.</summary>
internal sealed class OpenToEverybody;

/// <summary>Marks what only reviewers need and what costs more than a page.</summary>
internal sealed class NeedsReviewer;
