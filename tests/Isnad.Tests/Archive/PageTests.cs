using System.Text.Json;
using Isnad.Archive.Export;
using Isnad.Archive.Fusion;
using Isnad.Archive.Ingest;
using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Archive.Store;
using Isnad.Formats.Import;
using Isnad.Tests.Stories;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>What pages read, the same tests on both databases.</summary>
public sealed class PageTests(PageTests.Stores stores) : IClassFixture<PageTests.Stores>
{
    private static readonly string[] Queries = ["", "type:assault", "type:assault,consult", "place:سوريا", "outlet:الأرز killed:>3", "denied:yes", "-status:occurred", "since:2024-02 until:2024-06", "سوق"];

    public sealed class Stores : IDisposable
    {
        private readonly ArchiveFolder folder = new();
        private readonly PostgresServer server = new();
        private readonly string? postgres;

        public Stores()
        {
            var file = folder.Write("a.jsonl", InventedNews.Lines(Enumerable.Range(0, 90)));
            postgres = server.Missing is null ? server.NewDatabase() : null;
            foreach (var location in new[] { folder.Location, postgres }.OfType<string>())
            {
                using var archive = NewsArchive.Open(location);
                archive.Write(() =>
                {
                    foreach (var article in StoryFile.All.SelectMany(s => s.Articles))
                    {
                        archive.Add(ArchivedArticle.Read(NewsEngine.Default, article.Article));
                    }
                });
                new Ingester(archive, NewsEngine.Default, 2).Run([file], ArticleDefaults.None);
                new Fuser(archive, NewsEngine.Default).Run();
            }
        }

        internal T Ask<T>(string store, Func<ArchivePages, T> ask) => AskArchive(store, archive => ask(new ArchivePages(archive, NewsEngine.Default)));

        internal T AskArchive<T>(string store, Func<NewsArchive, T> ask)
        {
            if (store == "postgres")
            {
                server.SkipWhereMissing();
            }

            using var archive = NewsArchive.Open(store == "postgres" ? postgres! : folder.Location, readOnly: true);
            return ask(archive);
        }

        public void Dispose()
        {
            folder.Dispose();
            server.Dispose();
        }
    }

    public static TheoryData<string> Both => ["sqlite", "postgres"];

