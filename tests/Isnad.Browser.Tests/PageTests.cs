using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Isnad.Browser.Tests;

/// <summary>Every page in both languages: nobody is kept out, nothing fails in the console, nothing runs over the edge; with a picture of each.</summary>
public sealed class PageTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly string[] Grave = ["serious", "critical"];

    private static readonly (string Name, string Path)[] Addresses =
    [
        ("events", "/"), ("query", "/?q=type:assault"), ("mistake", "/?q=type:asault"), ("map", "/?view=map"), ("network", "/?view=network"),
        ("outlets", "/outlets"), ("outlet", "/outlet?name=صحيفة الأرز"), ("actor", "/actor?who=RUS"), ("place", "/place?where=سوريا"),
        ("compare", "/compare?a=outlet:بردى&b=outlet:الأرز"), ("upcoming", "/upcoming?from=2026-11-01"), ("review", "/review"), ("review-log", "/review/log"), ("sign-in", "/sign-in"),
        ("read", "/read"), ("knowledge", "/knowledge?q=قصف"), ("status", "/status"), ("missing", "/nothing"),
    ];

    public static TheoryData<string, string> Pages()
    {
        var pages = new TheoryData<string, string>();
        foreach (var (name, path) in Addresses)
        {
            pages.Add($"{name}-ar", path);
            pages.Add($"{name}-en", $"/en{(path == "/" ? "" : path.Replace("/?", "?", StringComparison.Ordinal))}");
        }

        return pages;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_open_to_everybody(string name, string address)
    {
        var page = await browser.Open(address);
        await Look(page, name);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("ar", "")]
    [InlineData("en", "/en")]
    public async Task A_newcomer_finds_a_chain_an_article_and_the_entry_behind_it(string language, string prefix)
    {
        var page = await browser.Open($"{prefix}/?q=place:إدلب&order=origins");
        await page.Locator(".event-row h3 a").First.ClickAsync();
        Assert.True(await page.Locator(".chains .node.outlet").CountAsync() > 1);
        await Look(page, $"event-{language}");
        await page.Locator(".evidence .from a").First.ClickAsync();
        await page.Locator(".noted.event").First.FocusAsync();
        Assert.True(await page.Locator(".noted.event .note").First.IsVisibleAsync());
        await Look(page, $"article-{language}");
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await page.Locator(".noted.event .note").First.IsVisibleAsync());
        await page.Locator("details a[href*='/knowledge/entry']").First.EvaluateAsync("a => a.closest('details').open = true");
        await page.Locator("details a[href*='/knowledge/entry']").First.ClickAsync();
        await Look(page, $"entry-{language}");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_pasted_text_is_read_without_a_script()
    {
        var page = await browser.Open("/read?example=1", script: false);
        await page.Locator("form button[type=submit]").Last.ClickAsync();
        Assert.True(await page.Locator(".marked .event").CountAsync() > 0);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Browser.Screenshots, "reading-ar.png"), FullPage = true });
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/", "events-dark")]
    [InlineData("/?view=map", "map-dark")]
    public async Task Dark_pages_are_as_readable(string address, string name)
    {
        var page = await browser.Open(address, scheme: ColorScheme.Dark);
        await Look(page, name);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/", "events-narrow")]
    [InlineData("/en", "events-narrow-en")]
    public async Task Narrow_pages_do_not_run_over(string address, string name)
    {
        var page = await browser.Open(address, width: 360);
        await Look(page, name);
        await page.Locator(".event-row h3 a").First.ClickAsync();
        await Look(page, $"event-{name}");
        await page.Context.CloseAsync();
    }

    internal static async Task Look(IPage page, string name)
    {
        await page.ScreenshotAsync(new() { Path = Path.Combine(Browser.Screenshots, $"{name}.png"), FullPage = true });
        var found = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.NotEmpty(found.Passes);
        var grave = found.Violations.Where(v => Grave.Contains(v.Impact)).Select(v => $"{v.Id}: {v.Help}\n  {string.Join("\n  ", v.Nodes.Take(3).Select(n => n.Html))}");
        Assert.True(!grave.Any(), $"{name}: {string.Join('\n', grave)}");
        var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"{name} runs {over} pixels over the edge");
    }
}
