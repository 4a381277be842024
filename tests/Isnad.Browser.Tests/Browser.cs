using Isnad.Web;
using Isnad.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Xunit;

namespace Isnad.Browser.Tests;

/// <summary>
/// Debian's Chromium and the reading room with the invented samples. Where the machine has no Chromium, tests that need it are
/// skipped and say so.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/homebrew/bin/chromium"];
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    private readonly string? program = Places.FirstOrDefault(File.Exists);
    private WebApplication? room;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The folder that screenshots are written to.</summary>
    public static string Screenshots { get; } = Path.Combine(Environment.GetEnvironmentVariable("ISNAD_ARTIFACTS") ?? Path.Combine(Path.GetTempPath(), "isnad-artifacts"), "screenshots");

    /// <summary>The key of whoever may judge.</summary>
    public string ReviewerKey { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (program is null)
        {
            return;
        }

        Directory.CreateDirectory(Screenshots);
        (ReviewerKey, var reviewer) = AccessKey.Create("ناظر", AccessRole.Reviewer);
        room = ReadingRoom.Build(new() { Url = "http://127.0.0.1:0", Keys = [reviewer] }, NewsEngine.Default);
        await room.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Headless = true, Args = Arguments });
    }

    /// <summary>A page of a fresh reader.</summary>
    public async Task<IPage> Open(string address, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        Assert.False(program is null && Environment.GetEnvironmentVariable("ISNAD_SERVERS") == "required", "a browser is required: there is no Chromium");
        Assert.SkipWhen(program is null, "no Chromium on this machine; scripts/test installs it");
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = room!.Urls.First(),
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (room is not null)
        {
            await room.DisposeAsync();
        }
    }
}
