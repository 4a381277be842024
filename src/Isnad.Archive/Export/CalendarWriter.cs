using System.Globalization;
using System.Text;
using Isnad.Archive.Query;
using Isnad.Formats.Export;

namespace Isnad.Archive.Export;

/// <summary>What is announced for a day, as a calendar (RFC 5545): whole days, in UTF-8, lines of at most 75 bytes.</summary>
internal sealed class CalendarWriter : IEventWriter
{
    private const int LongestLine = 75;
    private readonly Stream stream;

    public CalendarWriter(Stream stream)
    {
        this.stream = stream;
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Isnad//Archive//AR");
        Line("CALSCALE:GREGORIAN");
    }

    public void Write(StoredEvent e)
    {
        if (e.Status != "scheduled" || e.Date is not { Length: 10 })
        {
            return;
        }

        var day = DateOnly.ParseExact(e.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var announced = e.Reports[0].Article.Published ?? e.Date;
        Line("BEGIN:VEVENT");
        Line($"UID:{e.Key}@isnad");
        Line($"DTSTAMP:{announced.Replace("-", "", StringComparison.Ordinal)}T000000Z");
        Line($"DTSTART;VALUE=DATE:{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
        Line($"DTEND;VALUE=DATE:{day.AddDays(1).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
        Line($"SUMMARY:{Text($"{Labels.EventTypes.Arabic(e.Type)}: {string.Join("، ", e.Actors.Select(p => p.Name))} ← {string.Join("، ", e.Targets.Select(p => p.Name))}")}");
        Line($"DESCRIPTION:{Text(string.Join("\n", e.Reports.Select(r => $"{r.Article.Outlet}: {r.Article.Title}")))}");
        if (e.Place is { Name.Length: > 0 } place)
        {
            Line($"LOCATION:{Text(place.Name)}");
        }

        Line($"CATEGORIES:{e.Type}");
        if (e.Claim)
        {
            Line("STATUS:TENTATIVE");
        }

        Line("END:VEVENT");
    }

    public void Finish() => Line("END:VCALENDAR");

    public void Dispose() => stream.Dispose();

    private static string Text(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // A long line goes on behind a line end and a space; a letter of several bytes is not cut.
    private void Line(string line)
    {
        var room = LongestLine;
        var bytes = new List<byte>();
        Span<byte> buffer = stackalloc byte[4];
        foreach (var rune in line.EnumerateRunes())
        {
            // Direction and other controls have no place in a calendar.
            if (Rune.IsControl(rune))
            {
                continue;
            }

            var length = rune.EncodeToUtf8(buffer);
            if (length > room)
            {
                bytes.AddRange("\r\n "u8);
                room = LongestLine - 1;
            }

            bytes.AddRange(buffer[..length]);
            room -= length;
        }

        bytes.AddRange("\r\n"u8);
        stream.Write(bytes.ToArray());
    }
}
