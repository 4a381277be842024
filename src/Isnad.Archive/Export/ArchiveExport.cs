using Isnad.Archive.Query;

namespace Isnad.Archive.Export;

/// <summary>The formats that events are written in. Some are one file, some a folder of files.</summary>
public static class ArchiveExport
{
    /// <summary>A format.</summary>
    /// <param name="Name">As the command line takes it.</param>
    /// <param name="IsFolder">It is a folder of files.</param>
    public sealed record Format(string Name, bool IsFolder)
    {
        internal Func<Stream, IEventWriter>? ToStream { get; init; }

        internal Func<string, IEventWriter>? ToFolder { get; init; }
    }

    public static IReadOnlyList<Format> Formats { get; } =
    [
        new("jsonl", false) { ToStream = stream => new JsonLinesWriter(stream) },
        new("csv", true) { ToFolder = folder => new CsvTables(folder) },
        new("parquet", true) { ToFolder = folder => new ParquetTables(folder) },
        new("geojson", false) { ToStream = stream => new GeoJsonWriter(stream) },
        new("gexf", false) { ToStream = stream => new GexfWriter(stream) },
        new("plover", false) { ToStream = stream => new PloverWriter(stream) },
        new("icews", false) { ToStream = stream => new IcewsWriter(stream) },
        new("gdelt", true) { ToFolder = folder => new GdeltWriter(folder) },
        new("acled", false) { ToStream = stream => new AcledWriter(stream) },
        new("timelinejs", false) { ToStream = stream => new TimelineJsWriter(stream) },
        new("jsonld", false) { ToStream = stream => new JsonLdWriter(stream) },
        new("ical", false) { ToStream = stream => new CalendarWriter(stream) },
    ];

    /// <summary>Writes events; returns how many.</summary>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="output">A file, or a folder where the format is one.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static long Write(string format, IEnumerable<StoredEvent> events, string output)
    {
        ArgumentNullException.ThrowIfNull(events);
        var chosen = Formats.First(f => f.Name == format);
        using var writer = chosen.IsFolder ? chosen.ToFolder!(output) : chosen.ToStream!(File.Create(output));
        return Write(writer, events);
    }

    /// <summary>Writes events to a stream, in a format that is one file; returns how many.</summary>
    public static long Write(string format, IEnumerable<StoredEvent> events, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(events);
        using var writer = Formats.First(f => f.Name == format).ToStream!(stream);
        return Write(writer, events);
    }

    private static long Write(IEventWriter writer, IEnumerable<StoredEvent> events)
    {
        var count = 0L;
        foreach (var e in events)
        {
            writer.Write(e);
            count++;
        }

        writer.Finish();
        return count;
    }
}
