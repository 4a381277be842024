using Isnad.Archive.Query;

namespace Isnad.Cli;

/// <summary>A query on the command line.</summary>
internal static class QueryText
{
    /// <summary>Does something with a query, or says which of its words is wrong.</summary>
    public static int With(string text, Func<EventQuery, int> run)
    {
        if (EventQuery.TryParse(text, out var query, out var error))
        {
            return run(query);
        }

        Console.Error.WriteLine($"query: {error.In(text)}");
        return ExitCode.Usage;
    }
}
