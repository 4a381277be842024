using Isnad.Archive;
using Isnad.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Isnad.Web.Api;

/// <summary>
/// What goes wrong for a program is said to it as <c>application/problem+json</c> (RFC 9457) with a code of docs/diagnostics.md.
/// Nothing of the server's inside is told.
/// </summary>
internal sealed class ApiProblems(RequestDelegate next, ILogger<ApiProblems> logger)
{
    private static readonly PathString[] Programs = ["/api", "/openapi", "/feeds", "/mcp", "/health"];

    public static bool IsForProgram(HttpRequest request) => Programs.Any(p => request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));

    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsForProgram(context.Request))
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null })
            {
                await Write(context, Usual(context.Response.StatusCode));
            }
        }
        catch (ApiProblemException x) when (!context.Response.HasStarted)
        {
            await Write(context, x);
        }
        catch (BadHttpRequestException x) when (!context.Response.HasStarted)
        {
            await Write(context, Usual(x.StatusCode));
        }
        catch (ArchiveException x) when (!context.Response.HasStarted)
        {
            Log.Archive(logger, x);
            context.Response.Headers.RetryAfter = "5";
            // Its message names the file, which is nobody's business elsewhere.
            await Write(context, new(StatusCodes.Status503ServiceUnavailable, x.Code, "the archive cannot be read now"));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            await Write(context, new(StatusCodes.Status504GatewayTimeout, "KH4008", "the answer took too long"));
        }
        catch (Exception x) when (!context.Response.HasStarted)
        {
            Log.Failed(logger, context.Request.Path, x);
            await Write(context, new(StatusCodes.Status500InternalServerError, "KH4000", "the server failed; its log says why"));
        }
    }

    private static ApiProblemException Usual(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => new(status, "KH4010", "a key is needed: Authorization: Bearer KEY"),
        StatusCodes.Status403Forbidden => new(status, "KH4011", "this key may not do that, or the request comes from another site's page"),
        StatusCodes.Status404NotFound => new(status, "KH4004", "there is nothing at this address; /docs/api lists what there is"),
        StatusCodes.Status405MethodNotAllowed => new(status, "KH4004", "there is nothing at this address for this method; /docs/api lists what there is"),
        StatusCodes.Status413PayloadTooLarge => new(status, "KH4006", "the request is too large"),
        StatusCodes.Status415UnsupportedMediaType => new(status, "KH4005", "send application/json or text/plain"),
        StatusCodes.Status429TooManyRequests => new(status, "KH4007", "too many requests; wait as long as Retry-After says"),
        StatusCodes.Status504GatewayTimeout => new(status, "KH4008", "the answer took too long"),
        _ => new(status, "KH4003", "the request cannot be understood; a parameter has a value of the wrong kind"),
    };

    private static Task Write(HttpContext context, ApiProblemException problem)
    {
        var members = new Dictionary<string, object?>(problem.Members) { ["code"] = problem.Code };
        context.Response.Headers.CacheControl = "no-store";
        return Results.Problem(problem.Message, context.Request.Path, problem.Status, Title(problem.Status), $"urn:isnad:{problem.Code}", members).ExecuteAsync(context);
    }

    private static string Title(int status) => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
}
