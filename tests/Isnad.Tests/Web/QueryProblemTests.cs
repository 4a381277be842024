using System.Net;
using System.Text.RegularExpressions;
using Isnad.Archive.Query;
using Isnad.Web.Localisation;
using Xunit;

namespace Isnad.Tests.Web;

/// <summary>What is wrong with a query is said in the language of the page.</summary>
public sealed partial class QueryProblemTests(Room room) : IClassFixture<Room>
{
    [Theory]
    [InlineData("type:asault", "code", "ليست هذه من قيم حقل «النوع»")]
    [InlineData("colour:red", "field", "لا حقل بهذا الاسم")]
    [InlineData("since:أمس", "date", "ليس هذا تاريخاً")]
    [InlineData("killed:many", "number", "عدداً صحيحاً")]
    [InlineData("denied:maybe", "truth", "نعم أو لا")]
    [InlineData("actor:؟", "name", "حرف")]
    [InlineData("place:>3", "compared", "المكان")]
    [InlineData("place: ", "empty", "المكان")]
    [InlineData("(سوريا", "bracket", "لم يُغلق")]
    [InlineData("سوريا)", "closes-nothing", "لا يغلق شيئاً")]
    [InlineData("\"سوريا", "quotation", "لم تُغلق")]
    [InlineData("\"؟\"", "no-word", "لا كلمة")]
    [InlineData("سوريا OR", "or", "أو")]
    [InlineData("سوريا - ", "minus", "الاستبعاد")]
    [InlineData("؟؟", "word", "ليست هذه كلمة")]
    public async Task Is_said_in_Arabic_on_Arabic_pages(string query, string kind, string said)
    {
        Assert.False(EventQuery.TryParse(query, out _, out var error));
        Assert.Equal(kind, error!.Kind);
        foreach (var address in new[] { $"/?q={Uri.EscapeDataString(query)}", $"/compare?a={Uri.EscapeDataString(query)}&b=place:SYR" })
        {
            var problem = (await room.Page(address, HttpStatusCode.BadRequest)).QuerySelector(".problem")!;
            Assert.Contains(said, problem.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(error.Message, problem.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Whatever_a_query_is_refused_for_has_words()
    {
        var kinds = Kind().Matches(Repository.Text("src/Isnad.Archive/Query/QueryParser.cs")).Select(m => m.Groups[1].Value).ToList();
        Assert.True(kinds.Count > 12);
        Assert.All(kinds, kind => Assert.Contains($"query.{kind}", Wording.Of(UiLanguage.Arabic).Keys));
    }

    [Fact]
    public async Task Values_that_are_possible_lead_to_the_mended_query()
    {
        var problem = (await room.Page("/en?q=" + Uri.EscapeDataString("place:SYR type:asault"), HttpStatusCode.BadRequest)).QuerySelector(".problem")!;
        var links = problem.QuerySelectorAll(".codes a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.True(links.Count > 10);
        await room.Page(links[0]);
    }

    [GeneratedRegex("(?:Fail\\(\"|Kind = \"|\\] = \")([a-z-]+)\"")]
    private static partial Regex Kind();
}
