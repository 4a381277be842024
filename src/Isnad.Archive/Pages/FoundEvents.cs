using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>What a query finds, as SQL.</summary>
/// <param name="Condition">Holds of the events <c>e</c> that it finds.</param>
/// <param name="Mentions">The mentions by which it finds them, as <c>SELECT m.id …</c> with the columns that sums need.</param>
internal sealed record FoundEvents(string Condition, string Mentions, IReadOnlyList<object?> Values)
{
    // The events of a few days are found first, and then their reports; SQLite keeps this order, PostgreSQL finds its own.
    private const string TablesByDay = $"event e CROSS JOIN mention m{QuerySql.Article} LEFT JOIN place pl ON pl.id = m.place_id";

    /// <param name="rest">A further condition that holds the event <c>e</c> to a few days; null for none.</param>
    public static FoundEvents Of(EventQuery query, NewsArchive archive, NewsEngine engine, string? rest = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (condition, values) = QuerySql.Compile(query, archive.Sql.Dialect, engine, NameIndex.Of(engine.Knowledge));
        var all = rest is null ? condition : $"{condition} AND {rest}";
        var isByDay = rest is not null || QuestionSpan.Of(query.Root).IsShort;
        var tables = Needed(isByDay ? TablesByDay : QuerySql.Tables, all);
        // The few reports of an event are looked at, whichever of the many places that a name may mean they have.
        condition = isByDay ? $"m.event_id = e.id AND {all.Replace("m.place_id IN", $"{archive.Sql.Dialect.LookedAt}m.place_id IN", StringComparison.Ordinal)}" : all;
        var events = SpeaksOfEvents(query.Root)
            // All mentions of an event are of its type.
            ? all.Replace("m.type", "e.type", StringComparison.Ordinal)
            : $"e.id IN (SELECT m.event_id FROM {tables} WHERE {condition})";
        var mentions = $"SELECT m.id, m.event_id, m.article_id, m.type, m.status, e.date, e.day, m.place_id FROM {tables} WHERE e.id IS NOT NULL AND {condition}";
        return new(events, mentions, values);
    }

    /// <summary>A condition on the event <c>e</c> for looking at events one after the other.</summary>
    public static (string Condition, IReadOnlyList<object?> Values) Looking(EventQuery query, NewsArchive archive, NewsEngine engine)
    {
        // All mentions of an event are of its type.
        var ofEvents = QuestionSpan.Parts(query.Root).ToLookup(SpeaksOfEvents);
        var (conditions, values) = QuerySql.Compile([new QueryNode.All([.. ofEvents[true]]), new QueryNode.All([.. ofEvents[false]])], archive.Sql.Dialect, engine, NameIndex.Of(engine.Knowledge), looksOnly: true);
        var (told, reported) = (conditions[0].Replace("m.type", "e.type", StringComparison.Ordinal), conditions[1]);
        var tables = Needed($"mention m{QuerySql.Article}", reported);
        return (ofEvents[false].Any() ? $"{told} AND EXISTS (SELECT 1 FROM {tables} WHERE m.event_id = e.id AND {reported})" : told, values);
    }

    /// <summary>The events that a query finds by a part of it that finds few: that part is searched for, and the others looked up.</summary>
    public static (string Search, IReadOnlyList<object?> Values) ByPart(EventQuery query, QueryNode part, NewsArchive archive, NewsEngine engine)
    {
        var (condition, values) = QuerySql.Compile(query, archive.Sql.Dialect, engine, NameIndex.Of(engine.Knowledge), looksOnly: true, searched: part);
        return ($"SELECT m.event_id FROM {QuerySql.Tables} WHERE {condition}", values);
    }

    // Articles are large: where the condition does not speak of them none is looked at.
    private static string Needed(string tables, string condition) =>
        condition.Contains("a.", StringComparison.Ordinal) ? tables : tables.Replace(QuerySql.Article, "", StringComparison.Ordinal);

    // What is the same for all reports of an event.
    private static bool SpeaksOfEvents(QueryNode node) => node switch
    {
        QueryNode.Field field => field.Name.Name is "type" or "since" or "until" or "on" or "denied" or "claim" or "origins" or "outlets",
        QueryNode.Not not => SpeaksOfEvents(not.Of),
        QueryNode.All all => all.Of.All(SpeaksOfEvents),
        QueryNode.Any any => any.Of.All(SpeaksOfEvents),
        _ => false,
    };
}
