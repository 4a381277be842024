using System.Diagnostics;
using System.Globalization;
using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Benchmarks;

/// <summary>
/// How long what a page asks takes in a large archive: <c>archive LOCATION EVENTS</c> fills an empty archive with invented events
/// and prints the first time, the median and the 95th percentile of each question.
/// </summary>
internal static class ArchiveScale
{
    private const int Rounds = 20;

    public static void Run(string location, long events)
    {
        var watch = Stopwatch.StartNew();
        using (var archive = NewsArchive.Open(location))
        {
            if (archive.Sql.Value("SELECT 1 FROM event LIMIT 1") is null)
            {
                var said = TimeSpan.Zero;
                new InventedArchive(archive.Sql, what =>
                {
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {(watch.Elapsed - said).TotalSeconds:N0} s"));
                    said = watch.Elapsed;
                }).Fill(events);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{events:N0} events filled in {watch.Elapsed.TotalSeconds:N0} s"));
            }
        }

        using var read = NewsArchive.Open(location, readOnly: true);
        new Questions(read).Ask();
    }

    private sealed class Questions(NewsArchive archive)
    {
        private readonly ArchivePages pages = new(archive, NewsEngine.Default);
        private readonly Random random = new(5);
        private readonly long last = archive.Sql.Number("SELECT MAX(id) FROM event");

        public void Ask()
        {
            Console.WriteLine("| question | first, ms | p50, ms | p95, ms | processor, p50, ms |\n| --- | --- | --- | --- | --- |");
            Measure("**lists of events**: the latest", () => pages.Events(EventQuery.Everything));
            Measure("the best attested", () => pages.Events(EventQuery.Everything, EventOrder.MostOrigins));
            Measure("a page in the middle", () => pages.Events(EventQuery.Everything, after: Middle()));
            Measure("of a type in a month", () => Events($"type:assault since:{Day()} until:{Day(30)}"));
            Measure("of a country since a day", () => Events($"place:SYR since:{Day()}"));
            Measure("of a place by its name", () => Events($"place:\"بلده {Rank(InventedArchive.PlaceCount)}\""));
            Measure("of an actor by its name", () => Events($"actor:\"جهه {Rank(InventedArchive.PartyCount)}\""));
            Measure("of an actor against a target, with dead", () => Events("actor:RUS target:SYR type:assault killed:>3"));
            Measure("of an outlet, of a speaker", () => Events($"outlet:\"صحيفه {Rank(InventedArchive.OutletCount)}\" said-by:TUR"));
            Measure("**text search**: a common word", () => Events($"\"{InventedArchive.Word(1 + random.Next(20))}\""));
            Measure("a rare word", () => Events($"\"{InventedArchive.Word(5000 + random.Next(10_000))}\""));
            Measure("a word and a type", () => Events($"\"{InventedArchive.Word(50 + random.Next(500))}\" type:assault"));
            Sums("everything", () => "");
            Sums("a type", () => "type:consult");
            Sums("a country", () => "place:SYR");
            Sums("an actor's country", () => "actor:RUS");
            Sums("a stretch of time", () => $"since:{Day()} until:{Day(400)}");
            Sums("a type since a day", () => $"type:assault since:{Day()}");
            Sums("a country's type in a month", () => $"place:SYR type:assault since:{Day()} until:{Day(30)}");
            Sums("an actor by its name", () => $"actor:\"جهه {20 + Rank(InventedArchive.PartyCount - 20)}\"");
            Sums("a word", () => $"\"{InventedArchive.Word(500 + random.Next(5000))}\"");
            Measure("**one event** with its reports", () => pages.Event(Key()));
            Measure("**an actor**, by a name", () => pages.Actor($"جهه {20 + Rank(InventedArchive.PartyCount - 20)}"));
            Measure("a commonest actor", () => pages.Actor("جهه 1"));
            Measure("**a place**, by a name", () => pages.Place($"بلده {20 + Rank(InventedArchive.PlaceCount - 20)}"));
            Measure("a commonest place", () => pages.Place("بلده 1"));
            Measure("**outlets**", () => pages.Outlets());
            Measure("an outlet", () => pages.Outlet($"صحيفه {Rank(InventedArchive.OutletCount)}"));
            Measure("**compare** two outlets: counts, timelines, facets", () =>
            {
                foreach (var outlet in new[] { "outlet:\"صحيفه 31\"", "outlet:\"صحيفه 17\"" })
                {
                    _ = (pages.Count(Query(outlet)), pages.Timeline(Query(outlet)), pages.Facets(Query(outlet)));
                }
            });
            Measure("**upcoming**: what is announced for the last weeks", () => pages.Events(Query($"status:scheduled since:{DayRange.Text(InventedArchive.First.AddDays(InventedArchive.Days - 20))}"), EventOrder.Earliest, size: 60));
            Measure("**review queue**", () => pages.ReviewQueue());
            Measure("articles, the latest", () => pages.Articles(EventQuery.Everything));
        }

        private void Sums(string what, Func<string> query)
        {
            Measure($"**sums over {what}**: how many", () => pages.Count(Query(query())));
            Measure("facets", () => pages.Facets(Query(query())));
            Measure("timeline by month", () => pages.Timeline(Query(query())));
            Measure("map", () => pages.Map(Query(query())));
            Measure("who to whom", () => pages.Dyads(Query(query())));
        }

        private EventPage Events(string query) => pages.Events(Query(query));

        // A day; with a length, that many days after the one named last.
        private DateOnly named;

        private string Day(int after = 0)
        {
            named = after > 0 ? named.AddDays(after) : InventedArchive.First.AddDays(random.Next(InventedArchive.Days - 450));
            return DayRange.Text(named);
        }

        private int Rank(int count) => Math.Min(count, 1 + (int)Math.Exp(random.NextDouble() * Math.Log(count)));

        private string Key() => (string)archive.Sql.Value("SELECT key FROM event WHERE id = @p1", 1 + random.NextInt64(last))!;

        private string Middle() => archive.Sql.Rows("SELECT origins, day, key FROM event WHERE id = @p1", r => new EventCursor(r.GetInt64(0), r.GetString(1), r.GetString(2)).ToString(), 1 + random.NextInt64(last))[0];
    }

    private static EventQuery Query(string text) => EventQuery.TryParse(text, out var query, out var error) ? query! : throw new ArgumentException(error!.In(text));

    private static void Measure(string what, Action ask)
    {
        var first = Stopwatch.StartNew();
        ask();
        first.Stop();
        // The processor time of this process: with SQLite all that the question takes, with a server what reading the answer takes.
        var (times, work) = (new List<double>(), new List<double>());
        var all = Stopwatch.StartNew();
        // What takes seconds need not be asked twenty times.
        for (var round = 0; round < Rounds && (round < 3 || all.Elapsed.TotalSeconds < 5); round++)
        {
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            ask();
            times.Add(watch.Elapsed.TotalMilliseconds);
            work.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        times.Sort();
        work.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {first.Elapsed.TotalMilliseconds:0.0} | {times[times.Count / 2]:0.0} | {times[(int)Math.Ceiling(times.Count * 0.95) - 1]:0.0} | {work[work.Count / 2]:0.0} |"));
    }
}
