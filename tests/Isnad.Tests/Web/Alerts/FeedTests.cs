using System.Net;
using System.Xml.Linq;
using Isnad.Tests.Web.Api;
using Xunit;

namespace Isnad.Tests.Web.Alerts;

/// <summary>Queries that somebody follows.</summary>
public sealed class FeedTests(SampleRoom samples) : IClassFixture<SampleRoom>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task A_feed_is_sound()
    {
        var text = await samples.Room.Client.GetStringAsync(new Uri("/feeds/events.atom?q=type:assault", UriKind.Relative));
        var feed = XDocument.Parse(text).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.NotEmpty(entries);
        Assert.Equal(entries.Count, entries.Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.All(entries, entry =>
        {
            Assert.NotEmpty(entry.Element(Atom + "title")!.Value);
            Assert.True(DateTimeOffset.TryParse(entry.Element(Atom + "updated")!.Value, System.Globalization.CultureInfo.InvariantCulture, out _));
        });
        var page = new Uri(entries[0].Element(Atom + "link")!.Attribute("href")!.Value);
        using var response = await samples.Room.Client.GetAsync(page);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task What_is_announced_is_a_calendar()
    {
        var text = await samples.Room.Client.GetStringAsync(new Uri("/feeds/upcoming.ics?q=" + Uri.EscapeDataString("type:consult OR type:agree"), UriKind.Relative));
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_with_a_mistake_is_a_problem() =>
        Assert.Equal("KH4001", (await samples.Room.Get("/feeds/events.atom?q=((((", HttpStatusCode.BadRequest)).GetProperty("code").GetString());

    [Fact]
    public async Task The_server_says_how_it_is()
    {
        Assert.Equal("alive", await samples.Room.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative)));
        Assert.Equal("ready", await samples.Room.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
    }
}
