using System.Net;
using System.Security.Cryptography;
using Isnad.Web;
using Isnad.Web.Security;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Isnad.Tests.Web.Security;

/// <summary>People whom an identity provider vouches for may do what their role there says, and nobody else may.</summary>
public sealed class ProviderTests : IAsyncLifetime
{
    private FakeProvider provider = null!;
    private WebApplication app = null!;

    public async ValueTask InitializeAsync()
    {
        provider = await FakeProvider.Start();
        app = await Serve("http://0.0.0.0:0", null);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Theory]
    [InlineData("editors", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("desk", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("guests", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    public async Task A_role_of_the_provider_opens_what_it_is_for(string role, HttpStatusCode pages, HttpStatusCode gold)
    {
        using var browser = Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(browser, "/"));
        (provider.Name, provider.Roles) = ("nadia", ["others", role]);
        Assert.Equal("/en/review", await SignIn(browser, "/sign-in/provider?back=/en/review"));
        Assert.Equal((pages, gold), (await Status(browser, "/"), await Status(browser, "/review/gold.zip")));
        Assert.Contains("nadia", await browser.GetStringAsync(new Uri("/sign-in", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_another_signed_or_that_was_made_for_another_opens_nothing()
    {
        provider.Roles = ["editors"];
        using var other = RSA.Create(2048);
        using var browser = Browser();
        provider.Forged = other;
        Assert.StartsWith("/sign-in?failed=", await SignIn(browser, "/sign-in/provider"), StringComparison.Ordinal);
        (provider.Forged, provider.KeepsNonce) = (null, false);
        Assert.StartsWith("/sign-in?failed=", await SignIn(browser, "/sign-in/provider"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(browser, "/"));
    }

    [Fact]
    public async Task What_one_browser_began_no_other_ends()
    {
        provider.Roles = ["editors"];
        using var mine = Browser();
        using var another = Browser();
        var back = await Led(mine, await Led(mine, "/sign-in/provider"));
        Assert.StartsWith("/sign-in?failed=", await Led(another, back), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(another, "/"));
    }

    [Fact]
    public async Task Behind_a_proxy_the_provider_leads_back_to_the_address_that_people_know_and_cookies_stay_encrypted()
    {
        await using var behind = await Serve("http://0.0.0.0:0", new Uri("https://news.example.org"));
        using var browser = Browser(behind);
        using var response = await browser.GetAsync(new Uri("/sign-in/provider", UriKind.Relative));
        Assert.Contains(Uri.EscapeDataString("https://news.example.org/sign-in/callback"), response.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        Assert.All(response.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Theory]
    [InlineData("""{"authority":"http://id.example.org","client_id":"hidden"}""")]
    [InlineData("""{"authority":"https://id.example.org","client_id":""}""")]
    [InlineData("""{"authority":"https://id.example.org","client_id":"isnad","roles":{"hidden":"king"}}""")]
    [InlineData("""{"client_secret":"hidden"}""")]
    [InlineData("hidden")]
    public void A_wrong_file_of_a_provider_says_nothing_of_itself(string text)
    {
        using var folder = new TemporaryFolder();
        Assert.DoesNotContain("hidden", Assert.Throws<InvalidDataException>(() => IdentityProvider.Load(folder.Write("oidc.json", text))).ToString(), StringComparison.Ordinal);
        var sound = IdentityProvider.Load(folder.Write("sound.json", """{"authority":"https://id.example.org","client_id":"isnad","client_secret":"hidden"}"""));
        Assert.Equal(AccessRole.Reviewer, sound.Roles["reviewer"]);
        Assert.DoesNotContain("hidden", sound.ToString(), StringComparison.Ordinal);
    }

    private async Task<WebApplication> Serve(string url, Uri? known)
    {
        var vouching = new IdentityProvider(provider.Url, FakeProvider.Client) { ClientSecret = FakeProvider.ClientSecret, PublicUrl = known, Roles = new Dictionary<string, AccessRole> { ["desk"] = AccessRole.Reader, ["editors"] = AccessRole.Reviewer } };
        var served = ReadingRoom.Build(new() { Archive = Api.SampleRoom.Archive, Url = url, Hosts = ["127.0.0.1"], Provider = vouching }, NewsEngine.Default);
        await served.StartAsync();
        return served;
    }

    private HttpClient Browser(WebApplication? of = null) => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new UriBuilder((of ?? app).Urls.First()) { Host = "127.0.0.1" }.Uri };

    /// <summary>Goes to the provider and comes back; where the browser is led at last.</summary>
    private static async Task<string> SignIn(HttpClient browser, string address) => await Led(browser, await Led(browser, await Led(browser, address)));

    private static async Task<string> Led(HttpClient browser, string address)
    {
        using var response = await browser.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }

    private static async Task<HttpStatusCode> Status(HttpClient browser, string address)
    {
        using var response = await browser.GetAsync(new Uri(address, UriKind.Relative));
        return response.StatusCode;
    }
}
