using System.Collections.Concurrent;

namespace Isnad.Web.Hosting;

/// <summary>
/// Keeps sums over many events for a short while, so that what many ask for is worked out once. What has grown old is still
/// shown while it is worked out anew, by one of those who ask; what takes long to work out is kept longer, so that it never takes
/// more than a small part of the time. What nobody waits for any more is given up, a while later where somebody may ask again.
/// </summary>
internal sealed class AnswerCache(TimeProvider clock)
{
    private const int MostAnswers = 400;
    private const int TimesItTook = 100;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AskedAgain = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, Answer> answers = new(StringComparer.Ordinal);

    /// <summary>The answer to a question, worked out where nobody has asked it lately.</summary>
    /// <param name="work">Works it out; cancelled when all who asked are gone.</param>
    /// <param name="cancellation">The one who asks is gone.</param>
    public async Task<T> Get<T>(string question, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
        where T : class => (await Get(question, work, Timeout.InfiniteTimeSpan, cancellation))!;

    /// <summary>The answer, if it is there before the patience of the one who asks ends; null otherwise, and it is worked out for the next who asks.</summary>
    public async Task<T?> Get<T>(string question, Func<CancellationToken, Task<T>> work, TimeSpan patience, CancellationToken cancellation)
        where T : class
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var answer = answers.GetOrAdd(question, _ => Answer.To(work, clock));
            if (answer.Task.IsCompletedSuccessfully && now - answer.Asked > answer.Kept)
            {
                // The old answer stays until the new one is there; whoever comes meanwhile gets it too, so nobody waits for the new one.
                var renewed = Answer.To(work, clock, answer.Task.Result);
                if (answers.TryUpdate(question, renewed, answer))
                {
                    renewed.Join();
                    answer = renewed;
                }
            }

            Shrink();
            if (answer is { Old: { } old, Task.IsCompleted: false })
            {
                return (T)old;
            }

            if (!answer.Join())
            {
                // The last one who waited for it has just gone.
                answers.TryRemove(new(question, answer));
                continue;
            }

            try
            {
                return (T)await answer.Task.WaitAsync(patience, clock, cancellation);
            }
            catch (TimeoutException) when (!answer.Task.IsFaulted)
            {
                _ = LeaveLater(question, answer);
                return null;
            }
            catch
            {
                if (answer.Leave() || answer.Task.IsFaulted || answer.Task.IsCanceled)
                {
                    answers.TryRemove(new(question, answer));
                }

                throw;
            }
        }
    }

    /// <summary>Forgets everything: what it was worked out from has changed here.</summary>
    public void Clear() => answers.Clear();

    private async Task LeaveLater(string question, Answer answer)
    {
        await Task.WhenAny(answer.Task, Task.Delay(AskedAgain, clock));
        if (answer.Leave() || answer.Task.IsFaulted || answer.Task.IsCanceled)
        {
            answers.TryRemove(new(question, answer));
        }
    }

    private void Shrink()
    {
        if (answers.Count > MostAnswers)
        {
            foreach (var old in answers.OrderBy(a => a.Value.Asked).Take(MostAnswers / 4))
            {
                answers.TryRemove(old);
            }
        }
    }

    /// <summary>An answer and how many wait for it.</summary>
    private sealed class Answer
    {
        private readonly CancellationToken stop;
        private readonly Action giveUp;
        private readonly Lazy<Task<object>> value;
        private readonly Lock gate = new();
        private int waiting;

        private Answer(Func<CancellationToken, Task<object>> work, TimeProvider clock, object? old)
        {
            // It has no timer, so there is nothing to dispose of.
            var source = new CancellationTokenSource();
            (Asked, Old, stop, giveUp) = (clock.GetUtcNow(), old, source.Token, source.Cancel);
            value = new(() => System.Threading.Tasks.Task.Run(async () =>
            {
                var done = await work(stop);
                Kept = TimeSpan.FromTicks(Math.Clamp((clock.GetUtcNow() - Asked).Ticks * TimesItTook, Fresh.Ticks, Longest.Ticks));
                return done;
            }));
        }

        public DateTimeOffset Asked { get; }

        /// <summary>How long it is fresh, once it is there.</summary>
        public TimeSpan Kept { get; private set; }

        /// <summary>What was answered before; null the first time.</summary>
        public object? Old { get; }

        public Task<object> Task => value.Value;

        public static Answer To<T>(Func<CancellationToken, Task<T>> work, TimeProvider clock, object? old = null)
            where T : class => new(async stop => await work(stop), clock, old);

        /// <summary>Waits for it too; false where it was given up.</summary>
        public bool Join()
        {
            lock (gate)
            {
                waiting += stop.IsCancellationRequested ? 0 : 1;
                return !stop.IsCancellationRequested;
            }
        }

        /// <summary>Waits no more; true where nobody does and the work was given up.</summary>
        public bool Leave()
        {
            lock (gate)
            {
                waiting--;
                if (waiting > 0 || Task.IsCompleted)
                {
                    return false;
                }
            }

            giveUp();
            return true;
        }
    }
}