    [Theory]
    [MemberData(nameof(Both))]
    public void Pages_together_hold_every_event_once_in_order(string store)
    {
        foreach (var order in Enum.GetValues<EventOrder>())
        {
            var events = new List<StoredEvent>();
            string? next = null;
            do
            {
                var page = stores.Ask(store, p => p.Events(EventQuery.Everything, order, next, 7));
                Assert.InRange(page.Events.Count, 1, 7);
                events.AddRange(page.Events);
                next = page.Next;
            }
            while (next is not null);

            Assert.Equal(stores.Ask(store, p => p.Count(EventQuery.Everything)), events.Select(e => e.Key).Distinct().Count());
            Assert.Equal(events.Count, events.Select(e => e.Key).Distinct().Count());
            IEnumerable<StoredEvent> inOrder = order switch
            {
                EventOrder.Earliest => events.OrderBy(e => e.Day ?? "", StringComparer.Ordinal),
                EventOrder.MostOrigins => events.OrderByDescending(e => e.Origins).ThenByDescending(e => e.Day ?? "", StringComparer.Ordinal),
                _ => events.OrderByDescending(e => e.Day ?? "", StringComparer.Ordinal),
            };
            Assert.Equal(inOrder.Select(e => e.Key), events.Select(e => e.Key));
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_cursor_that_no_page_gave_is_refused(string store) =>
        Assert.All(["", "x", "1~2024-03-13~", "1~yesterday~k", "~~k", "' OR 1=1 --"], cursor =>
            Assert.Throws<ArgumentException>(() => stores.Ask(store, p => p.Events(EventQuery.Everything, after: cursor))));

    [Theory]
    [MemberData(nameof(Both))]
    public void The_number_of_a_facet_is_what_its_term_finds(string store) => stores.Ask(store, pages =>
    {
        foreach (var query in Queries)
        {
            foreach (var facet in pages.Facets(Parse(query), 5).Where(f => f.Name is not ("outlet" or "month")))
            {
                Assert.All(facet.Values, v => Assert.Equal(v.Events, pages.Count(Parse($"{query} {v.Term}"))));
            }
        }

        Assert.Equal(["type", "status", "outlet", "actor", "target", "sector", "place", "year", "month"], pages.Facets(EventQuery.Everything).Select(f => f.Name));
        return true;
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void Kept_sums_give_what_counting_gives(string store) => stores.Ask(store, pages =>
    {
        foreach (var query in Kept)
        {
            KeptSumCheck.Compare(pages, query);
        }

        Assert.NotEmpty(pages.Dyads(Parse("type:assault origins:>=0")));
        return true;
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void What_is_kept_of_an_actor_a_place_or_an_outlet_is_what_counting_gives(string store) => stores.AskArchive(store, archive =>
    {
        var engine = NewsEngine.Default;
        Assert.All(["RUS", "MIL", "actors/states#RUS", "روسيا", "المرصد", "الجيش"], who =>
            Assert.Equal(ArchiveJson.WritePage(new ActorReader(archive, engine) { IsCounting = true }.Read(who)), ArchiveJson.WritePage(new ActorReader(archive, engine).Read(who))));
        Assert.All(["SYR", "إدلب", "دمشق", "ريف دمشق", "سوريا"], where =>
            Assert.Equal(ArchiveJson.WritePage(new PlaceReader(archive, engine) { IsCounting = true }.Read(where)), ArchiveJson.WritePage(new PlaceReader(archive, engine).Read(where))));
        Assert.All(new OutletReader(archive).All(), o =>
            Assert.Equal(ArchiveJson.WritePage(new OutletReader(archive) { IsCounting = true }.Read(o.Outlet)), ArchiveJson.WritePage(new OutletReader(archive).Read(o.Outlet))));
        return true;
    });

    private static readonly string[] Kept =
    [
        "", "type:assault", "type:assault,consult", "place:SYR", "status:negated", "actor:RUS", "actor:MIL", "target:SYR", "party:REB", "outlet:الأرز",
        "since:2023-12-15", "until:2024-03-10", "since:2023-12-15 until:2024-03-10", "on:2024", "on:2024-03", "on:2024-03-12", "type:assault since:2024-03-12",
        "place:إدلب", "place:سوريا", "place:الشام", "place:\"ريف دمشق\"", "place:دمشق", "actor:روسيا", "party:\"actors/states#RUS\"", "target:المرصد", "party:زعطوط", "place:زعطوط",
        "type:consult on:2024-01", "place:SYR until:2024-03-12 since:2024-01", "actor:RUS since:2024-01 until:2024-03-12", "since:2024-03-20 until:2024-03-10",
    ];

    [Theory]
    [MemberData(nameof(Both))]
    public void Bars_of_every_width_hold_the_same_events(string store) => stores.Ask(store, pages =>
    {
        foreach (var query in Queries.Select(Parse))
        {
            Assert.All(Enum.GetValues<TimelineStep>(), step =>
            {
                var line = pages.Timeline(query, step);
                Assert.Equal(pages.Count(query), line.Bars.Sum(b => b.Events) + line.Undated);
                Assert.All(line.Bars, b => Assert.Equal(b.Events, b.ByType.Values.Sum()));
                Assert.All(line.Bars.Zip(line.Bars.Skip(1)), pair => Assert.True(pair.First.Last < pair.Second.First));
            });
        }

        return true;
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void An_event_stands_with_its_evidence(string store) => stores.Ask(store, pages =>
    {
        foreach (var e in pages.Events(Parse("outlets:>1"), size: 100).Events)
        {
            var detail = pages.Event(e.Key)!;
            Assert.Equal(detail.Event.Key, pages.Event(detail.Event.Reports[^1].Key)!.Event.Key);
            Assert.Equal(e.Origins, detail.Origins.Count);
            Assert.Equal(e.Outlets, detail.Outlets.Select(o => o.Outlet).Distinct().Count());
            Assert.Equal(e.Claims.Count, detail.Claims.Sum(c => c.Values.Sum(v => v.Claims.Count)));
            Assert.Equal(e.Disagreements, detail.Claims.Where(c => c.Disputed).Select(c => c.What).Order(StringComparer.Ordinal));
            Assert.All(detail.Outlets.SelectMany(o => o.Items), item => Assert.Equal(item.Mention.Word, item.Passage.Text[item.Passage.Start..item.Passage.End]));
        }

        Assert.Contains(pages.Events(Parse("denied:yes")).Events, e => pages.Event(e.Key)!.Denials.Count > 0);
        Assert.Null(pages.Event("nothing"));
        return true;
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void An_article_stands_with_its_reading_and_what_others_tell(string store) => stores.Ask(store, pages =>
    {
        var told = pages.Events(Parse("outlets:>1")).Events[0];
        var article = pages.Article(told.Reports[0].Article.Key)!;
        Assert.Equal((told.Reports[0].Article, false), (article.Article, article.IsStale));
        Assert.Contains(article.Events, e => e.Event == told.Key && e.Outlets == told.Outlets);
        Assert.Equal(article.Events.Select(e => (e.Start, e.Type)), article.Reading.Events.Select(e => (e.Mentions[0].Start, e.Type)));
        Assert.Null(pages.Article("nothing"));
        return true;
    });

    [Theory]
    [MemberData(nameof(Both))]
    public void Actors_places_and_outlets_have_pages(string store) => stores.Ask(store, pages =>
    {
        var actor = pages.Actor("روسيا")!;
        Assert.Contains(actor.Names, n => n.Party.Country == "RUS");
        Assert.Equal(pages.Count(Parse("actor:روسيا")), actor.Acts);
        Assert.NotEmpty(pages.Actor("المرصد")!.Stances);
        var place = pages.Place("إدلب")!;
        Assert.Equal(pages.Count(Parse("place:إدلب")), place.Events);
        Assert.NotEmpty(place.Parties);
        var outlets = pages.Outlets();
        Assert.Equal(outlets.OrderByDescending(o => o.Articles).Select(o => o.Articles), outlets.Select(o => o.Articles));
        var outlet = pages.Outlet(outlets[0].Outlet)!;
        Assert.Equal(outlets[0], outlet.Count);
        Assert.True(outlet.Alone + outlet.First <= outlet.Events);
        Assert.Null(pages.Actor("زعطوط") ?? pages.Actor("؟"));
        Assert.Null(pages.Place("زعطوط"));
        Assert.Null(pages.Outlet("زعطوط"));
        return true;
    });

    [Fact]
    public void Both_databases_give_the_same_pages() =>
        Assert.Equal(stores.Ask("sqlite", Everything), stores.Ask("postgres", Everything));

    private static List<string> Everything(ArchivePages pages)
    {
        var all = new List<string>();
        foreach (var query in Queries.Select(Parse))
        {
            var page = pages.Events(query, EventOrder.MostOrigins);
            all.Add(ArchiveJson.WritePage(page));
            all.AddRange(page.Events.Take(5).SelectMany(e => new[] { ArchiveJson.WritePage(pages.Event(e.Key)), ArchiveJson.WritePage(pages.Article(e.Reports[0].Article.Key)) }));
            all.AddRange(pages.Facets(query).Select(ArchiveJson.WritePage));
            all.AddRange(pages.Dyads(query).Select(ArchiveJson.WritePage));
            all.AddRange(pages.Map(query).Select(ArchiveJson.WritePage));
            all.Add(ArchiveJson.WritePage(pages.Timeline(query, TimelineStep.Day)));
        }

        all.AddRange(new[] { "روسيا", "SYR", "MIL", "المرصد" }.Select(who => ArchiveJson.WritePage(pages.Actor(who))));
        all.AddRange(new[] { "إدلب", "سوريا", "EGY" }.Select(where => ArchiveJson.WritePage(pages.Place(where))));
        all.AddRange(pages.Outlets().Select(o => ArchiveJson.WritePage(pages.Outlet(o.Outlet))));
        Assert.All(all, json => JsonDocument.Parse(json).Dispose());
        return all;
    }

    private static EventQuery Parse(string query)
    {
        Assert.True(EventQuery.TryParse(query, out var parsed, out var error), error?.In(query));
        return parsed;
    }
}
