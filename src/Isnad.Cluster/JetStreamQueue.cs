using System.Diagnostics;
using System.Globalization;
using Isnad.Archive.Ingest;
using Isnad.Formats.Import;
using NATS.Client.Core;
using NATS.Client.JetStream;

namespace Isnad.Cluster;

/// <summary>
/// The queue that many workers share. A message that is taken stays on the server until its article is stored; of one that is in
/// doubt nothing is lost, for it is given out again, and nothing is twice, for the archive knows its articles by their content.
/// </summary>
internal sealed class JetStreamQueue : IArticleQueue, IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    // An answer that is on its way is soon there.
    private static readonly TimeSpan Doubt = TimeSpan.FromSeconds(5);
    // Whoever is silent for one of these has his articles given to others; where nothing comes for so many, nobody is heard of any more.
    private const int Silences = 3;
    private readonly Stopwatch forgotten = new();
    private readonly Stopwatch idle = Stopwatch.StartNew();
    private readonly ClusterConnection cluster;
    private readonly Timer alive;
    private TimeSpan ackWait;
    private readonly Lock gate = new();
    private readonly List<JetStreamWork> taken = [];
    private readonly Queue<JetStreamWork> held = new();
    private INatsJSConsumer? consumer;

    public JetStreamQueue(ClusterConnection cluster)
    {
        this.cluster = cluster;
        ackWait = cluster.Limits.AckWait;
        alive = new(_ => SayAlive(), null, ackWait / 3, ackWait / 3);
    }

    /// <summary>Articles stored by this worker.</summary>
    public long Added { get; private set; }

    /// <summary>Articles that the archive had already.</summary>
    public long Known { get; private set; }

    /// <summary>Messages that were given up.</summary>
    public long Dead { get; private set; }

    /// <summary>
    /// When a worker last found nothing to take, nothing was in others' hands either: what a killed one had taken comes again.
    /// </summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Messages that are taken and not stored yet.</summary>
    public int InHand
    {
        get
        {
            lock (gate)
            {
                return taken.Sum(w => w.Messages.Count) + held.Sum(w => w.Messages.Count);
            }
        }
    }

    public async ValueTask<QueuedWork?> Take(CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            // What is in hand is stored; what is only held goes back.
            return null;
        }

        if (held.Count == 0)
        {
            await Fetch(cancellation).ConfigureAwait(false);
        }

        lock (gate)
        {
            if (held.TryDequeue(out var work))
            {
                taken.Add(work);
                return work;
            }
        }

        return QueuedWork.None;
    }

    // The acknowledgement comes after the transaction; a transaction needs to note nothing, since articles are known by their content.
    public void Note(Batch batch)
    {
    }

    public async ValueTask Kept(Batch batch, int added, int known)
    {
        (Added, Known) = (Added + added, Known + known);
        var work = (JetStreamWork)batch.Work;
        try
        {
            for (var i = 0; i < work.Messages.Count; i++)
            {
                var message = work.Messages[i];
                if (batch.Items[i].Problem is { } problem)
                {
                    await Bury(message, problem).ConfigureAwait(false);
                }

                await message.AckAsync().ConfigureAwait(false);
            }
        }
        catch (Exception x) when (x is NatsException or TimeoutException or OperationCanceledException)
        {
            // The article is stored. The message comes again and is found to be known.
        }

        lock (gate)
        {
            taken.Remove(work);
        }
    }

    /// <summary>What was taken could not be stored: it is taken again before anything else.</summary>
    public void Hold()
    {
        lock (gate)
        {
            foreach (var work in taken)
            {
                held.Enqueue(work);
            }

            taken.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await alive.DisposeAsync().ConfigureAwait(false);
        Hold();
        try
        {
            foreach (var message in held.SelectMany(w => w.Messages))
            {
                await message.NakAsync().ConfigureAwait(false);
            }

            // What is said to the server lies in a buffer: once it answers, it has heard all of it.
            await cluster.Connection.PingAsync().ConfigureAwait(false);
        }
        catch (Exception x) when (x is NatsException or TimeoutException or OperationCanceledException)
        {
            // They come again when the server has waited long enough.
        }
    }

    private async Task Fetch(CancellationToken cancellation)
    {
        var fetched = new List<INatsJSMsg<byte[]>>();
        try
        {
            consumer ??= await Consumer(cancellation).ConfigureAwait(false);
            await foreach (var message in consumer.FetchNoWaitAsync<byte[]>(new() { MaxMsgs = cluster.Limits.Batch }, cancellationToken: cancellation).ConfigureAwait(false))
            {
                fetched.Add(message);
            }

            IsEmpty = false;
            if (fetched.Count > 0)
            {
                idle.Restart();
            }
            else
            {
                await Look(cancellation).ConfigureAwait(false);
                await Task.Delay(Pause, cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Asked to stop: what has come goes back.
        }
        catch (Exception x) when (x is NatsException or TimeoutException)
        {
            (consumer, IsEmpty) = (null, false);
            await Task.Delay(Pause, CancellationToken.None).ConfigureAwait(false);
        }

        Hold(fetched);
    }

    // Killed, the server may come back with articles that it holds to be given out, answered for or not, and never gives again. They would
    // lie there for ever. What somebody has in hand all the same is read twice, and known the second time.
    private async Task Look(CancellationToken cancellation)
    {
        var (queued, owed) = await cluster.Backlog(cancellation).ConfigureAwait(false);
        IsEmpty = queued == 0;
        if (queued == 0)
        {
            idle.Restart();
        }

        if (queued == 0 || owed > 0)
        {
            forgotten.Reset();
        }
        else
        {
            forgotten.Start();
        }

        if (forgotten.Elapsed > Doubt || (InHand == 0 && idle.Elapsed > ackWait * Silences))
        {
            await cluster.GiveAgain(cancellation).ConfigureAwait(false);
            consumer = null;
            forgotten.Reset();
            idle.Restart();
        }
    }

    // Whoever runs the server may have set another time than ours.
    private async Task<INatsJSConsumer> Consumer(CancellationToken cancellation)
    {
        var found = await cluster.Ensure(cancellation).ConfigureAwait(false);
        if (found.Info.Config.AckWait != ackWait)
        {
            ackWait = found.Info.Config.AckWait;
            alive.Change(ackWait / 3, ackWait / 3);
        }

        return found;
    }

    // What came before and was not stored may be what ended a worker: it is read alone, so that it takes nothing else with it.
    private void Hold(List<INatsJSMsg<byte[]>> fetched)
    {
        lock (gate)
        {
            var usual = fetched.FindAll(m => DeliveriesOf(m) <= cluster.Limits.AloneAfter);
            if (usual.Count > 0)
            {
                held.Enqueue(new(usual, [.. usual.Select(Unit)]));
            }

            foreach (var message in fetched.Where(m => DeliveriesOf(m) > cluster.Limits.AloneAfter))
            {
                held.Enqueue(new([message], [Unit(message)]) { Alone = true });
            }
        }
    }

    private ArticleUnit Unit(INatsJSMsg<byte[]> message)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{ClusterNames.ArticleSubject}#{message.Metadata?.Sequence.Stream}");
        return new(name, () =>
        [
            DeliveriesOf(message) > cluster.Limits.DeadAfter
                ? new(null, new(name, ProblemKind.EngineFailed, string.Create(CultureInfo.InvariantCulture, $"it was given to workers {DeliveriesOf(message) - 1} times and none could store it; please report it")))
                : ArticleMessage.Read(name, message.Data ?? []),
        ]);
    }

    private async Task Bury(INatsJSMsg<byte[]> message, ArticleProblem problem)
    {
        var headers = new NatsHeaders
        {
            [ClusterNames.Reason] = $"{problem.Code} {problem.Message}".ReplaceLineEndings(" "),
            [ClusterNames.Deliveries] = DeliveriesOf(message).ToString(CultureInfo.InvariantCulture),
        };
        var answer = await cluster.Streams.PublishAsync(
            ClusterNames.DeadSubject, message.Data ?? [], opts: new() { MsgId = problem.Source }, headers: headers).ConfigureAwait(false);
        answer.EnsureSuccess();
        Dead += answer.Duplicate ? 0 : 1;
    }

    private void SayAlive()
    {
        List<INatsJSMsg<byte[]>> messages;
        lock (gate)
        {
            messages = [.. taken.Concat(held).SelectMany(w => w.Messages)];
        }

        foreach (var message in messages)
        {
            _ = SayAlive(message);
        }
    }

    private static async Task SayAlive(INatsJSMsg<byte[]> message)
    {
        try
        {
            await message.AckProgressAsync().ConfigureAwait(false);
        }
        catch (Exception x) when (x is NatsException or TimeoutException or OperationCanceledException or ObjectDisposedException)
        {
            // At worst another worker reads it too.
        }
    }

    private static ulong DeliveriesOf(INatsJSMsg<byte[]> message) => message.Metadata?.NumDelivered ?? 1;
}

/// <summary>Work that came from the server, a unit for each message.</summary>
internal sealed record JetStreamWork(IReadOnlyList<INatsJSMsg<byte[]>> Messages, IReadOnlyList<ArticleUnit> Units) : QueuedWork(Units);
