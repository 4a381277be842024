using System.Diagnostics;
using Microsoft.Playwright;
using Xunit;

namespace Isnad.Browser.Tests;

/// <summary>Whoever starts the tool without having read anything sees an event's chain within a minute.</summary>
public sealed class NewcomerTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task From_the_command_to_a_chain_takes_less_than_a_minute()
    {
        var clock = Stopwatch.StartNew();
        using var server = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Isnad.Cli.dll"), "serve", "--port", "0"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var address = await server.StandardOutput.ReadLineAsync();
            var page = await browser.Open(address!);
            // What stands first on the first page, and what stands first on the next.
            await page.Locator(".event-row h3 a").First.ClickAsync();
            await Assertions.Expect(page.Locator(".chains .node.outlet").First).ToBeVisibleAsync();
            Assert.True(await page.Locator(".chains").First.EvaluateAsync<bool>("e => e.getBoundingClientRect().top < window.innerHeight"));
            Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(1));
            TestContext.Current.SendDiagnosticMessage($"a chain is seen after {clock.Elapsed.TotalSeconds:0.0} seconds");
            await page.Context.CloseAsync();
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }
}
