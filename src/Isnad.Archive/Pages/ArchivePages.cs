using Isnad.Archive.Fusion;
using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>
/// What pages and programs read of an archive: lists, one event, one article, sums, and what is known of an actor, a place or an
/// outlet. Like the archive it is used by one thread; making it costs nothing.
/// </summary>
/// <example><code>
/// using var archive = NewsArchive.Open("news.db", readOnly: true);
/// var page = new ArchivePages(archive, NewsEngine.Default).Events(EventQuery.Everything);
/// </code></example>
public sealed class ArchivePages(NewsArchive archive, NewsEngine engine)
{
    /// <summary>How many events a page has where nobody says.</summary>
    public const int DefaultSize = 20;

    private readonly Sql sql = archive.Sql;
    private readonly EventReader events = new(archive.Sql);

    /// <summary>A page of the events that a query finds.</summary>
    /// <param name="after"><see cref="EventPage.Next"/> of the page before; null for the first.</param>
    /// <exception cref="ArgumentException">The cursor is none that a page gave.</exception>
    public EventPage Events(EventQuery query, EventOrder order = EventOrder.Latest, string? after = null, int size = DefaultSize)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return new EventListReader(archive, engine).Read(query, order, after, size);
    }

    /// <summary>A page of the events that a person should look at: denied, with numbers that exclude each other, or read without confidence.</summary>
    /// <param name="reason">denied, disputed or doubtful; null for any of them.</param>
    /// <param name="after"><see cref="ReviewQueue.Next"/> of the page before; null for the first.</param>
    /// <exception cref="ArgumentException">The cursor is none that a page gave.</exception>
    public ReviewQueue ReviewQueue(string? reason = null, string? after = null, int size = DefaultSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return new ReviewQueueReader(sql).Read(reason, EventCursor.Of(after), size);
    }

    /// <summary>How many events a query finds.</summary>
    public long Count(EventQuery query)
    {
        if (KeptQuestion.Of(query, archive, engine) is not { } kept || !kept.Answers("type"))
        {
            return Counted(null);
        }

        var sums = new KeptSums(archive.Sql);
        var cover = sums.Cover(kept, "type");
        var rest = cover.Condition(kept.Span);
        return sums.ByTime(kept.Scopes, cover.Periods).Sum(r => r.Events) + (rest is null ? 0 : Counted(rest));

        long Counted(string? within)
        {
            var found = FoundEvents.Of(query, archive, engine, within);
            return sql.Number($"SELECT COUNT(*) FROM event e WHERE {found.Condition}", [.. found.Values]);
        }
    }

    /// <summary>An event with the evidence for it; null where the archive has none with this key.</summary>
    /// <param name="key">Key of the event or of one of its mentions.</param>
    public EventDetail? Event(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var id = sql.Value("SELECT id FROM event WHERE key = @p1", key) ?? sql.Value("SELECT event_id FROM mention WHERE key = @p1", key);
        return id is long number && events.Read([number]).FirstOrDefault() is { } e ? new EventDetailReader(sql, engine).Read(e) : null;
    }

    /// <summary>An article with what the engine reads in it; null where the archive has none with this key.</summary>
    public ArticleDetail? Article(string key) => new ArticleDetailReader(sql, engine).Read(key);

    /// <summary>A page of the articles that tell of what a query finds; of <see cref="EventQuery.Everything"/>, of all articles.</summary>
    /// <param name="after"><see cref="ArticlePage.Next"/> of the page before; null for the first.</param>
    /// <exception cref="ArgumentException">The cursor is none that a page gave.</exception>
    public ArticlePage Articles(EventQuery query, string? after = null, int size = DefaultSize)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return new ArticleListReader(archive, engine).Read(query, after, size);
    }

    /// <summary>How far reports have come in and become events; what <see cref="Fresh"/> begins from.</summary>
    public long Reached() => new FreshReader(archive, engine).Reached();

    /// <summary>Events that a query finds by reports that have come in since, in the order in which these came.</summary>
    /// <param name="after"><see cref="Reached"/>, or <see cref="FreshEvents.Reached"/> of the time before.</param>
    /// <param name="most">At most so many reports.</param>
    public FreshEvents Fresh(EventQuery query, long after, int most = 100)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return new FreshReader(archive, engine).Read(query, after, most);
    }

    /// <summary>How the events that a query finds are spread over types, outlets, countries and so on.</summary>
    /// <param name="most">How many values of each facet, the commonest first.</param>
    public IReadOnlyList<Facet> Facets(EventQuery query, int most = 12) => new FacetReader(archive, engine).Read(query, most);

    /// <summary>How many of the events that a query finds fall on each day, week, month or year.</summary>
    public Timeline Timeline(EventQuery query, TimelineStep step = TimelineStep.Month) => new TimelineReader(archive, engine).Read(query, step);

    /// <summary>Who did what to whom in the events that a query finds, the commonest first.</summary>
    public IReadOnlyList<Dyad> Dyads(EventQuery query, int most = 50) => new DyadReader(archive, engine).Read(query, most);

    /// <summary>Where the events that a query finds happened, the commonest places first.</summary>
    public IReadOnlyList<PlaceCount> Map(EventQuery query, int most = 500) => new MapReader(archive, engine).Read(query, most);

    /// <summary>What is known of an actor; null where nobody in the archive is called or coded so.</summary>
    /// <param name="who">A name, a code or an entry of the knowledge, as in the query language.</param>
    public ActorProfile? Actor(string who) => new ActorReader(archive, engine).Read(who);

    /// <summary>What is known of a place; null where no event in the archive is placed there.</summary>
    /// <param name="where">A name, the code of a country or an entry of the knowledge, as in the query language.</param>
    public PlaceProfile? Place(string where) => new PlaceReader(archive, engine).Read(where);

    /// <summary>What is known of an outlet; null where the archive has no article of it.</summary>
    /// <param name="name">Its whole name, in any spelling.</param>
    public OutletProfile? Outlet(string name) => new OutletReader(archive).Read(name);

    /// <summary>The outlets, those with the most articles first.</summary>
    public IReadOnlyList<OutletCount> Outlets() => new OutletReader(archive).All();
}
