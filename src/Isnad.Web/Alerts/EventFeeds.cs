using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Isnad.Archive.Export;
using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Formats.Export;
using Isnad.Web.Api;
using Isnad.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Alerts;

/// <summary>A query that somebody follows: as an Atom feed, and what it finds announced as a calendar.</summary>
internal static class EventFeeds
{
    private const int Entries = 50;
    private const int MostAnnounced = 1000;

    public static void Map(IEndpointRouteBuilder routes, Library library, TimeProvider clock)
    {
        var feeds = routes.MapGroup("/feeds").RequireRateLimiting(ApiLimits.Asking).ExcludeFromDescription();
        feeds.MapGet("/events.atom", async (string? q, HttpContext context) =>
        {
            var query = ApiQuery.Parse(q);
            var page = await library.Read(shelf => shelf.Pages.Events(query, EventOrder.Latest, size: Entries), context.RequestAborted);
            var site = $"{context.Request.Scheme}://{context.Request.Host}";
            return Results.Bytes(Atom(page.Events, query.ToString(), site), "application/atom+xml; charset=utf-8");
        });
        feeds.MapGet("/upcoming.ics", async (string? q, HttpContext context) =>
        {
            var wanted = ApiQuery.Parse(q).ToString();
            var announced = ApiQuery.Parse($"status:scheduled since:{clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{(wanted.Length > 0 ? $" ({wanted})" : "")}");
            var page = await library.Read(shelf => shelf.Pages.Events(announced, EventOrder.Earliest, size: MostAnnounced), context.RequestAborted);
            using var stream = new MemoryStream();
            ArchiveExport.Write("ical", page.Events, stream);
            return Results.Bytes(stream.ToArray(), "text/calendar; charset=utf-8");
        });
    }

    private static byte[] Atom(IReadOnlyList<StoredEvent> events, string query, string site)
    {
        var address = $"{site}/?q={Uri.EscapeDataString(query)}";
        var feed = new SyndicationFeed($"Isnad: {(query.Length > 0 ? query : "*")}", "machine-coded", new Uri(address), $"urn:isnad:query:{Uri.EscapeDataString(query)}", Updated(events.SelectMany(e => e.Reports)), events.Select(e => Entry(e, site)))
        {
            Language = "ar",
        };
        feed.Authors.Add(new SyndicationPerson { Name = "Isnad" });
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = true }))
        {
            feed.SaveAsAtom10(writer);
        }

        return stream.ToArray();
    }

    private static SyndicationItem Entry(StoredEvent e, string site)
    {
        var title = $"{Labels.EventTypes.Arabic(e.Type)}: {Names(e.Actors)} ← {Names(e.Targets)}{(e.Place is { Name.Length: > 0 } place ? $" ({place.Name})" : "")}";
        var told = string.Join("\n", e.Reports.Select(r => $"{r.Article.Published} {r.Article.Outlet}: {r.Article.Title}"));
        var item = new SyndicationItem(Plain(title), Plain($"{e.Date} {told}"), new Uri($"{site}/event/{Uri.EscapeDataString(e.Key)}"), $"urn:isnad:event:{Uri.EscapeDataString(e.Key)}", Updated(e.Reports));
        item.Categories.Add(new SyndicationCategory(e.Type));
        return item;
    }

    private static string Names(IReadOnlyList<StoredParty> parties) => parties.Count == 0 ? "؟" : string.Join("، ", parties.Select(p => p.Name));

    // The day of the last report: an event that one more outlet tells of is news again.
    private static DateTimeOffset Updated(IEnumerable<StoredMention> reports) =>
        reports.Max(r => r.Article.Published) is { } day ? new(DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), TimeSpan.Zero) : DateTimeOffset.UnixEpoch;

    // What XML cannot hold, such as control characters in a title, is left out.
    private static string Plain(string text) => new([.. text.Where(c => XmlConvert.IsXmlChar(c))]);
}
