using Isnad.Formats.Import;
using Isnad.Reading;

namespace Isnad.Cli;

/// <summary>Reads articles so that none can end the run.</summary>
internal static class SafeReading
{
    /// <summary>The readings of a piece of input, or why there are none.</summary>
    /// <param name="render">What to make of a reading.</param>
    public static IReadOnlyList<(T? Result, ArticleProblem? Problem)> Read<T>(NewsEngine engine, ArticleUnit unit, Func<NewsReading, T> render) where T : class
    {
        var results = new List<(T?, ArticleProblem?)>();
        foreach (var (article, problem) in unit.Read())
        {
            results.Add(article is null ? (null, problem) : Read(engine, unit.Source, article, render));
        }

        return results;
    }

    // The engine throws on no text; were it to do so all the same, the other articles are still wanted.
    private static (T?, ArticleProblem?) Read<T>(NewsEngine engine, string source, Article article, Func<NewsReading, T> render) where T : class
    {
        try
        {
            return (render(engine.Read(article)), null);
        }
        catch (Exception x) when (x is not OutOfMemoryException)
        {
            return (null, new(source, ProblemKind.EngineFailed, $"Isnad failed on it, which is a defect; please report it with the article. {x.GetType().Name}: {x.Message}"));
        }
    }
}
