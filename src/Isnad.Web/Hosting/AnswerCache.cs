using System.Collections.Concurrent;

namespace Isnad.Web.Hosting;

/// <summary>
/// Keeps sums over many events for a short while, so that what many ask for is worked out once. What has grown old is still
/// shown while it is worked out anew, by one of those who ask.
/// </summary>
internal sealed class AnswerCache(TimeProvider clock)
{
    private const int MostAnswers = 400;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, Answer> answers = new(StringComparer.Ordinal);

    /// <summary>The answer to a question, worked out where nobody has asked it lately.</summary>
    public async Task<T> Get<T>(string question, Func<Task<T>> work)
        where T : class
    {
        var now = clock.GetUtcNow();
        var answer = answers.GetOrAdd(question, _ => new Answer(now, Start(work)));
        if (now - answer.Asked > Fresh && answer.Value.Value.IsCompletedSuccessfully)
        {
            var renewed = new Answer(now, Start(work));
            if (answers.TryUpdate(question, renewed, answer))
            {
                // The old answer stays until the new one is there; whoever comes meanwhile gets it too.
                renewed.Old = answer.Value.Value.Result;
                _ = renewed.Value.Value;
                answer = renewed;
            }
        }

        Shrink();
        if (answer is { Old: { } old, Value.Value.IsCompleted: false })
        {
            return (T)old;
        }

        try
        {
            return (T)await answer.Value.Value;
        }
        catch
        {
            answers.TryRemove(new(question, answer));
            throw;
        }
    }

    /// <summary>Forgets everything: what it was worked out from has changed here.</summary>
    public void Clear() => answers.Clear();

    private static Lazy<Task<object>> Start<T>(Func<Task<T>> work)
        where T : class => new(() => Task.Run(async () => (object)await work()));

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

    private sealed class Answer(DateTimeOffset asked, Lazy<Task<object>> value)
    {
        public DateTimeOffset Asked => asked;

        public Lazy<Task<object>> Value => value;

        public object? Old { get; set; }
    }
}
