using System.Diagnostics.CodeAnalysis;

namespace Isnad.Archive.Query;

/// <summary>What is wrong with a query, said so that it can be mended.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Start">Where the word begins that it is about, in characters from 0.</param>
/// <param name="Length">How long that word is; 0 at the end of the query.</param>
/// <param name="Suggestion">What was meant, perhaps.</param>
public sealed record QueryError(string Message, int Start, int Length, string? Suggestion)
{
    /// <summary>What is wrong in a word that does not change, by which pages in any language find their own for it: field, value, bracket and so on.</summary>
    public string Kind { get; init; } = "word";

    /// <summary>The name of the field that it is about; null where it is about none.</summary>
    public string? Field { get; init; }

    /// <summary>The message, with the word that it is about.</summary>
    public string In(string query)
    {
        var word = Length > 0 ? $"at character {Start + 1}, «{query.Substring(Start, Length)}»: " : "at the end: ";
        return $"{word}{Message}{(Suggestion is null ? "" : $"; did you mean «{Suggestion}»?")}";
    }
}

/// <summary>A question to the archive: <c>type:assault place:إدلب since:2024-01 "سوق شعبية"</c>. docs/archive.md explains the language.</summary>
public sealed class EventQuery
{
    internal EventQuery(QueryNode root) => Root = root;

    /// <summary>Every event.</summary>
    public static EventQuery Everything { get; } = new(new QueryNode.All([]));

    internal QueryNode Root { get; }

    /// <summary>What both queries find.</summary>
    public EventQuery And(EventQuery other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Root is QueryNode.All { Of: [] } ? other : other.Root is QueryNode.All { Of: [] } ? this : new(new QueryNode.All([Root, other.Root]));
    }

    /// <summary>Parses a query.</summary>
    /// <param name="error">What is wrong; null where nothing is.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out EventQuery? query, [NotNullWhen(false)] out QueryError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        (var root, error) = new QueryParser(text).Parse();
        query = root is null ? null : new(root);
        return query is not null;
    }

    /// <summary>The query in its plainest form.</summary>
    public override string ToString() => Root.ToString();
}
