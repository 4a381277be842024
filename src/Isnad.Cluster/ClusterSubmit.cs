using Isnad.Archive.Ingest;
using Isnad.Archive.Store;
using Isnad.Formats.Import;
using NATS.Client.Core;
using NATS.Client.JetStream;

namespace Isnad.Cluster;

/// <summary>Fills the queue with the articles of files. Each is named by its content: given again, the server steps over it.</summary>
public sealed class ClusterSubmit(string nats, ArticleDefaults defaults)
{
    // So many are on their way at once; each waits until the server has written it.
    private const int Together = 128;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Told of each input that gave no article.</summary>
    public Action<ArticleProblem> Problem { get; init; } = _ => { };

    /// <summary>Told how many were sent.</summary>
    public Action<long> Progress { get; init; } = _ => { };

    /// <exception cref="ClusterException">The queue cannot be reached.</exception>
    public async Task<SubmitResult> Run(IEnumerable<string> names, CancellationToken cancellation)
    {
        var cluster = await ClusterConnection.Open(nats, new(), cancellation).ConfigureAwait(false);
        await using var closing = cluster.ConfigureAwait(false);
        var result = new SubmitResult(0, 0, 0);
        foreach (var chunk in Source.Find(names, defaults, Refused).SelectMany(source => source.Units()).SelectMany(unit => unit.Read()).Chunk(Together))
        {
            foreach (var problem in chunk.Select(f => f.Problem).OfType<ArticleProblem>())
            {
                Problem(problem);
                result = result with { Rejected = result.Rejected + 1 };
            }

            var sent = await Task.WhenAll(chunk.Select(f => f.Article).OfType<Article>().Select(article => Send(cluster, article, cancellation))).ConfigureAwait(false);
            result = result with
            {
                Sent = result.Sent + sent.Count(s => s == Outcome.Sent),
                Known = result.Known + sent.Count(s => s == Outcome.Known),
                Rejected = result.Rejected + sent.Count(s => s == Outcome.TooLarge),
            };
            Progress(result.Sent + result.Known);
        }

        return result;
    }

    private enum Outcome
    {
        Sent,
        Known,
        TooLarge,
    }

    // A server that is away comes back, a full queue empties: the sender waits. The same name makes sending it again harmless.
    private async Task<Outcome> Send(ClusterConnection cluster, Article article, CancellationToken cancellation)
    {
        var message = ArticleMessage.Write(article);
        if (message.Length > (cluster.Connection.ServerInfo?.MaxPayload ?? int.MaxValue) - 1024)
        {
            Problem(new(article.Id, ProblemKind.TooLarge, "it is longer than a message of the NATS server may be; raise max_payload there, or take it in with isnad ingest"));
            return Outcome.TooLarge;
        }

        for (var pause = TimeSpan.FromMilliseconds(200); ; pause = pause * 2 > LongestPause ? LongestPause : pause * 2)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var answer = await cluster.Streams.PublishAsync(ClusterNames.ArticleSubject, message, opts: new() { MsgId = ArchivedArticle.KeyOf(article) }, cancellationToken: cancellation).ConfigureAwait(false);
                if (answer.Error is null)
                {
                    return answer.Duplicate ? Outcome.Known : Outcome.Sent;
                }
            }
            catch (Exception x) when (x is NatsException or TimeoutException)
            {
                // Tried again below.
            }

            await Task.Delay(pause, cancellation).ConfigureAwait(false);
        }
    }

    private static IEnumerable<ArticleUnit> Refused(string address) =>
        throw new ClusterException("KH3103", $"{address}: the queue takes files; pages of the web are fetched by isnad ingest, which keeps to what their servers ask for");
}

/// <summary>What was sent to the queue.</summary>
/// <param name="Sent">Articles that the queue took.</param>
/// <param name="Known">Articles that it had got within the hour.</param>
/// <param name="Rejected">Inputs that gave no article.</param>
public sealed record SubmitResult(long Sent, long Known, long Rejected);
