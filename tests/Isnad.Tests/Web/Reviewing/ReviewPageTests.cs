using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace Isnad.Tests.Web.Reviewing;

/// <summary>Reviewers look at the queue and judge with plain forms; nobody else does, and no other site's page.</summary>
public sealed class ReviewPageTests
{
    [Fact]
    public async Task Where_there_are_no_keys_the_page_says_how_to_get_one()
    {
        await using var desk = Desk.Open(hasKeys: false);
        foreach (var prefix in new[] { "", "/en" })
        {
            var queue = await desk.Page($"{prefix}/review");
            Assert.Empty(queue.QuerySelectorAll("form.judge"));
            var help = await desk.Page(queue.QuerySelector(".notice a")!.GetAttribute("href")!);
            Assert.Contains("isnad key desk --role reviewer --into keys.json", help.Body!.TextContent, StringComparison.Ordinal);
        }

        using var refused = await desk.Send(new(HttpMethod.Post, "/review") { Content = new FormUrlEncodedContent([new("action", "accept")]) });
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Theory]
    [InlineData("", "سجّل الدخول", "صلاحيتك")]
    [InlineData("/en", "Sign in", "Your role")]
    public async Task Whoever_may_not_judge_is_told_so_in_his_language(string prefix, string unknown, string forbidden)
    {
        await using var desk = Desk.Open();
        Assert.Contains(unknown, (await desk.Page($"{prefix}/review")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(unknown, await Refused(HttpStatusCode.Unauthorized), StringComparison.Ordinal);
        desk.Bring(desk.ReaderKey);
        Assert.Empty((await desk.Page($"{prefix}/review")).QuerySelectorAll("form.judge"));
        Assert.Contains(forbidden, await Refused(HttpStatusCode.Forbidden), StringComparison.Ordinal);

        async Task<string> Refused(HttpStatusCode status)
        {
            using var response = await desk.Send(new(HttpMethod.Post, $"{prefix}/review") { Content = new FormUrlEncodedContent([new("action", "accept")]) });
            Assert.Equal(status, response.StatusCode);
            return await response.Content.ReadAsStringAsync();
        }
    }

    [Fact]
    public async Task What_is_accepted_leaves_the_queue_and_comes_back_when_that_is_taken_back()
    {
        await using var desk = Desk.Open();
        desk.Bring(desk.ReviewerKey);
        var queue = await desk.Page("/review");
        Assert.Contains("disputed", queue.QuerySelector(".reasons .status")!.ClassName!, StringComparison.Ordinal);
        var count = queue.QuerySelectorAll("section.review").Length;
        var (status, _, to) = await desk.Press(queue, "form.judge", "accept");
        Assert.Equal((HttpStatusCode.Redirect, "/review?done=1"), (status, to));
        queue = await desk.Page(to!);
        Assert.Equal(count - 1, queue.QuerySelectorAll("section.review").Length);
        (_, _, to) = await desk.Press(queue, ".notice form", "undo");
        Assert.Equal(count, (await desk.Page(to!)).QuerySelectorAll("section.review").Length);
        var log = await desk.Page("/review/log");
        Assert.Equal(["2", "1"], log.QuerySelectorAll(".reviews li").Select(li => li.GetAttribute("value")));
        Assert.Contains("ناظر", log.QuerySelector(".reviews")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_are_split_off_and_events_merged()
    {
        await using var desk = Desk.Open();
        desk.Bring(desk.ReviewerKey);
        var both = await desk.Page($"/review/event/{await Key(desk, "place:إدلب")}");
        var reports = both.QuerySelectorAll("input[name=report]").OfType<IHtmlInputElement>().Select(i => i.Value).ToList();
        // Each article tells of it with more than one word.
        var articles = reports.GroupBy(r => r.Split('-')[0]).Select(g => g.ToList()).ToList();
        Assert.Equal(2, articles.Count);
        var (first, second) = (articles[0], articles[1]);
        var (status, text, _) = await desk.Press(both, "form.judge", "split", [.. reports.Select(r => ("report", r))]);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("لا بد أن يبقى واحد", text, StringComparison.Ordinal);
        (status, _, _) = await desk.Press(both, "form.judge", "split", [.. second.Select(r => ("report", r)), ("note", "سوقان")]);
        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.Equal(first.Count, (await desk.Page($"/review/event/{first[0]}")).QuerySelectorAll("input[name=report]").Length);
        var alone = await desk.Page($"/review/event/{second[0]}");
        // The event that it was split from is offered as one that may be the same.
        Assert.Contains(alone.QuerySelectorAll("input[name=other]").OfType<IHtmlInputElement>(), i => first.Contains(i.Value));
        Assert.Contains("سوقان", alone.QuerySelector(".reviews")!.TextContent, StringComparison.Ordinal);
        // By address, as somebody copies it.
        (status, _, _) = await desk.Press(alone, "form.judge", "merge", ("others", $"http://127.0.0.1/en/event/{Uri.EscapeDataString(first[0])}"));
        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.Equal(reports.Count, (await desk.Page($"/review/event/{second[0]}")).QuerySelectorAll("input[name=report]").Length);
    }

    [Fact]
    public async Task Readings_are_corrected_and_what_is_impossible_is_said_beside_what_was_written()
    {
        await using var desk = Desk.Open();
        desk.Bring(desk.ReviewerKey);
        var key = await Key(desk, "place:حماة");
        var page = await desk.Page($"/review/event/{key}");
        foreach (var (prefix, field, value, said) in new[] { ("", "status", "maybe", "الحالة واحدة"), ("/en", "date", "أمس", "A date is"), ("/en", "dead", "-3", "A number is"), ("", "actor", "؟", "حرف"), ("/en", "mode", "flying", "no mode"), ("/en", "colour", "red", "no such field") })
        {
            page = await desk.Page($"{prefix}/review/event/{key}");
            var (refused, text, _) = await desk.Press(page, "form.judge", "correct", ("field", field), ("value", value));
            Assert.Equal(HttpStatusCode.BadRequest, refused);
            Assert.Contains(said, text, StringComparison.Ordinal);
            Assert.Contains($"value=\"{value}\"", text, StringComparison.Ordinal);
        }

        var (status, _, to) = await desk.Press(page, "form.judge", "correct", ("field", "status"), ("value", "scheduled"));
        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.StartsWith("/en/review/log?done=", to, StringComparison.Ordinal);
        Assert.NotNull((await desk.Page($"/event/{key}")).QuerySelector(".event-head.scheduled"));
        (status, _, _) = await desk.Press(await desk.Page($"/review/event/{key}"), "form.judge", "reject");
        Assert.Equal(HttpStatusCode.Redirect, status);
        await desk.Page($"/event/{key}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_form_without_the_token_of_its_page_changes_nothing()
    {
        await using var desk = Desk.Open();
        desk.Bring(desk.ReviewerKey);
        var page = await desk.Page("/review");
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Press(page, "form.judge", "accept", ("token", ""))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Press(page, "form.judge", "accept", ("token", "forged"))).Status);
        // Nor is the token of one visitor good for another.
        desk.Bring(null);
        await SignIn(desk);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.Press(await desk.Page("/review"), "form.judge", "accept")).Status);
        Assert.Equal("1", Assert.Single((await desk.Page("/review/log")).QuerySelectorAll(".reviews li")).GetAttribute("value"));
    }

    [Fact]
    public async Task A_key_opens_a_session_and_signing_out_ends_it()
    {
        await using var desk = Desk.Open();
        var page = await desk.Page("/en/sign-in?back=//evil.example");
        var (status, text, _) = await desk.Press(page, "form.stacked", null, ("key", "isnad_wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.DoesNotContain("isnad_wrong", text, StringComparison.Ordinal);
        (status, _, var to) = await desk.Press(page, "form.stacked", null, ("key", desk.ReviewerKey));
        Assert.Equal((HttpStatusCode.Redirect, "/en/review"), (status, to));
        Assert.NotEmpty((await desk.Page("/en/review")).QuerySelectorAll("form.judge"));
        await desk.Press(await desk.Page("/en/sign-in"), "main form", null);
        Assert.Empty((await desk.Page("/en/review")).QuerySelectorAll("form.judge"));
    }

    [Fact]
    public async Task What_is_reviewed_is_given_out_as_annotation()
    {
        await using var desk = Desk.Open();
        using (var refused = await desk.Send(new(HttpMethod.Get, "/review/gold.zip")))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        desk.Bring(desk.ReviewerKey);
        await desk.Press(await desk.Page($"/review/event/{await Key(desk, "place:حماة")}"), "form.judge", "accept");
        var address = (await desk.Page("/review/log")).QuerySelector("a[href$='gold.zip']")!.GetAttribute("href")!;
        using var response = await desk.Send(new(HttpMethod.Get, address));
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
        var entry = Assert.Single(zip.Entries);
        using var reader = new StreamReader(entry.Open());
        Assert.Contains("حماة", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> Key(Desk desk, string query) =>
        Uri.UnescapeDataString((await desk.Page($"/?q={Uri.EscapeDataString(query)}")).QuerySelector(".event-row h3 a")!.GetAttribute("href")!.Split('/')[^1]);

    private static async Task SignIn(Desk desk)
    {
        var (status, _, _) = await desk.Press(await desk.Page("/sign-in"), "form.stacked", null, ("key", desk.ReviewerKey));
        Assert.Equal(HttpStatusCode.Redirect, status);
    }
}
