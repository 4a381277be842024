using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>The days to which a query holds all that it finds; null where it does not say.</summary>
internal readonly record struct QuestionSpan(DateOnly? From, DateOnly? To)
{
    /// <summary>True where a query speaks of no days.</summary>
    public bool IsOpen => From is null && To is null;

    /// <summary>True for no more than two months.</summary>
    public bool IsShort => From is { } from && To is { } to && to.DayNumber - from.DayNumber <= 62;

    /// <summary>What a part of a query that must hold says of days.</summary>
    public QuestionSpan And(QueryNode node)
    {
        if (node is not QueryNode.Field { Values: [var value], Name.Name: "since" or "until" or "on" } field || DayRange.Of(value) is not { } days)
        {
            return this;
        }

        var from = field.Name.Name == "until" ? From : Later(From, days.First);
        var to = field.Name.Name == "since" ? To : Earlier(To, days.Last);
        return new(from, to);
    }

    /// <summary>The days to which the whole of a query is held.</summary>
    public static QuestionSpan Of(QueryNode root) => Parts(root).Aggregate(default(QuestionSpan), (span, part) => span.And(part));

    /// <summary>What must all hold.</summary>
    public static IReadOnlyList<QueryNode> Parts(QueryNode root) => root is QueryNode.All all ? [.. all.Of.SelectMany(Parts)] : [root];

    private static DateOnly Later(DateOnly? a, DateOnly b) => a > b ? a.Value : b;

    private static DateOnly Earlier(DateOnly? a, DateOnly b) => a < b ? a.Value : b;
}
