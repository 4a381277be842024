using System.Net.ServerSentEvents;
using Isnad.Tests.Archive;
using Xunit;

namespace Isnad.Tests.Web.Api;

/// <summary>Events as they come in, as whoever listens is told of them.</summary>
public sealed class LiveTests : IDisposable
{
    private readonly ArchiveFolder folder = new();
    private int articles;

    public LiveTests() => TakeIn("درعا");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Whoever_listens_is_told_what_comes_in_and_nothing_else()
    {
        await using var room = await ApiRoom.Start(new() { Archive = folder.Location });
        await using var stream = await Listen(room, "/api/live?q=" + Uri.EscapeDataString("place:إدلب"), null);
        Assert.Equal("alive", (await stream.Next()).EventType);
        TakeIn("حلب");
        TakeIn("إدلب");
        var told = await stream.Next();
        Assert.Equal("event", told.EventType);
        Assert.Contains("إدلب", told.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_cut_off_misses_nothing()
    {
        await using var room = await ApiRoom.Start(new() { Archive = folder.Location });
        string? last;
        await using (var stream = await Listen(room, "/api/live", null))
        {
            last = (await stream.Next()).EventId;
        }

        TakeIn("حمص");
        await using var again = await Listen(room, "/api/live", last);
        Assert.Equal("alive", (await again.Next()).EventType);
        var told = await again.Next();
        Assert.Contains("حمص", told.Data, StringComparison.Ordinal);
        Assert.NotEqual(last, told.EventId);
    }

    [Fact]
    public async Task A_query_with_a_mistake_opens_no_stream()
    {
        await using var room = await ApiRoom.Start(new() { Archive = folder.Location });
        Assert.Equal("KH4001", (await room.Get("/api/live?q=((((", System.Net.HttpStatusCode.BadRequest)).GetProperty("code").GetString());
    }

    private void TakeIn(string place) => folder.Ingest(folder.Write($"{++articles}.jsonl", $$"""{"id":"{{articles}}","outlet":"صحيفة النيل","published":"2024-0{{articles}}-02","title":"قصف","text":"قصفت مدفعية الجيش قرية في {{place}} أمس."}"""));

    private static async Task<Listener> Listen(ApiRoom room, string address, string? last)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (last is not null)
        {
            request.Headers.Add("Last-Event-ID", last);
        }

        var response = await room.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        return new(response, SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator());
    }

    private sealed class Listener(HttpResponseMessage response, IAsyncEnumerator<SseItem<string>> items) : IAsyncDisposable
    {
        public async Task<SseItem<string>> Next()
        {
            Assert.True(await items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30)));
            return items.Current;
        }

        public ValueTask DisposeAsync()
        {
            response.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
