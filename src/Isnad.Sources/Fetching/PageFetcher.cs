using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Isnad.Formats.Import;
using Polly;
using Polly.Retry;

namespace Isnad.Sources.Fetching;

/// <summary>
/// Fetches pages politely: one at a time and with pauses, as robots.txt allows, asking only for what has changed, and never
/// from a private address that nobody allowed. Used by one thread.
/// </summary>
internal sealed class PageFetcher : IDisposable
{
    private readonly FetchOptions options;
    private readonly HttpClient client;
    private readonly HostTurns turns;
    private readonly RobotsFiles robots;
    private readonly ResiliencePipeline<HttpResponseMessage> retries;

    public PageFetcher(FetchOptions options, TimeProvider? clock = null)
    {
        this.options = options;
        client = new HttpClient(GuardedConnection.Handler(options)) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", options.UserAgent);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "ar,*;q=0.5");
        turns = new HostTurns(clock ?? TimeProvider.System);
        robots = new RobotsFiles((address, cancellation) => Follow(address, null, null, withRobots: false, cancellation), options.Program);
        retries = Retries(options, clock ?? TimeProvider.System);
    }

    /// <summary>The page at an address, or why it cannot be had; throws only where it is cancelled.</summary>
    /// <param name="etag">What the server said the last time, so that an unchanged page is not sent again.</param>
    public Task<FetchAnswer> Get(Uri address, string? etag = null, string? lastModified = null, CancellationToken cancellation = default) =>
        Follow(address, etag, lastModified, withRobots: true, cancellation);

    public void Dispose() => client.Dispose();

    private async Task<FetchAnswer> Follow(Uri address, string? etag, string? lastModified, bool withRobots, CancellationToken cancellation)
    {
        var at = address;
        for (var hop = 0; hop <= options.MostRedirects; hop++)
        {
            if (at.Scheme is not ("http" or "https"))
            {
                return FetchAnswer.Fail(address, ProblemKind.Forbidden, $"it leads to «{at}», which is no address of the web");
            }

            var pause = options.Delay;
            if (withRobots)
            {
                var rules = await robots.Of(at, cancellation).ConfigureAwait(false);
                if (!rules.Allows(at))
                {
                    return FetchAnswer.Fail(address, ProblemKind.Forbidden, "the site's robots.txt forbids to fetch it, or cannot be had");
                }

                pause = rules.Delay is { } asked && asked > pause ? (asked < options.LongestDelay ? asked : options.LongestDelay) : pause;
            }

            var (answer, next) = await Once(address, at, etag, lastModified, pause, cancellation).ConfigureAwait(false);
            if (answer is { } final)
            {
                return final;
            }

            at = next!;
        }

        return FetchAnswer.Fail(address, ProblemKind.NotFetched, $"it leads from one address to the next, more than {options.MostRedirects} times");
    }

    // One request with its repetitions: an answer, or where it leads on to.
    private async Task<(FetchAnswer? Answer, Uri? Next)> Once(Uri asked, Uri address, string? etag, string? lastModified, TimeSpan pause, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            using var response = await retries.ExecuteAsync(async token =>
            {
                await turns.Wait(address, pause, token).ConfigureAwait(false);
                limit.CancelAfter(options.Timeout);
                using var request = Request(address, etag, lastModified);
                var received = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
                limit.CancelAfter(Timeout.InfiniteTimeSpan);
                return received;
            }, cancellation).ConfigureAwait(false);
            if (response.StatusCode is HttpStatusCode.NotModified)
            {
                return (new(new(address, [], null, etag, lastModified, IsUnchanged: true), null), null);
            }

            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location)
            {
                return Uri.TryCreate(address, location, out var next) ? (null, next) : (FetchAnswer.Fail(asked, ProblemKind.NotFetched, "it leads to no address"), null);
            }

            if (!response.IsSuccessStatusCode)
            {
                var gone = (int)response.StatusCode is >= 400 and < 500 and not 429;
                return (FetchAnswer.Fail(asked, gone ? ProblemKind.NotThere : ProblemKind.NotFetched, $"the server answers {(int)response.StatusCode}{(gone ? "" : ", also when asked again")}"), null);
            }

            limit.CancelAfter(options.Timeout);
            return (await Body(asked, address, response, limit.Token).ConfigureAwait(false), null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (FetchAnswer.Fail(asked, ProblemKind.NotFetched, $"the server took longer than {options.Timeout.TotalSeconds:0} seconds"), null);
        }
        catch (Exception x) when (x is HttpRequestException or IOException or SocketException or InvalidDataException)
        {
            return (Refusal(x) is { } refused ? FetchAnswer.Fail(asked, ProblemKind.Forbidden, $"{refused.Message}, which only --allow-private lets it reach") : FetchAnswer.Fail(asked, ProblemKind.NotFetched, $"it cannot be fetched: {x.Message}"), null);
        }
    }

    private static HttpRequestMessage Request(Uri address, string? etag, string? lastModified)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        }

        if (lastModified is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        }

        return request;
    }

    // What a server says of the length may be wrong, and packed bytes may unpack to any length: what comes is counted.
    private async Task<FetchAnswer> Body(Uri asked, Uri address, HttpResponseMessage response, CancellationToken cancellation)
    {
        using var body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await body.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0; bytes.Write(buffer, 0, read))
        {
            if (bytes.Length + read > options.LargestPage)
            {
                return FetchAnswer.Fail(asked, ProblemKind.TooLarge, $"it is larger than {options.LargestPage >> 20} MiB");
            }
        }

        var type = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant();
        var changed = response.Content.Headers.TryGetValues("Last-Modified", out var values) ? values.FirstOrDefault() : null;
        return new(new(address, bytes.ToArray(), type, response.Headers.ETag?.ToString(), changed, IsUnchanged: false), null);
    }

    private static PrivateAddressException? Refusal(Exception? x)
    {
        for (; x is not null; x = x.InnerException)
        {
            if (x is PrivateAddressException refused)
            {
                return refused;
            }
        }

        return null;
    }

    private static ResiliencePipeline<HttpResponseMessage> Retries(FetchOptions options, TimeProvider clock)
    {
        if (options.Retries == 0)
        {
            return ResiliencePipeline<HttpResponseMessage>.Empty;
        }

        return new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = options.Retries,
            Delay = options.RetryDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            MaxDelay = options.LongestDelay,
            ShouldHandle = arguments => ValueTask.FromResult(
                arguments.Outcome.Exception is HttpRequestException failed ? Refusal(failed) is null : arguments.Outcome.Result?.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError),
            DelayGenerator = arguments => ValueTask.FromResult(RetryAfter(arguments.Outcome.Result?.Headers.RetryAfter, clock, options.LongestDelay)),
            OnRetry = arguments =>
            {
                arguments.Outcome.Result?.Dispose();
                return default;
            },
        }).Build();
    }

    // Null leaves the pause to the doubling.
    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? asked, TimeProvider clock, TimeSpan longest)
    {
        var pause = asked?.Delta ?? asked?.Date - clock.GetUtcNow();
        return pause is null ? null : pause > longest ? longest : pause < TimeSpan.Zero ? TimeSpan.Zero : pause;
    }
}
