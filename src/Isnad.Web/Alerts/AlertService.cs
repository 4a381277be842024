using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Isnad.Archive.Export;
using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Web.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Isnad.Web.Alerts;

/// <summary>
/// Follows the queries of alerts while something else fills the archive, and sends what they find. Each alert goes its own pace, so that
/// a receiver who is away holds up nobody else. What was not delivered is delivered when it can be, after a restart too: at least once.
/// </summary>
internal sealed class AlertService(AlertSettings settings, Library library, WebhookSender sender, TimeProvider clock, ILogger<AlertService> logger) : BackgroundService
{
    private const int AtOnce = 20;
    private readonly AlertPositions positions = new(settings.Positions);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(settings.Alerts.Select(alert => Follow(alert, stoppingToken)));

    private async Task Follow(Alert alert, CancellationToken cancellation)
    {
        var pause = settings.Pace.Pause;
        while (!cancellation.IsCancellationRequested)
        {
            var wait = settings.Pace.Look;
            try
            {
                if (await Step(alert, cancellation) is { } problem)
                {
                    Log.Undelivered(logger, alert.Name, problem);
                    (wait, pause) = (pause, pause * 2 < settings.Pace.LongestPause ? pause * 2 : settings.Pace.LongestPause);
                }
                else
                {
                    pause = settings.Pace.Pause;
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception x)
            {
                // Whatever it is: the pages and the other alerts go on.
                Log.Unfollowed(logger, alert.Name, x);
                wait = settings.Pace.Pause;
            }

            await Task.Delay(wait, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Looks once, and delivers all that there is; null where nothing is left, else what is wrong.</summary>
    private async Task<string?> Step(Alert alert, CancellationToken cancellation)
    {
        while (true)
        {
            var (query, fresh, from) = await library.Read(shelf => Look(shelf, alert), cancellation);
            if (query is null)
            {
                return $"the archive keeps no query «{alert.Saved}» that can be understood";
            }

            var isNews = fresh.Events.Count > 0;
            if (isNews && await sender.Send(alert, Id(alert, from, fresh.Reached), Body(alert, query, fresh.Events), cancellation) is { } problem)
            {
                return problem;
            }

            if (fresh.Reached != positions.Of(alert.Name))
            {
                positions.Set(alert.Name, fresh.Reached);
            }

            if (!isNews)
            {
                return null;
            }
        }
    }

    private (EventQuery? Query, FreshEvents Fresh, long From) Look(Shelf shelf, Alert alert)
    {
        var text = alert.Query ?? new SavedQueries(shelf.Archive).Find(alert.Saved!)?.Query;
        // A new alert begins now; so does one whose archive was replaced by another, in which there is nothing so far.
        var last = shelf.Archive.Sql.Number("SELECT COALESCE(MAX(id), 0) FROM mention");
        var from = positions.Of(alert.Name) is { } known && known <= last ? known : shelf.Pages.Reached();
        return text is not null && EventQuery.TryParse(text, out var query, out _) ? (query, shelf.Pages.Fresh(query, from, AtOnce), from) : (null, new([], from), from);
    }

    private static string Id(Alert alert, long from, long reached) =>
        $"isnad_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{alert.Name}\n{from}\n{reached}"))))[..32]}";

    private static byte[] Body(Alert alert, EventQuery query, IReadOnlyList<StoredEvent> events)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("type", "events");
            json.WriteString("alert", alert.Name);
            json.WriteString("query", query.ToString());
            json.WriteBoolean("machine_coded", true);
            json.WriteStartArray("events");
            foreach (var e in events)
            {
                json.WriteRawValue(ArchiveJson.Write(e));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}

/// <summary>What alerts write to the server's log.</summary>
internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning, "alert {Alert} is not delivered, and will be sent again: {Problem}")]
    public static partial void Undelivered(ILogger logger, string alert, string problem);

    [LoggerMessage(LogLevel.Error, "alert {Alert} cannot be followed now")]
    public static partial void Unfollowed(ILogger logger, string alert, Exception exception);
}
