using AngleSharp.Html.Parser;
using Isnad.Tests.Archive;
using Isnad.Web;
using Isnad.Web.Hosting;
using Isnad.Web.Localisation;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Isnad.Tests.Web;

/// <summary>Dates, digits, what is kept for a while, and an archive with hostile articles.</summary>
public sealed class RoomTests
{
    [Theory]
    [InlineData("2024-03-12", "12 آذار/مارس 2024", "12 March 2024")]
    [InlineData("2024-03", "آذار/مارس 2024", "March 2024")]
    [InlineData("2024", "2024", "2024")]
    [InlineData("2024-W11", "2024-W11", "2024-W11")]
    [InlineData("2024-02-31", "2024-02-31", "2024-02-31")]
    public void Dates_are_written_in_words(string iso, string arabic, string english)
    {
        Assert.Equal(arabic, DateWords.Of(Wording.Of(UiLanguage.Arabic), iso));
        Assert.Equal(english, DateWords.Of(Wording.Of(UiLanguage.English), iso));
    }

    [Fact]
    public void A_day_has_its_Hijri_day() => Assert.Equal("2 رمضان 1445 هـ", DateWords.Hijri(Wording.Of(UiLanguage.Arabic), "2024-03-12"));

    [Fact]
    public void Digits_are_written_as_the_reader_likes() => Assert.Equal("١٬٢٣٤".Replace('٬', ','), Digits.Arabic("1,234"));

    [Fact]
    public async Task What_many_ask_for_is_worked_out_once()
    {
        var clock = new SettableClock();
        var cache = new AnswerCache(clock);
        var worked = 0;
        Task<string> Work(CancellationToken _)
        {
            return Task.FromResult($"answer {Interlocked.Increment(ref worked)}");
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cache.Get("q", Work, CancellationToken.None)));
        Assert.All(answers, a => Assert.Equal("answer 1", a));
        clock.Now += TimeSpan.FromMinutes(1);
        await cache.Get("q", Work, CancellationToken.None);
        for (var i = 0; i < 200 && await cache.Get("q", Work, CancellationToken.None) != "answer 2"; i++)
        {
            await Task.Delay(10);
        }

