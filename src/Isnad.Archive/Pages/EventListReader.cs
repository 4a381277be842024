using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>
/// Lists events. What a query finds often is met soon when events are looked at in their order; what it finds seldom is searched
/// for. So a few thousand are looked at first. Where they do not fill a page, the part of the query that finds few is searched for;
/// where every part finds many, more are looked at, and then everything is searched.
/// </summary>
internal sealed class EventListReader(NewsArchive archive, NewsEngine engine)
{
    private const int LooksAt = 3000;
    private const int LooksAtMost = 300_000;
    private const int Few = 20_000;

    public EventPage Read(EventQuery query, EventOrder order, string? after, int size)
    {
        var rows = Rows(query, order, EventCursor.Of(after), size);
        var shown = rows.Take(size).ToList();
        return new([.. new EventReader(archive.Sql).Read(shown.ConvertAll(e => e.Id))], rows.Count > size ? shown[^1].At.ToString() : null);
    }

    private List<(long Id, EventCursor At)> Rows(EventQuery query, EventOrder order, EventCursor? cursor, int size)
    {
        var looking = new EventLook(archive, engine, query, order, cursor, size);
        var (rows, isWhole) = looking.At(LooksAt);
        if (isWhole || rows.Count > size)
        {
            return rows;
        }

        if (Rarest(query) is { } part)
        {
            var (search, values) = FoundEvents.ByPart(query, part, archive, engine);
            return looking.Search($"e.id IN ({search})", values);
        }

        for (var looks = LooksAt * 10L; looks <= LooksAtMost && (rows.Count > 0 || !IsSeldom(query.Root)); looks *= 10)
        {
            (rows, isWhole) = looking.At(looks);
            if (isWhole || rows.Count > size)
            {
                return rows;
            }
        }

        var found = FoundEvents.Of(query, archive, engine);
        return looking.Search(found.Condition, found.Values);
    }

    // The part that finds the fewest reports, if these are few; counting stops where they are not.
    private QueryNode? Rarest(EventQuery query)
    {
        var sizes = QuestionSpan.Parts(query.Root).Select(part => (Part: part, Search: QuerySql.Search(part, archive.Sql.Dialect, engine))).Where(p => p.Search is not null)
            .Select(p => (p.Part, Size: archive.Sql.Number($"SELECT COUNT(*) FROM (SELECT 1 FROM ({p.Search!.Value.Search}) AS found LIMIT {Few + 1}) AS counted", [.. p.Search.Value.Values]))).ToList();
        return sizes.Count > 0 && sizes.MinBy(p => p.Size) is { Size: <= Few } rarest ? rarest.Part : null;
    }

    // Words and names are in few articles, and searching finds these at once; codes, numbers and outlets are in many.
    private static bool IsSeldom(QueryNode node) => node switch
    {
        QueryNode.Words => true,
        QueryNode.Field { Name.Name: not "outlet", Name.Value: QueryValue.Name } field => !field.Values.All(QuerySql.IsCode),
        QueryNode.All all => all.Of.Any(IsSeldom),
        QueryNode.Any any => any.Of.All(IsSeldom),
        _ => false,
    };
}
