using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Isnad.Tests.Archive;
using Isnad.Tests.Web.Api;
using Isnad.Web.Alerts;
using Xunit;

namespace Isnad.Tests.Web.Alerts;

/// <summary>What a followed query finds reaches its receiver, signed, at least once, and nobody else.</summary>
public sealed class WebhookTests : IDisposable
{
    private const string Secret = "whsec_bWFkZSBvZiB0d2VudHktZm91ciBieXRlcw==";
    private static readonly AlertPace Fast = new(TimeSpan.FromMilliseconds(30), TimeSpan.FromMilliseconds(20), 3, TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(5));
    private readonly ArchiveFolder folder = new();
    private int articles;

    public WebhookTests() => TakeIn("درعا");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_comes_in_is_delivered_with_a_signature_that_others_can_check()
    {
        await using var receiver = await Receiver.Start();
        await using var room = await Serve(receiver, new Alert("idlib", new(receiver.Url, "/idlib"), Secret) { Query = "type:assault place:إدلب" }, new Alert("talks", new(receiver.Url, "/talks"), Secret) { Query = "type:consult" });
        await Settled("idlib", "talks");
        TakeIn("إدلب");
        Assert.True(await Receiver.Until(() => !receiver.Got.IsEmpty));
        var (path, headers, body) = receiver.Got.First();
        Assert.Equal("/idlib", path);
        // As the specification says it, without a line of what is tested.
        var signed = Encoding.UTF8.GetBytes($"{headers["WEBHOOK-ID"]}.{headers["WEBHOOK-TIMESTAMP"]}.{Encoding.UTF8.GetString(body)}");
        using var hmac = new HMACSHA256(Convert.FromBase64String(Secret["whsec_".Length..]));
        Assert.Equal($"v1,{Convert.ToBase64String(hmac.ComputeHash(signed))}", headers["WEBHOOK-SIGNATURE"]);
        Assert.InRange(long.Parse(headers["WEBHOOK-TIMESTAMP"], System.Globalization.CultureInfo.InvariantCulture), DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 60, DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 5);
        using var json = JsonDocument.Parse(body);
        Assert.Equal("idlib", json.RootElement.GetProperty("alert").GetString());
        Assert.True(json.RootElement.GetProperty("machine_coded").GetBoolean());
        Assert.Contains("إدلب", json.RootElement.GetProperty("events")[0].GetRawText(), StringComparison.Ordinal);
        await Settled("idlib");
        Assert.All(receiver.Got, got => Assert.Equal("/idlib", got.Path));
    }

    [Fact]
    public async Task What_a_receiver_could_not_take_is_sent_again_under_the_same_name()
    {
        await using var receiver = await Receiver.Start();
        receiver.Answer = times => times <= 2 ? 503 : 200;
        await using var room = await Serve(receiver, new Alert("all", receiver.Url, Secret) { Query = "type:assault" });
        await Settled("all");
        TakeIn("حلب");
        Assert.True(await Receiver.Until(() => receiver.Got.Count >= 3));
        await Settled("all");
        Assert.Equal(3, receiver.Got.Count);
        Assert.Single(receiver.Got.Select(g => g.Headers["WEBHOOK-ID"]).Distinct());
    }

