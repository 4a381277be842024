using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Isnad.Sources.Fetching;
using Polly;
using Polly.Retry;

namespace Isnad.Web.Alerts;

/// <summary>
/// Sends deliveries as the Standard Webhooks specification has it: signed (HMAC-SHA256 of id, time and body), sent again while the
/// receiver does not say that it has them, and never to a private address that nobody allowed.
/// </summary>
internal sealed class WebhookSender : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private readonly HttpClient client;
    private readonly TimeProvider clock;
    private readonly ResiliencePipeline<HttpResponseMessage> retries;

    public WebhookSender(AlertSettings settings, TimeProvider clock)
    {
        this.clock = clock;
        var fetching = FetchOptions.Default with { Timeout = settings.Pace.Timeout, PrivateHosts = settings.PrivateHosts.ToHashSet(StringComparer.OrdinalIgnoreCase) };
        client = new(GuardedConnection.Handler(fetching)) { Timeout = settings.Pace.Timeout };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Isnad/0.1");
        retries = new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = settings.Pace.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = settings.Pace.Retry,
            ShouldHandle = tried => ValueTask.FromResult(tried.Outcome.Result is { } answer ? IsPassing(answer.StatusCode) : tried.Outcome.Exception is TaskCanceledException or HttpRequestException { InnerException: not PrivateAddressException }),
            DelayGenerator = tried => ValueTask.FromResult(Asked(tried.Outcome.Result?.Headers.RetryAfter)),
            OnRetry = tried =>
            {
                tried.Outcome.Result?.Dispose();
                return ValueTask.CompletedTask;
            },
        }).Build();
    }

    /// <summary>Sends a delivery; null where the receiver has it, else why not.</summary>
    /// <param name="id">The same however often it is sent, so that a receiver can tell.</param>
    public async Task<string?> Send(Alert alert, string id, byte[] body, CancellationToken cancellation)
    {
        try
        {
            using var answer = await retries.ExecuteAsync(async token =>
            {
                using var request = Signed(alert, id, body);
                // What the receiver says beyond its status is nobody's business, and may be endless.
                return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
            }, cancellation);
            return answer.IsSuccessStatusCode ? null : ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception x) when (x is HttpRequestException || (x is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return x.InnerException is PrivateAddressException ? "its address is a private one; private_hosts may allow it" : x is TaskCanceledException ? "it takes too long" : x.Message;
        }
    }

    public void Dispose() => client.Dispose();

    private HttpRequestMessage Signed(Alert alert, string id, byte[] body)
    {
        var time = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{time}."), .. body];
        var signature = HMACSHA256.HashData(alert.Key()!, signed);
        var request = new HttpRequestMessage(HttpMethod.Post, alert.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", time);
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(signature)}");
        return request;
    }

    private static bool IsPassing(HttpStatusCode status) => (int)status >= 500 || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;

    private TimeSpan? Asked(RetryConditionHeaderValue? after)
    {
        var wait = after?.Delta ?? (after?.Date is { } day ? day - clock.GetUtcNow() : null);
        return wait is { } given && given > TimeSpan.Zero ? (given < LongestWait ? given : LongestWait) : null;
    }
}
