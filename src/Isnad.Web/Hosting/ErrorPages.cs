using Isnad.Archive;
using Isnad.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Isnad.Web.Hosting;

/// <summary>Whatever goes wrong is said on a page that can be read, with the right status code, and without what only programmers understand.</summary>
internal sealed class ErrorPages(RequestDelegate next, ILogger<ErrorPages> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null })
            {
                await Show(context, context.Response.StatusCode, null);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the page any more.
        }
        catch (BadHttpRequestException x) when (!context.Response.HasStarted)
        {
            await Show(context, x.StatusCode, null);
        }
        catch (ArchiveException x) when (!context.Response.HasStarted)
        {
            Log.Archive(logger, x);
            context.Response.Headers.RetryAfter = "5";
            await Show(context, StatusCodes.Status503ServiceUnavailable, x.Code);
        }
        catch (Exception x) when (!context.Response.HasStarted)
        {
            Log.Failed(logger, context.Request.Path, x);
            await Show(context, StatusCodes.Status500InternalServerError, null);
        }
    }

    private static Task Show(HttpContext context, int status, string? code)
    {
        var room = RoomRequest.Of(context);
        return PageEndpoints.Write(room, context, ErrorModel.Answer(room, status, code)).ExecuteAsync(context);
    }
}

/// <summary>What the server writes to its log.</summary>
internal static partial class Log
{
    [LoggerMessage(LogLevel.Error, "the archive could not be read")]
    public static partial void Archive(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "no page for {Path}")]
    public static partial void Failed(ILogger logger, PathString path, Exception exception);
}
