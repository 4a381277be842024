using System.Diagnostics;
using System.Globalization;
using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Benchmarks;

/// <summary>
/// How long what a page asks takes in a large archive: <c>archive LOCATION EVENTS</c> fills an empty archive with invented events
/// through the real tables, sums included, and prints the median and the 95th percentile of each question.
/// </summary>
internal static class ArchiveScale
{
    private const int Rounds = 20;

    public static void Run(string location, long events)
    {
        var watch = Stopwatch.StartNew();
        using (var archive = NewsArchive.Open(location))
        {
            if (archive.Count().Events == 0)
            {
                new InventedArchive(archive.Sql).Fill(events);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{events:N0} events filled in {watch.Elapsed.TotalSeconds:N0} s"));
            }
        }

        using var read = NewsArchive.Open(location, readOnly: true);
        var pages = new ArchivePages(read, NewsEngine.Default);
        var random = new Random(5);
        var day = () => InventedArchive.First.AddDays(random.Next(InventedArchive.Days - 40));
        var key = read.Sql.Rows("SELECT key FROM event ORDER BY id LIMIT 500", r => r.GetString(0));
        Console.WriteLine("| question | p50, ms | p95, ms |\n| --- | --- | --- |");
        Measure("latest events", () => pages.Events(EventQuery.Everything));
        Measure("one event with its reports", () => pages.Event(key[random.Next(key.Count)]));
        Measure("events of a type in a month", () => pages.Events(Query($"type:assault since:{day():yyyy-MM-dd} until:{day().AddDays(30):yyyy-MM-dd}")));
        Measure("events of a country in a month", () => pages.Events(Query($"place:SYR since:{day():yyyy-MM-dd}")));
        Measure("timeline of everything", () => pages.Timeline(EventQuery.Everything));
        Measure("facets of everything", () => pages.Facets(EventQuery.Everything));
        Measure("map of everything", () => pages.Map(EventQuery.Everything));
        Measure("who to whom, of everything", () => pages.Dyads(EventQuery.Everything));
        Measure("timeline of a type", () => pages.Timeline(Query("type:assault")));
        Measure("map of a type", () => pages.Map(Query("type:assault")));
        Measure("who to whom, of a type", () => pages.Dyads(Query("type:assault")));
    }

    private static EventQuery Query(string text) => EventQuery.TryParse(text, out var query, out var error) ? query! : throw new ArgumentException(error!.ToString());

    private static void Measure(string what, Action ask)
    {
        ask();
        var times = new List<double>();
        var all = Stopwatch.StartNew();
        // What takes seconds need not be asked twenty times.
        for (var round = 0; round < Rounds && (round < 3 || all.Elapsed.TotalSeconds < 30); round++)
        {
            var watch = Stopwatch.StartNew();
            ask();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {times[times.Count / 2]:0.0} | {times[(int)Math.Ceiling(times.Count * 0.95) - 1]:0.0} |"));
    }
}
