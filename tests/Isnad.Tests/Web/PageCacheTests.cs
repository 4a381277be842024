using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Isnad.Tests.Web.Api;
using Isnad.Web;
using Isnad.Web.Hosting;
using Isnad.Web.Pages;
using Isnad.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Isnad.Tests.Web;

/// <summary>Pages that are kept for a moment: the same for everybody whom nobody knows, and nobody else's.</summary>
public sealed class PageCacheTests : IAsyncLifetime
{
    private readonly SettableClock clock = new();
    private readonly (string Secret, AccessKey Key) key = AccessKey.Create("ناظر", AccessRole.Reviewer);
    private WebApplication app = null!;
    private HttpClient client = null!;
    private int made;
    private Func<int, HttpContext, Task> making = (_, _) => Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        app = ReadingRoom.Build(new() { Archive = SampleRoom.Archive, Url = "http://127.0.0.1:0", Keys = [key.Key], Clock = clock }, NewsEngine.Default);
        // Only the clock of the test says what is old.
        app.Services.GetRequiredService<IOptions<OutputCacheOptions>>().Value.DefaultExpirationTimeSpan = TimeSpan.FromHours(1);
        // A page that says how often one was made, and for whom.
        app.MapPage("/made/{of?}", async (room, context) =>
        {
            var number = Interlocked.Increment(ref made);
            await making(number, context);
            return new($"{number} {context.Request.RouteValues["of"]}{room.Visitor.Name}", typeof(ErrorBody), new ErrorModel(200, "", null), PageTable.Empty);
        });
        await app.StartAsync();
        client = Room.ClientOf(app);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_page_is_made_once_in_two_seconds()
    {
        Assert.Equal(("1 ", "1 "), (await Title("/made.json"), await Title("/made.json")));
        clock.Now += TimeSpan.FromSeconds(2);
        Assert.Equal(("2 ", "2 "), (await Title("/made.json"), await Title("/made.json")));
    }

    [Fact]
    public async Task A_page_that_many_ask_for_at_once_is_made_once()
    {
        var go = new TaskCompletionSource();
        making = (_, _) => go.Task;
        var asked = Enumerable.Range(0, 20).Select(_ => Title("/made.json")).ToList();
        go.SetResult();
        Assert.All(await Task.WhenAll(asked), title => Assert.Equal("1 ", title));
    }

    [Fact]
    public async Task What_was_kept_is_what_was_made()
    {
        using var first = await Ask("/?q=type:assault");
        using var kept = await Ask("/?q=type:assault");
        Assert.Equal(await first.Content.ReadAsStringAsync(), await kept.Content.ReadAsStringAsync());
        Assert.Equal(first.Content.Headers.ContentType, kept.Content.Headers.ContentType);
        // That it was kept.
        Assert.False(first.Headers.Contains("Age"));
        Assert.True(kept.Headers.Contains("Age"));
        Assert.Equal(first.Headers.GetValues("Content-Security-Policy"), kept.Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public async Task Whoever_is_known_gets_pages_of_his_own_and_nobody_else_gets_them()
    {
        var basic = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("anybody:" + key.Secret)));
        Assert.Equal("1 ناظر", await Title("/made.json", r => r.Headers.Authorization = basic));
        Assert.Equal("2 ", await Title("/made.json"));
        Assert.Equal("3 ناظر", await Title("/made.json", r => r.Headers.Authorization = basic));
        using var session = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent([new("key", key.Secret)]));
        var cookie = session.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(Sessions.Cookie, StringComparison.Ordinal)).Split(';')[0];
        Assert.Equal("4 ناظر", await Title("/made.json", r => r.Headers.Add("Cookie", cookie)));
        // Who brings what nobody knows any more may be given nothing that is kept either.
        Assert.Equal("5 ", await Title("/made.json", r => r.Headers.Add("Cookie", Sessions.Cookie + "=old")));
        Assert.Equal("2 ", await Title("/made.json"));
    }

    [Fact]
    public async Task Forms_of_reviewers_are_not_kept()
    {
        using var reviewing = await Ask("/review", r => r.Headers.Authorization = new("Bearer", key.Secret));
        Assert.Contains("name=\"token\"", await reviewing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var looking = await Ask("/review");
        Assert.DoesNotContain("name=\"token\"", await looking.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var signing = await Ask("/sign-in");
        using var again = await Ask("/sign-in");
        Assert.False(again.Headers.Contains("Age"));
    }

    [Fact]
    public async Task What_changes_a_page_makes_another_page()
    {
        var addresses = new[] { "/made.json", "/en/made.json", "/made.json?q=a", "/made.json?q=b", "/made.json?q=a&q=b", "/made.json?q=b&q=a", "/made/x.json", "/made/X.json" };
        var titles = new HashSet<string>();
        foreach (var address in addresses)
        {
            Assert.True(titles.Add((await Title(address)).Split(' ')[0]), address);
        }

        foreach (var cookie in new[] { "arabic.auto.show", "western.dark.show", "western.auto.hide" })
        {
            Assert.True(titles.Add((await Title("/made.json", r => r.Headers.Add("Cookie", $"{Preferences.Cookie}={cookie}"))).Split(' ')[0]), cookie);
        }

        // What changes none does not.
        Assert.False(titles.Add((await Title("/made.json", r => r.Headers.Add("Cookie", $"other=1; {Preferences.Cookie}=western.auto.show"))).Split(' ')[0]));
    }

    [Fact]
    public async Task Digits_are_those_that_a_reader_chose()
    {
        Assert.Matches(">[0-9]+</td>", await Body(null));
        Assert.Matches(">[٠-٩]+</td>", await Body("arabic.auto.show"));
        Assert.Matches(">[0-9]+</td>", await Body("western.auto.show"));

        async Task<string> Body(string? chosen)
        {
            using var response = await Ask("/outlets", r => r.Headers.Add("Cookie", chosen is null ? "other=1" : $"{Preferences.Cookie}={chosen}"));
            return await response.Content.ReadAsStringAsync();
        }
    }

    [Fact]
    public async Task What_the_room_changes_is_seen_at_once()
    {
        Assert.Equal("1 ", await Title("/made.json"));
        await app.Services.GetRequiredService<Library>().Write(_ => "", TestContext.Current.CancellationToken);
        Assert.Equal("2 ", await Title("/made.json"));
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        making = (number, _) => number == 1 ? throw new InvalidOperationException() : Task.CompletedTask;
        using var failed = await Ask("/made.json");
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Equal("2 ", await Title("/made.json"));
    }

    [Fact]
    public async Task Whoever_goes_away_takes_the_page_from_nobody_who_waits_for_it()
    {
        var begun = new TaskCompletionSource();
        making = (number, context) =>
        {
            begun.TrySetResult();
            return number == 1 ? Task.Delay(Timeout.Infinite, context.RequestAborted) : Task.CompletedTask;
        };
        using var gone = new CancellationTokenSource();
        var first = client.GetAsync(new Uri("/made.json", UriKind.Relative), gone.Token);
        await begun.Task;
        var second = Title("/made.json");
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal("2 ", await second);
    }

    private async Task<string> Title(string address, Action<HttpRequestMessage>? asking = null)
    {
        using var response = await Ask(address, asking);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("title").GetString()!;
    }

    private async Task<HttpResponseMessage> Ask(string address, Action<HttpRequestMessage>? asking = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        asking?.Invoke(request);
        return await client.SendAsync(request);
    }
}
