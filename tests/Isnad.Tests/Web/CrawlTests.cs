using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace Isnad.Tests.Web;

/// <summary>Follows the links of the reading room as a reader would, and looks at every page on the way.</summary>
public sealed class CrawlTests(Room room) : IClassFixture<Room>
{
    private const int MostPages = 220;
    private const int MostOfAKind = 14;

    [Theory]
    [InlineData("/", "ar", "rtl")]
    [InlineData("/en", "en", "ltr")]
    public async Task Every_link_leads_to_a_sound_page(string start, string language, string direction)
    {
        var (waiting, seen, kinds) = (new Queue<string>([start]), new HashSet<string>([start]), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var pages = 0; waiting.Count > 0 && pages < MostPages; pages++)
        {
            var address = waiting.Dequeue();
            var page = await room.Page(address);
            Sound(page, address, language, direction);
            foreach (var link in page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]).Where(a => !a.StartsWith("/assets/", StringComparison.Ordinal)))
            {
                var path = link.Split('?')[0];
                var kind = string.Join('/', path.Split('/').Take(language == "en" ? 3 : 2));
                // What leads to the other language, or to a twin, is looked at elsewhere.
                var isElsewhere = link.StartsWith("/en", StringComparison.Ordinal) != (language == "en") || path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".csv", StringComparison.Ordinal);
                if (!isElsewhere && kinds.GetValueOrDefault(kind) < MostOfAKind && seen.Add(link))
                {
                    kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                    waiting.Enqueue(link);
                }
            }
        }

        Assert.True(kinds.Count >= 8, string.Join(' ', kinds.Keys));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/en/?q=type:assault&view=map")]
    [InlineData("/?view=network")]
    [InlineData("/status")]
    [InlineData("/knowledge?q=قصف")]
    [InlineData("/read")]
    public async Task Every_page_has_its_twins(string address)
    {
        var page = await room.Page(address);
        await Twins(page);
    }

    [Fact]
    public async Task An_event_and_its_articles_have_their_twins()
    {
        var page = await room.Page(await room.FirstEvent("منفي:نعم"));
        await Twins(page);
        await Twins(await room.Page(page.QuerySelector(".evidence .from a")!.GetAttribute("href")!.Split('#')[0]));
    }

    private async Task Twins(IHtmlDocument page)
    {
        var twins = page.QuerySelectorAll(".twins a").Select(a => a.GetAttribute("href")!).ToList();
        using var json = JsonDocument.Parse(await room.Client.GetStringAsync(new Uri(twins[0], UriKind.Relative)));
        Assert.True(json.RootElement.GetProperty("machine_coded").GetBoolean());
        using var csv = await room.Client.GetAsync(new Uri(twins[1], UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, csv.StatusCode);
        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
    }

    private static void Sound(IHtmlDocument page, string address, string language, string direction)
    {
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(direction, page.DocumentElement.GetAttribute("dir"));
        Assert.True(page.QuerySelectorAll("h1").Length == 1, $"{address} has {page.QuerySelectorAll("h1").Length} headings of the first rank");
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.DoesNotContain(page.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.True(ids.Count == ids.Distinct().Count(), $"{address}: an id stands twice");
        Assert.All(page.QuerySelectorAll("a[href^='#']"), a => Assert.Contains(a.GetAttribute("href")![1..], ids));
        Assert.False(page.Body!.TextContent.Contains("(null)", StringComparison.Ordinal));
        // A key of the wording that has no words would stand for itself.
        Assert.DoesNotMatch(@"\b(Model|stance|word|outlet|Room)\.[A-Z][a-z]+", page.Body!.TextContent);
        Assert.DoesNotMatch(@"\b(nav|search|event|reading|facet|field|chain|claim|origin|timeline|map|network|status|read|knowledge|error|month|precision)\.[a-z-]+\b", Own(page));
    }

    private static string Own(IHtmlDocument page)
    {
        foreach (var data in page.QuerySelectorAll("bdi, code, .code, .reason, table"))
        {
            data.Remove();
        }

        return page.Body!.TextContent;
    }
}
