using Isnad.Formats.Import;
using Isnad.Reading;

namespace Isnad.Cli;

/// <summary>Reads articles so that none can end the run.</summary>
internal static class SafeReading
{
    /// <summary>The readings of a piece of input, or why there are none.</summary>
    /// <param name="render">What to make of a reading.</param>
    public static IReadOnlyList<(T? Result, ArticleProblem? Problem)> Read<T>(NewsEngine engine, ArticleUnit unit, Func<NewsReading, T> render) where T : class =>
        Each(unit, article => render(engine.Read(article)));

    /// <summary>What came of each article of a piece of input, or why nothing did.</summary>
    /// <param name="work">What to do with an article.</param>
    public static IReadOnlyList<(T? Result, ArticleProblem? Problem)> Each<T>(ArticleUnit unit, Func<Article, T> work) where T : class
    {
        var results = new List<(T?, ArticleProblem?)>();
        foreach (var (article, problem) in unit.Read())
        {
            results.Add(article is null ? (null, problem) : Try(unit.Source, article, work));
        }

        return results;
    }

    // The engine throws on no text; were it to do so all the same, the other articles are still wanted.
    private static (T?, ArticleProblem?) Try<T>(string source, Article article, Func<Article, T> work) where T : class
    {
        try
        {
            return (work(article), null);
        }
        catch (Exception x) when (x is not OutOfMemoryException)
        {
            return (null, new(source, ProblemKind.EngineFailed, $"Isnad failed on it, which is a defect; please report it with the article. {x.GetType().Name}: {x.Message}"));
        }
    }
}
