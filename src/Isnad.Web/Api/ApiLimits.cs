using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Isnad.Web.Api;

/// <summary>How often and how long programs may ask, so that one cannot keep the server from all others.</summary>
internal static class ApiLimits
{
    public const string Asking = "asking";
    public const string Reading = "reading";
    public const string Live = "live";

    private const int MostReadings = 16;
    private const int MostLive = 64;
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(30);

    public static void Add(IServiceCollection services, int requestsPerMinute)
    {
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new() { Timeout = LongestAnswer, TimeoutStatusCode = StatusCodes.Status504GatewayTimeout });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(5);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(Asking, context => RateLimitPartition.GetTokenBucketLimiter(Who(context), _ => new()
            {
                TokenLimit = requestsPerMinute,
                TokensPerPeriod = Math.Max(1, requestsPerMinute / 60),
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            }));
            // Reading takes a core; whoever comes when all are busy waits his turn, but not in an endless line.
            limiter.AddConcurrencyLimiter(Reading, options => (options.PermitLimit, options.QueueLimit) = (Environment.ProcessorCount, MostReadings));
            limiter.AddConcurrencyLimiter(Live, options => (options.PermitLimit, options.QueueLimit) = (MostLive, 0));
        });
    }

    // By the key where there is one, since many may come from one address.
    private static string Who(HttpContext context) => context.User.Identity?.Name ?? context.Connection.RemoteIpAddress?.ToString() ?? "";
}
