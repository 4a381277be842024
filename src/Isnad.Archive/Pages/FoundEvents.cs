using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>What a query finds, as SQL.</summary>
/// <param name="Condition">Holds of the events <c>e</c> that it finds.</param>
/// <param name="Mentions">The mentions by which it finds them, as <c>SELECT m.id …</c> with the columns that sums need.</param>
/// <param name="Types">The types that it asks for and nothing else; null where it asks for more, so that no kept sum answers it. Empty for all.</param>
internal sealed record FoundEvents(string Condition, string Mentions, IReadOnlyList<object?> Values, IReadOnlyList<string>? Types)
{
    public static FoundEvents Of(EventQuery query, NewsArchive archive, NewsEngine engine)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (condition, values) = QuerySql.Compile(query, archive.Sql.Dialect, engine, NameIndex.Of(engine.Knowledge));
        var types = query.Root switch
        {
            QueryNode.All { Of: [] } => [],
            QueryNode.Field { Name.Name: "type" } field => field.Values,
            _ => null,
        };
        var events = types switch
        {
            null => $"e.id IN (SELECT m.event_id FROM {QuerySql.Tables} WHERE {condition})",
            [] => "TRUE",
            // All mentions of an event are of its type.
            _ => condition.Replace("m.type", "e.type", StringComparison.Ordinal),
        };
        var mentions = $"SELECT m.id, m.event_id, m.article_id, m.type, m.status, m.date, m.day, m.place_id FROM {QuerySql.Tables} WHERE e.id IS NOT NULL AND {condition}";
        return new(events, mentions, values, types);
    }

    /// <summary>A condition on the type of a kept sum.</summary>
    public string OfTypes => Types is { Count: > 0 } ? $"type IN ({string.Join(", ", Types.Select((_, i) => $"@p{i + 1}"))})" : "TRUE";
}
