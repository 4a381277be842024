using Xunit;

namespace Isnad.Tests.Cli;

/// <summary>Names that recur in a collection come out as entries to complete.</summary>
public sealed class ActorsCommandTests
{
    [Fact]
    public void Recurring_unknown_names_are_suggested_with_title_and_context()
    {
        using var folder = new TemporaryFolder();
        for (var day = 1; day <= 3; day++)
        {
            folder.Write($"articles/{day}.json", $$"""{"id": "{{day}}", "outlet": "جريدة {{day}}", "published": "2019-03-0{{day}}", "text": "مياه\nقال مدير المستشفى اللبناني سامر الحلاق إن {{day}} جرحى وصلوا أمس. وأضاف الحلاق أن حالتهم مستقرة."}""");
        }

        var run = Tool.Isnad("actors", "suggest", Path.Combine(folder.Path, "articles"));
        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.Contains("# 3 articles, 6 mentions, 3 outlets, 2019-03-01 to 2019-03-03\n# called 3 times: مدير المستشفى اللبناني\n# … ", run.Output, StringComparison.Ordinal);
        Assert.Contains("- person: سامر الحلاق\n  en:\n  country: LBN\n  roles:\n    - role: مدير المستشفى اللبناني\n      country: LBN\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("      from: 2019-03\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Listed_and_rare_names_are_not_suggested()
    {
        using var folder = new TemporaryFolder();
        folder.Write("articles/1.txt", "مياه\nقال وزير الخارجية الروسي سيرغي لافروف إن مدير المستشفى سامر الحلاق وصل أمس.");
        var articles = Path.Combine(folder.Path, "articles");
        Assert.Equal("", Tool.Isnad("actors", "suggest", articles).Output);
        var all = Tool.Isnad("actors", "suggest", articles, "--min-articles", "1", "--limit", "5").Output;
        Assert.Contains("سامر الحلاق", all, StringComparison.Ordinal);
        Assert.DoesNotContain("- person: سيرغي لافروف", all, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_none_is_refused()
    {
        var run = Tool.Isnad("actors", "suggest", "samples", "--limit", "many");
        Assert.Equal(64, run.Code);
        Assert.Contains("--limit", run.Errors, StringComparison.Ordinal);
    }
}
