using System.Diagnostics;
using System.Text;
using Isnad.Formats.Import;
using Isnad.KnowledgeSource;
using Isnad.Sources.Listings;
using Xunit;

namespace Isnad.Tests.Fuzzing;

/// <summary>What made inputs broke once.</summary>
public sealed class FoundTests
{
    // A function word that can be a verb too, alone in the last sentence.
    [Theory]
    [InlineData("توقيف أربعة أشخاص\nأو")]
    [InlineData("توقيف أربعة أشخاص يشتبه في صلتهم\nهنا")]
    public void A_text_may_end_with_any_word(string text) => Assert.Equal(text, NewsEngine.Default.Read(new("found", text)).Text);

    [Theory]
    [InlineData("<rss><channel><title>أخبار</title></channel></rss>")]
    [InlineData("<rss version='9'><channel/></rss>")]
    public void A_feed_of_no_version_is_a_problem(string xml) =>
        Assert.NotNull(ListingReader.Read(Encoding.UTF8.GetBytes(xml), new("https://news.example/feed"))?.Problem);

    [Fact]
    public void Damage_in_the_declaration_of_a_feed_is_a_problem()
    {
        var xml = File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Isnad.Tests", "Fuzzing", "declaration.xml"));
        Assert.NotNull(ListingReader.Read(xml, new("https://news.example/feed"))?.Problem);
    }

    [Theory]
    [InlineData("- : \uFDFA\u0642 \u0635 \u0641\nace:ه ن\n")]
    [InlineData("...\n- person: فلان\n- person: فلان\n-ت\u0301..\n")]
    [InlineData("- noun: س\n  also:\n    - : [أرباح\n    - مدعوم\n  examples:\n    - text: تدعم فرنسا رئيس الحكومة.\n      event: SUPPORT\n")]
    public void Knowledge_that_is_no_YAML_is_an_issue(string text)
    {
        var issues = new List<KnowledgeIssue>();
        using var reader = new StringReader(text);
        YamlRecordReader.Read(reader, "actors/x.yaml", issues);
        Assert.Contains(issues, i => i.Code == "KH2001");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("- ")]
    [InlineData("{a: ")]
    public void Knowledge_of_endless_depth_is_an_issue(string opening)
    {
        var issues = new List<KnowledgeIssue>();
        using var reader = new StringReader(string.Concat(Enumerable.Repeat(opening, 20_000)));
        YamlRecordReader.Read(reader, "actors/x.yaml", issues);
        Assert.Contains(issues, i => i.Code == "KH2001");
    }

    // A line of nothing but marks is a headline of as many quotations.
    [Fact]
    public void A_headline_of_marks_is_read_in_time_that_grows_with_its_length()
    {
        double Time(int count)
        {
            var start = Environment.CpuUsage.UserTime;
            NewsEngine.Default.Read(new("found", new string('\'', count)));
            return (Environment.CpuUsage.UserTime - start).TotalSeconds;
        }

        Time(20_000);
        var (one, eight) = (Time(20_000), Time(160_000));
        Assert.True(eight < Math.Max(0.05, one) * 20, $"20,000 in {one:0.000} s, 160,000 in {eight:0.000} s");
    }

    [Fact]
    public void A_page_with_many_elements_side_by_side_is_read_in_time_that_grows_with_its_length()
    {
        double Time(int count)
        {
            var page = Encoding.UTF8.GetBytes($"<html lang=ar><body><article><h1>قصف</h1>{new StringBuilder().Insert(0, "<br>", count)}<p>قصفت طائرات حربية سوقاً شعبية في مدينة إدلب.</p></article></body></html>");
            var best = double.MaxValue;
            for (var round = 0; round < 3; round++)
            {
                var start = Environment.CpuUsage.UserTime;
                Assert.NotNull(ArticleReader.Read("page.html", page, ArticleDefaults.None).Single().Article);
                best = Math.Min(best, (Environment.CpuUsage.UserTime - start).TotalSeconds);
            }

            return best;
        }

        Time(1_000);
        // The processor time is that of all tests that run meanwhile; time that grew with the square of the length would be a thousandfold.
        var (one, many) = (Time(2_500), Time(80_000));
        Assert.True(many < Math.Max(1, one * 200), $"2,500 in {one:0.000} s, 80,000 in {many:0.000} s");
    }
}
