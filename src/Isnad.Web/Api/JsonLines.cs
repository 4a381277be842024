using System.Text;
using Microsoft.AspNetCore.Http;

namespace Isnad.Web.Api;

/// <summary>JSON lines that are written while they are made.</summary>
internal sealed class JsonLines(IAsyncEnumerable<string> lines) : IResult
{
    public const string ContentType = "application/x-ndjson";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = ContentType;
        httpContext.Response.Headers.CacheControl = "no-store";
        await foreach (var line in lines)
        {
            await httpContext.Response.WriteAsync(line + "\n", Encoding.UTF8, httpContext.RequestAborted);
        }
    }
}
