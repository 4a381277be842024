using Isnad.Archive.Pages;
using Isnad.Archive.Query;

namespace Isnad.Web.Pages;

/// <summary>What the page of events shows: one query, seen as a list, on a map or as who does what to whom, always with its timeline.</summary>
/// <param name="Query">As it was written.</param>
/// <param name="Problem">What is wrong with it; null where nothing is.</param>
/// <param name="Parsed">Its parts.</param>
/// <param name="View">list, map or network.</param>
/// <param name="Count">How many events it finds.</param>
/// <param name="Next">Where the next page of the list begins.</param>
public sealed record SearchModel(
    string Query, QueryError? Problem, IReadOnlyList<QueryPart> Parsed, string View, EventOrder Order, long Count, IReadOnlyList<StoredEvent> Events, string? Next,
    IReadOnlyList<Facet> Facets, ShownTimeline Timeline, IReadOnlyList<PlaceCount> Places, IReadOnlyList<Dyad> Dyads)
{
    /// <summary>The archive holds the invented articles; a newcomer is told what he sees.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsWelcome { get; init; }

    /// <summary>Its sums are still being worked out.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsCounting { get; init; }
}

/// <summary>A part of a query, and the query without it.</summary>
/// <param name="Term">As the query language writes it.</param>
/// <param name="Field">The field that it asks for; null for words and whole brackets.</param>
/// <param name="Values">The values asked for.</param>
public sealed record QueryPart(string Term, string Without, string? Field, IReadOnlyList<string> Values, bool IsDenied)
{
    /// <summary>The parts that must all hold.</summary>
    internal static IReadOnlyList<QueryPart> Of(EventQuery query)
    {
        IReadOnlyList<QueryNode> parts = query.Root is QueryNode.All all ? all.Of : [query.Root];
        return [.. parts.Select((part, at) =>
        {
            var (node, isDenied) = part is QueryNode.Not not ? (not.Of, true) : (part, false);
            var field = node as QueryNode.Field;
            var rest = new QueryNode.All([.. parts.Where((_, i) => i != at)]);
            return new QueryPart(part.ToString(), rest.ToString(), field?.Name.Name, field is null ? [node is QueryNode.Words words ? words.Text : node.ToString()] : [.. field.Values.Select(v => field.Operator + v)], isDenied);
        })];
    }
}