    [Fact]
    public async Task What_was_not_delivered_before_a_restart_is_delivered_after_it_and_nothing_else_is()
    {
        await using var receiver = await Receiver.Start();
        var alert = new Alert("all", receiver.Url, Secret) { Query = "type:assault" };
        await using (await Serve(receiver, alert))
        {
            await Settled("all");
            TakeIn("حلب");
            Assert.True(await Receiver.Until(() => !receiver.Got.IsEmpty));
            await Settled("all");
            receiver.Answer = _ => 500;
            TakeIn("حمص");
            Assert.True(await Receiver.Until(() => receiver.Got.Count >= 3));
        }

        // Also what came in while nobody was looking.
        TakeIn("الرقة");
        receiver.Got.Clear();
        receiver.Answer = _ => 204;
        await using (await Serve(receiver, alert))
        {
            Assert.True(await Receiver.Until(() => !receiver.Got.IsEmpty));
            await Settled("all");
        }

        var told = string.Concat(receiver.Got.Select(g => Encoding.UTF8.GetString(g.Body)));
        Assert.Contains("حمص", told, StringComparison.Ordinal);
        Assert.Contains("الرقة", told, StringComparison.Ordinal);
        Assert.DoesNotContain("حلب", told, StringComparison.Ordinal);
        Assert.DoesNotContain("درعا", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_private_address_is_asked_that_nobody_allowed_and_no_redirect_followed()
    {
        await using var receiver = await Receiver.Start();
        receiver.Answer = _ => 302;
        // «localhost» passes for a name of the web; where it leads is seen when the connection is made.
        var inside = new UriBuilder(receiver.Url) { Host = "localhost", Path = "/inside" }.Uri;
        await using var room = await Serve(receiver, new Alert("inside", inside, Secret) { Query = "type:assault" }, new Alert("led", receiver.Url, Secret) { Query = "type:assault" });
        await Settled("inside", "led");
        TakeIn("حلب");
        Assert.True(await Receiver.Until(() => receiver.Got.Count >= 2));
        Assert.All(receiver.Got, got => Assert.Equal("/", got.Path));
    }

    [Theory]
    [InlineData("""{"alerts":[{"name":"a","query":"type:assault","url":"http://news.example/","secret":"SECRET"}]}""")]
    [InlineData("""{"alerts":[{"name":"a","query":"type:assault","url":"https://news.example/","secret":"whsec_c2hvcnQ="}]}""")]
    [InlineData("""{"alerts":[{"name":"a","query":"((","url":"https://news.example/","secret":"SECRET"}]}""")]
    [InlineData("""{"alerts":[{"name":"a","url":"https://news.example/","secret":"SECRET"}]}""")]
    [InlineData("""{"alerts":[{"name":"a","query":"x","saved":"y","url":"https://news.example/","secret":"SECRET"}]}""")]
    [InlineData("""{"alerts":[{"name":"a","saved":"y","url":"/here","secret":"SECRET"}]}""")]
    [InlineData("""{"alerts":[{"name":"a","saved":"y","url":"file:///etc/passwd","secret":"SECRET"}]}""")]
    [InlineData("""{"alerts":[{"name":"a"}]}""")]
    [InlineData("""{"alarms":[]}""")]
    [InlineData("SECRET")]
    public void A_wrong_file_of_alerts_is_refused_without_its_secrets_being_said(string text)
    {
        var file = folder.Write("alerts.json", text.Replace("SECRET", Secret, StringComparison.Ordinal));
        var refused = Assert.Throws<InvalidDataException>(() => AlertSettings.Load(file));
        Assert.DoesNotContain("whsec_c2", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_alerts_is_read()
    {
        var file = folder.Write("alerts.json", $$"""{"private_hosts":["desk.intranet:8080"],"alerts":[{"name":"a","saved":"غارات","url":"http://desk.intranet:8080/in","secret":"{{Secret}}"}]}""");
        var settings = AlertSettings.Load(file);
        Assert.Equal("غارات", Assert.Single(settings.Alerts).Saved);
        Assert.Equal(file + ".positions", settings.Positions);
        Assert.DoesNotContain(Secret, settings.Alerts[0].ToString(), StringComparison.Ordinal);
    }

    private Task<ApiRoom> Serve(Receiver receiver, params Alert[] alerts) => ApiRoom.Start(new()
    {
        Archive = folder.Location,
        Alerts = new() { Alerts = alerts, PrivateHosts = [receiver.Url.Authority], Positions = Positions, Pace = Fast },
    });

    private string Positions => Path.Combine(folder.Path, "alerts.positions");

    // Until the alerts have looked at all that there is.
    private async Task Settled(params string[] names)
    {
        using var archive = Isnad.Archive.Store.NewsArchive.Open(folder.Location, readOnly: true);
        var last = archive.Sql.Number("SELECT MAX(id) FROM mention");
        Assert.True(await Receiver.Until(() =>
        {
            var positions = new AlertPositions(Positions);
            return names.All(name => positions.Of(name) == last);
        }));
    }

    private void TakeIn(string place) => folder.Ingest(folder.Write($"{++articles}.jsonl", $$"""{"id":"{{articles}}","outlet":"صحيفة النيل","published":"2024-0{{articles}}-02","title":"قصف","text":"قصفت مدفعية الجيش قرية في {{place}} أمس."}"""));
}
