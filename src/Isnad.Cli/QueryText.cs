using System.CommandLine;
using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Cli;

/// <summary>A query on the command line.</summary>
internal static class QueryText
{
    public static Argument<string?> Argument(string description) => new("query") { Description = description, Arity = ArgumentArity.ZeroOrOne };

    public static Option<string?> Saved() => new("--saved") { Description = "The query that the archive keeps under this name; what else is asked must hold too." };

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

    /// <summary>Does something with a query and the saved one of a name, both of which must hold.</summary>
    public static int And(EventQuery query, string? saved, NewsArchive archive, Func<EventQuery, int> run)
    {
        if (saved is null)
        {
            return run(query);
        }

        if (new SavedQueries(archive).Find(saved) is { } kept)
        {
            return With(kept.Query, other => run(other.And(query)));
        }

        Console.Error.WriteLine($"--saved: the archive keeps no query «{saved}»; isnad query --list-saved lists them");
        return ExitCode.Usage;
    }
}
