using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Isnad.Archive.Fusion;
using Isnad.Archive.Ingest;
using Isnad.Archive.Store;
using Isnad.Formats.Import;
using Isnad.Tests.Archive;
using Isnad.Web;
using Isnad.Web.Security;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Isnad.Tests.Web.Reviewing;

/// <summary>A small archive of its own behind a server with keys, and a browser without scripts that fills in its forms.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private const string Articles = """
        {"id":"a","outlet":"وكالة الشمال","published":"2024-03-13","title":"غارة","text":"قصفت طائرات حربية روسية سوقاً شعبية في إدلب أمس، ما أدى إلى مقتل 12 مدنياً، بحسب الدفاع المدني."}
        {"id":"b","outlet":"صحيفة الأرز","published":"2024-03-13","title":"قصف","text":"قصفت طائرات حربية روسية الثلاثاء سوقاً في مدينة إدلب، وقتل 15 مدنياً وفق المرصد السوري لحقوق الإنسان."}
        {"id":"c","outlet":"صحيفة النيل","published":"2024-05-02","title":"قصف آخر","text":"قصفت مدفعية الجيش قرية في حماة أمس."}
        """;

    private readonly ArchiveFolder folder = new();
    private readonly WebApplication app;
    private readonly HttpClient client;
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    private Desk(bool hasKeys, string articles)
    {
        (ReaderKey, var reader) = AccessKey.Create("قارئ", AccessRole.Reader);
        (ReviewerKey, var reviewer) = AccessKey.Create("ناظر", AccessRole.Reviewer);
        using (var archive = NewsArchive.Open(folder.Location))
        {
            new Ingester(archive, NewsEngine.Default, 2).Run([folder.Write("a.jsonl", articles)], ArticleDefaults.None);
            new Fuser(archive, NewsEngine.Default).Run();
        }

        app = ReadingRoom.Build(new() { Archive = folder.Location, Url = "http://127.0.0.1:0", Keys = hasKeys ? [reader, reviewer] : [], Patience = Timeout.InfiniteTimeSpan }, NewsEngine.Default);
        app.StartAsync().GetAwaiter().GetResult();
        client = Room.ClientOf(app);
    }

    public string ReaderKey { get; }

    public string ReviewerKey { get; }

    public string Archive => folder.Location;

    public static Desk Open(bool hasKeys = true, string? articles = null) => new(hasKeys, articles ?? Articles);

    /// <summary>Sends a key with each request from now on, as a browser does after its own box was filled in.</summary>
    public void Bring(string? key) =>
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("anybody:" + key)));

    public async Task<IHtmlDocument> Page(string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Send(new(HttpMethod.Get, address));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{address}: {(int)response.StatusCode}\n{text[..Math.Min(600, text.Length)]}");
        return await new HtmlParser().ParseDocumentAsync(text);
    }

    /// <summary>Presses the button of a form after filling in fields; returns the answer and where it leads.</summary>
    public async Task<(HttpStatusCode Status, string Text, string? To)> Press(IHtmlDocument page, string form, string? action, params (string Name, string Value)[] filled)
    {
        var chosen = page.QuerySelectorAll(form).OfType<IHtmlFormElement>().First(f => action is null || f.QuerySelector($"button[value={action}], input[name=action][value={action}]") is not null);
        var fields = chosen.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>().Where(i => i.Type != "checkbox" && !filled.Any(f => f.Name == i.Name)).Select(i => KeyValuePair.Create(i.Name!, i.Value))
            .Concat(filled.Select(f => KeyValuePair.Create(f.Name, f.Value))).ToList();
        if (action is not null && fields.TrueForAll(f => f.Key != "action"))
        {
            fields.Add(new("action", action));
        }

        using var response = await Send(new(HttpMethod.Post, chosen.GetAttribute("action")!) { Content = new FormUrlEncodedContent(fields) });
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.OriginalString);
    }

    public async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        }

        var response = await client.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            cookies[pair[0]] = pair[1];
        }

        return response;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        folder.Dispose();
    }
}
