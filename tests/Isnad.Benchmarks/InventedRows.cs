using System.Globalization;
using Isnad.Archive.Store;

namespace Isnad.Benchmarks;

/// <summary>Makes the rows of invented events: ten events of each article, and two articles of each event. The same number gives the same rows.</summary>
/// <param name="events">How many events there are in all; they lie evenly in ten years.</param>
internal sealed class InventedRows(long events)
{
    private readonly InventedDraw[] draws = InventedDraw.All();
    private readonly string[] days = [.. Enumerable.Range(0, InventedArchive.Days).Select(n => DayRange.Text(InventedArchive.First.AddDays(n)))];

    /// <summary>Who is named, and where.</summary>
    public static IEnumerable<TableRows> Names() =>
    [
        new("party", ["id", "name", "folded", "type", "country", "sector", "identity"], Numbers(1, InventedArchive.PartyCount).Select(id => new object?[] { id, PartyName(id), PartyName(id), "ORG", CountryOf(id), SectorOf(id), $"invented {id}" })),
        new("place", ["id", "name", "folded", "country", "kind", "latitude", "longitude", "identity"], Numbers(1, InventedArchive.PlaceCount).Select(id => new object?[] { id, PlaceName(id), PlaceName(id), CountryOf(id), "city", 12.0 + (id % 250 / 10.0), 25.0 + (id % 350 / 10.0), $"invented {id}" })),
    ];

    /// <summary>The words of the articles of these events.</summary>
    public IEnumerable<(long Article, string Words)> Words(long first, long last) => Articles(first, last).Select(id => (id, string.Join(' ', Enumerable.Range(0, 8).Select(w => At(id, 10 + w).Word))));

    /// <summary>All other rows of these events.</summary>
    public IEnumerable<TableRows> Of(long first, long last)
    {
        var told = Numbers(first, last);
        var spoken = told.Where(id => id % 4 == 0);
        var reports = told.SelectMany(id => new[] { (Event: id, Report: 1), (Event: id, Report: 2) });
        return
        [
            new("article", ["id", "key", "name", "outlet", "outlet_folded", "published", "title", "text", "engine", "knowledge"],
                Articles(first, last).Select(id => new object?[] { id, $"invented-{id}", $"invented-{id}", OutletOf(id), OutletOf(id), days[id * 5 * InventedArchive.Days / (events + 20)], "خبر", "خبر", "", "" })),
            new("event", ["id", "key", "type", "status", "date", "day", "last_day", "place_id", "mentions", "articles", "outlets", "origins", "denied"],
                told.Select(id => new object?[] { id, MentionKey(id, 1), At(id, 0).Type, At(id, 0).Status, Day(id), Day(id), Day(id), PlaceOf(id), 2, 2, 2, 2, 0 })),
            new("mention", ["id", "key", "article_id", "ordinal", "type", "status", "date", "first_day", "last_day", "day", "place_id", "word", "start_at", "end_at", "confidence", "event_id"],
                reports.Select(r => new object?[] { Mention(r.Event, r.Report), MentionKey(r.Event, r.Report), ArticleOf(r.Event, r.Report), (int)(1 + (r.Event % 10)), At(r.Event, 0).Type, At(r.Event, 0).Status, Day(r.Event), Day(r.Event), Day(r.Event), Day(r.Event), PlaceOf(r.Event), "خبر", 0, 3, 0.9, r.Event })),
            new("participant", ["mention_id", "role", "rank", "party_id"],
                reports.SelectMany(r => new[] { new object?[] { Mention(r.Event, r.Report), "actor", 0, ActorOf(r.Event) }, [Mention(r.Event, r.Report), "target", 0, TargetOf(r.Event)] })),
            new("count_claim", ["mention_id", "rank", "what", "at_least", "at_most"], told.Where(id => At(id, 0).Type == "ASSAULT").Select(id => new object?[] { Mention(id, 2), 0, "dead", id % 30, id % 30 })),
            new("report", ["id", "article_id", "ordinal", "form", "stance", "cue"], spoken.Select(id => new object?[] { id, ArticleOf(id, 2), (int)(1 + (id % 10)), "statement", "neutral", "قال" })),
            new("report_party", ["report_id", "rank", "party_id"], spoken.Select(id => new object?[] { id, 0, (long)At(id, 5).Party })),
            new("report_mention", ["report_id", "mention_id"], spoken.Select(id => new object?[] { id, Mention(id, 2) })),
        ];
    }

    private string Day(long id) => days[id * InventedArchive.Days / (events + 1)];

    private long PlaceOf(long id) => At(id, 1).Place;

    private long ActorOf(long id) => At(id, 2).Party;

    private long TargetOf(long id) => At(id, 3).Party;

    private string OutletOf(long article) => At(article, 4).Outlet;

    private static long ArticleOf(long id, int report) => ((id - 1) / 10 * 2) + report;

    private static string CountryOf(long id) => InventedDraw.Countries[(int)(id % InventedDraw.Countries.Count)];

    private static string SectorOf(long id) => InventedDraw.Sectors[(int)(id / InventedDraw.Countries.Count % InventedDraw.Sectors.Count)];

    private static string PlaceName(long id) => $"بلده {id}";

    private static string PartyName(long id) => $"جهه {id}";

    private static long Mention(long id, int report) => (2 * id) - 2 + report;

    private static string MentionKey(long id, int report) => string.Create(CultureInfo.InvariantCulture, $"invented-{1_000_000_000 + id}-{report}");

    private static IEnumerable<long> Articles(long first, long last) => Numbers(ArticleOf(first, 1), ArticleOf(last, 2));

    private static IEnumerable<long> Numbers(long first, long last)
    {
        for (var number = first; number <= last; number++)
        {
            yield return number;
        }
    }

    // Which draw an event has for a part of it: the moduli have no common factor, so that parts do not go together.
    private InventedDraw At(long id, int part) => draws[part switch
    {
        0 => id * 48271 % 65521,
        1 => id * 69621 % 65519,
        2 => id * 16807 % 65497,
        3 => id * 39373 % 65479,
        _ => ((id * 30011) + (part * 7919)) % 65449,
    }];
}
