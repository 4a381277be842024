using Isnad.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Xunit;

namespace Isnad.Browser.Tests;

/// <summary>A reviewer's work from signing in to taking it back, without a script, in both languages.</summary>
public sealed class ReviewTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData("ar", "", "قراءة صحيحة", "تصحيح", ColorScheme.Light)]
    [InlineData("en", "/en", "Read rightly", "Correct", ColorScheme.Dark)]
    public async Task A_reviewer_signs_in_judges_and_takes_it_back(string language, string prefix, string accept, string correct, ColorScheme scheme)
    {
        // Chromium answers axe only where scripts run; the forms themselves are tried without one below.
        var page = await browser.Open($"{prefix}/review", scheme: scheme);
        await page.Locator(".notice a").ClickAsync();
        await page.Locator("input[name=key]").FillAsync(browser.ReviewerKey);
        await page.Locator("form.stacked button").ClickAsync();
        await PageTests.Look(page, $"review-signed-in-{language}");
        var waiting = await page.Locator("section.review").CountAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = accept }).First.ClickAsync();
        Assert.Equal(waiting - 1, await page.Locator("section.review").CountAsync());
        await PageTests.Look(page, $"review-kept-{language}");
        await page.Locator(".notice form button").ClickAsync();
        Assert.Equal(waiting, await page.Locator("section.review").CountAsync());
        await page.Locator("section.review .judge a").First.ClickAsync();
        await PageTests.Look(page, $"judge-{language}");
        await page.Locator("select[name=field]").SelectOptionAsync("date");
        await page.Locator("input[name=value]").FillAsync("tomorrow");
        await page.GetByRole(AriaRole.Button, new() { Name = correct }).ClickAsync();
        Assert.True(await page.Locator(".problem").IsVisibleAsync());
        await PageTests.Look(page, $"judge-refused-{language}");
        await page.GotoAsync($"{prefix}/review/log");
        await PageTests.Look(page, $"review-log-filled-{language}");
        await page.GotoAsync($"{prefix}/sign-in");
        await PageTests.Look(page, $"signed-in-{language}");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Forms_work_without_a_script()
    {
        var page = await browser.Open("/sign-in?back=/review?why=disputed", script: false);
        await page.Locator("input[name=key]").FillAsync(browser.ReviewerKey);
        await page.Keyboard.PressAsync("Enter");
        // Counting does not wait for the page that the key opens.
        await page.Locator("section.review").First.WaitForAsync();
        var waiting = await page.Locator("section.review").CountAsync();
        await page.Locator("section.review .judge a").First.ClickAsync();
        await page.Locator("button[value=accept]").First.ClickAsync();
        Assert.Equal(1, await page.Locator(".notice form").CountAsync());
        await page.Locator(".notice form button").ClickAsync();
        await page.GotoAsync("/review?why=disputed");
        Assert.Equal(waiting, await page.Locator("section.review").CountAsync());
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("ar", "")]
    [InlineData("en", "/en")]
    public async Task Where_there_are_no_keys_the_way_to_one_is_shown(string language, string prefix)
    {
        await using var keyless = ReadingRoom.Build(new() { Url = "http://127.0.0.1:0" }, NewsEngine.Default);
        await keyless.StartAsync();
        var page = await browser.Open($"{keyless.Urls.First()}{prefix}/review");
        await page.Locator(".notice a").ClickAsync();
        Assert.True(await page.GetByText("--role reviewer").IsVisibleAsync());
        await PageTests.Look(page, $"no-keys-{language}");
        await page.Context.CloseAsync();
    }
}
