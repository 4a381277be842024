using System.Diagnostics;
using System.Text;
using Isnad.Tests.Web.Alerts;
using Isnad.Tests.Web.Api;
using Xunit;

namespace Isnad.Tests.Web.Telemetry;

/// <summary>The server tells a collector what it does where the standard variables name one, and nobody otherwise.</summary>
public sealed class TelemetryTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_collector_that_is_named_is_told_of_requests_but_not_what_was_looked_for(bool isNamed)
    {
        await using var collector = await Receiver.Start();
        collector.Answer = _ => 200;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Isnad.Cli.dll"), "serve", SampleRoom.Archive, "--port", "0"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new[] { ("OTEL_EXPORTER_OTLP_ENDPOINT", isNamed ? collector.Url.ToString() : ""), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_BSP_SCHEDULE_DELAY", "100"), ("OTEL_METRIC_EXPORT_INTERVAL", "200") })
        {
            start.Environment[name] = value;
        }

        using var server = Process.Start(start)!;
        try
        {
            var address = await server.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
            using var client = new HttpClient { BaseAddress = new(address!) };
            await client.GetStringAsync(new Uri("/api/events?q=place:sought", UriKind.Relative));
            await client.GetStringAsync(new Uri("/health/live", UriKind.Relative));
            if (!isNamed)
            {
                await Task.Delay(1000);
                Assert.Empty(collector.Got);
                return;
            }

            Assert.True(await Receiver.Until(() => collector.Got.Any(g => g.Path == "/v1/metrics") && collector.Got.Any(g => g.Path == "/v1/traces")));
            var traces = string.Concat(collector.Got.Where(g => g.Path == "/v1/traces").Select(g => Encoding.UTF8.GetString(g.Body)));
            Assert.Contains("isnad", traces, StringComparison.Ordinal);
            Assert.Contains("/api/events", traces, StringComparison.Ordinal);
            Assert.DoesNotContain("sought", traces, StringComparison.Ordinal);
            Assert.DoesNotContain("/health/live", traces, StringComparison.Ordinal);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }
}
