using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Isnad.Archive.Query;
using Isnad.Archive.Store;
using Isnad.Formats.Export;

namespace Isnad.Archive.Export;

/// <summary>
/// Slides for TimelineJS 3 (timeline.knightlab.com). Its texts are HTML, so what comes from articles is escaped. Events without
/// a date of their own are left out: a slide must stand somewhere.
/// </summary>
internal sealed class TimelineJsWriter : IEventWriter
{
    private const int MostSources = 5;
    private readonly Stream stream;
    private readonly Utf8JsonWriter json;

    public TimelineJsWriter(Stream stream)
    {
        this.stream = stream;
        json = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("scale", "human");
        json.WriteStartArray("events");
    }

    public void Write(StoredEvent e)
    {
        if (e.Date is null || DayRange.Of(e.Date) is not { } days)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("unique_id", e.Key);
        Date("start_date", days.First, e.Date.Length);
        if (days.Days > 1)
        {
            Date("end_date", days.Last, e.Date.Length);
        }

        json.WriteString("group", Labels.EventTypes.English(e.Type));
        json.WriteStartObject("text");
        json.WriteString("headline", Headline(e));
        json.WriteString("text", Body(e));
        json.WriteEndObject();
        if (e.Place is { Latitude: { } latitude, Longitude: { } longitude })
        {
            // TimelineJS shows a place of OpenStreetMap or Google Maps by its address; the point itself is kept for others.
            json.WriteStartObject("place");
            json.WriteString("name", e.Place.Name);
            json.WriteNumber("latitude", latitude);
            json.WriteNumber("longitude", longitude);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    public void Finish()
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void Dispose()
    {
        json.Dispose();
        stream.Dispose();
    }

    private void Date(string name, DateOnly day, int length)
    {
        json.WriteStartObject(name);
        json.WriteNumber("year", day.Year);
        if (length >= 7)
        {
            json.WriteNumber("month", day.Month);
        }

        if (length == 10)
        {
            json.WriteNumber("day", day.Day);
        }

        json.WriteEndObject();
    }

    private static string Headline(StoredEvent e)
    {
        var state = e.Claim || e.Status != "occurred" ? $" ({(e.Claim ? "claimed" : Labels.Statuses.English(e.Status))})" : "";
        return Html($"{Labels.EventTypes.Arabic(e.Type)}{(e.Place is { Name.Length: > 0 } place ? $"، {place.Name}" : "")}{state}");
    }

    private static string Body(StoredEvent e)
    {
        var who = string.Join("، ", e.Actors.Select(p => p.Name));
        var whom = string.Join("، ", e.Targets.Select(p => p.Name));
        var claims = e.Claims.Select(c => $"<li>{Html($"{Labels.Counts.Arabic(c.What)}: {c.Min ?? c.Max}{(c.Says is null ? "" : $" ({c.Says.Name})")}")}</li>");
        var sources = e.Reports.Select(r => r.Article).DistinctBy(a => a.Key).Take(MostSources).Select(a => $"<li>{Source(a)}</li>");
        return $"<p dir=\"rtl\">{Html($"{who} ← {whom}")}</p><ul dir=\"rtl\">{string.Concat(claims)}{string.Concat(sources)}</ul>";
    }

    private static string Source(StoredArticle a)
    {
        var name = Html($"{a.Outlet}: {a.Title}");
        return Uri.TryCreate(a.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? $"<a href=\"{Html(url.AbsoluteUri)}\">{name}</a>" : name;
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
