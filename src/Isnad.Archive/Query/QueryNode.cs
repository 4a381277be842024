using System.Buffers;

namespace Isnad.Archive.Query;

/// <summary>A part of a parsed query.</summary>
internal abstract record QueryNode
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(" ,،:()«»“”\"");

    /// <summary>Words that stand in the article, in this order.</summary>
    public sealed record Words(string Text) : QueryNode;

    /// <summary>A field with one of several values.</summary>
    public sealed record Field(QueryField Name, string Operator, IReadOnlyList<string> Values) : QueryNode;

    /// <summary>What must not hold.</summary>
    public sealed record Not(QueryNode Of) : QueryNode;

    /// <summary>All of these.</summary>
    public sealed record All(IReadOnlyList<QueryNode> Of) : QueryNode;

    /// <summary>At least one of these.</summary>
    public sealed record Any(IReadOnlyList<QueryNode> Of) : QueryNode;

    /// <summary>The query as one would write it; parsing it again gives the same query.</summary>
    public sealed override string ToString() => this switch
    {
        Words w => Quote(w.Text, always: true),
        Field f => $"{f.Name.Name}:{f.Operator}{string.Join(',', f.Values.Select(v => Quote(v, always: false)))}",
        Not n => $"-{Inner(n.Of)}",
        All a => string.Join(' ', a.Of.Select(Inner)),
        Any a => string.Join(" OR ", a.Of.Select(Inner)),
        _ => "",
    };

    private static string Inner(QueryNode node) => node is All or Any ? $"({node})" : node.ToString();

    private static string Quote(string text, bool always) =>
        always || text.AsSpan().ContainsAny(Marks) || text.Any(char.IsWhiteSpace) || text is ['-' or '>' or '<' or '=', ..] ? $"\"{text.Replace("\"", "", StringComparison.Ordinal)}\"" : text;
}