        Assert.Equal("answer 2", await cache.Get("q", Work, CancellationToken.None));
    }

    [Fact]
    public async Task What_takes_long_to_work_out_is_kept_longer()
    {
        var clock = new SettableClock();
        var cache = new AnswerCache(clock);
        var worked = 0;
        Task<string> Work(CancellationToken _)
        {
            clock.Now += TimeSpan.FromSeconds(3);
            return Task.FromResult($"answer {Interlocked.Increment(ref worked)}");
        }

        Assert.Equal("answer 1", await cache.Get("q", Work, CancellationToken.None));
        clock.Now += TimeSpan.FromMinutes(4);
        Assert.Equal("answer 1", await cache.Get("q", Work, CancellationToken.None));
        Assert.Equal(1, worked);
        clock.Now += TimeSpan.FromMinutes(1);
        for (var i = 0; i < 200 && await cache.Get("q", Work, CancellationToken.None) != "answer 2"; i++)
        {
            await Task.Delay(10);
        }

        Assert.Equal(2, worked);
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        var cache = new AnswerCache(TimeProvider.System);
        await Assert.ThrowsAsync<InvalidOperationException>(() => cache.Get<string>("q", _ => throw new InvalidOperationException(), CancellationToken.None));
        Assert.Equal("well", await cache.Get("q", _ => Task.FromResult("well"), CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_does_not_wait_any_longer_finds_the_answer_when_he_asks_again()
    {
        var cache = new AnswerCache(TimeProvider.System);
        var go = new TaskCompletionSource<string>();
        var worked = 0;
        Task<string> Work(CancellationToken stop)
        {
            Interlocked.Increment(ref worked);
            return go.Task.WaitAsync(stop);
        }

        Assert.Null(await cache.Get("q", Work, TimeSpan.FromMilliseconds(1), CancellationToken.None));
        go.SetResult("well");
        Assert.Equal("well", await cache.Get("q", Work, CancellationToken.None));
        Assert.Equal(1, worked);
    }

    [Fact]
    public async Task A_page_without_its_sums_shows_its_events_and_where_the_sums_are()
    {
        // Whoever has no patience at all gets the page before anything is counted, and the whole page once it is.
        await using var app = ReadingRoom.Build(new() { Archive = Api.SampleRoom.Archive, Url = "http://127.0.0.1:0", Patience = TimeSpan.Zero }, NewsEngine.Default);
        var counting = new TaskCompletionSource();
        var library = app.Services.GetRequiredService<Library>();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = Room.ClientOf(app);
        // All who count are busy.
        var busy = Enumerable.Range(0, Math.Max(2, Environment.ProcessorCount)).Select(i => library.Sum($"busy {i}", _ => Busy(), CancellationToken.None)).ToList();
        var page = await Ask();
        Assert.NotNull(page.QuerySelector(".event-row"));
        Assert.Equal("/?q=type%3Aassault", page.QuerySelector("[data-counting] a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector(".timeline, .facets"));
        counting.SetResult();
        await Task.WhenAll(busy);
        for (var i = 0; i < 600 && page.QuerySelector("[data-counting]") is not null; i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            page = await Ask();
        }

        Assert.Null(page.QuerySelector("[data-counting]"));
        Assert.NotNull(page.QuerySelector("#counts .timeline"));
        Assert.NotNull(page.QuerySelector("#facets .facets"));

        string Busy()
        {
            counting.Task.Wait();
            return "";
        }

        async Task<AngleSharp.Html.Dom.IHtmlDocument> Ask() => new HtmlParser().ParseDocument(await client.GetStringAsync(new Uri("/?q=type:assault", UriKind.Relative)));
    }

    [Fact]
    public async Task What_nobody_waits_for_any_more_is_given_up()
    {
        var cache = new AnswerCache(TimeProvider.System);
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var givenUp = new TaskCompletionSource();
        var asked = new[] { first, second }.Select(gone => cache.Get("q", Work, gone.Token)).ToList();
        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked[0]);
        Assert.False(givenUp.Task.IsCompleted);
        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked[1]);
        await givenUp.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal("well", await cache.Get("q", _ => Task.FromResult("well"), CancellationToken.None));

        async Task<string> Work(CancellationToken stop)
        {
            try
            {
                await Task.Delay(Timeout.Infinite, stop);
            }
            catch (OperationCanceledException)
            {
                givenUp.SetResult();
                throw;
            }

            return "never";
        }
    }

    [Fact]
    public async Task A_hostile_archive_stays_text()
    {
        const string Hostile = "</title><script>alert(1)</script><img src=x onerror=alert(2)>";
        using var folder = new ArchiveFolder();
        var file = folder.Write("a.jsonl", System.Text.Json.JsonSerializer.Serialize(new
        {
            id = Hostile,
            outlet = Hostile,
            published = "2024-03-13",
            url = "javascript:alert(3)",
            text = $"قصف سوق في إدلب {Hostile}\nقصفت طائرات حربية سوقاً شعبية في مدينة إدلب صباح الثلاثاء، ما أدى إلى مقتل 12 مدنياً، بحسب الدفاع المدني {Hostile}. وقال مدير الدفاع المدني إن فرق الإنقاذ لا تزال تبحث عن مفقودين تحت الأنقاض.",
        }));
        Assert.Equal(1, folder.Ingest(file).Added);
        await using var app = await Room.Start(folder.Location);
        using var client = Room.ClientOf(app);
        var list = await client.GetStringAsync(new Uri("/", UriKind.Relative));
        var first = new HtmlParser().ParseDocument(list).QuerySelector(".event-row h3 a")!.GetAttribute("href")!;
        var evt = await client.GetStringAsync(new Uri(first, UriKind.Relative));
        var article = new HtmlParser().ParseDocument(evt).QuerySelector(".evidence .from a")!.GetAttribute("href")!.Split('#')[0];
        foreach (var html in new[] { list, evt, await client.GetStringAsync(new Uri(article, UriKind.Relative)), await client.GetStringAsync(new Uri("/outlets", UriKind.Relative)) })
        {
            var page = new HtmlParser().ParseDocument(html);
            Assert.Single(page.QuerySelectorAll("script"));
            Assert.Empty(page.QuerySelectorAll("img, [onerror], a[href^='javascript']"));
        }
    }

    [Fact]
    public void An_archive_that_is_not_there_is_said_at_once() =>
        Assert.Equal("KH3001", Assert.Throws<Isnad.Archive.ArchiveException>(() => Isnad.Web.ReadingRoom.Build(new() { Archive = "/nowhere/news.db", Url = "http://127.0.0.1:0" }, NewsEngine.Default)).Code);
}
