using System.Text.RegularExpressions;
using Isnad.Web.Localisation;
using Xunit;

namespace Isnad.Tests.Web;

/// <summary>The pages say everything in both languages, and their style sheets know no left and right.</summary>
public sealed partial class WordingTests
{
    [Fact]
    public void Both_languages_say_the_same_things() =>
        Assert.Equal(Wording.Of(UiLanguage.Arabic).Keys.Order(StringComparer.Ordinal), Wording.Of(UiLanguage.English).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_key_that_a_page_uses_has_words()
    {
        var used = Repository.Files("src/Isnad.Web", ".razor", ".cs").SelectMany(file => Key().Matches(Repository.Text(file)).Select(m => m.Groups[1].Value));
        Assert.All(used, key => Assert.Contains(key, Wording.Of(UiLanguage.English).Keys));
    }

    [Fact]
    public void Values_stand_in_the_same_places()
    {
        var english = Wording.Of(UiLanguage.English);
        Assert.All(english.Keys, key => Assert.Equal(Slots(english[key]), Slots(Wording.Of(UiLanguage.Arabic)[key])));
    }

    [Fact]
    public void Style_sheets_follow_the_direction_of_the_language()
    {
        var sheets = Repository.Files("src/Isnad.Web/Assets", ".css").Concat(Repository.Files("src/Isnad.Formats/Html", ".css"));
        Assert.All(sheets, sheet => Assert.DoesNotMatch(Sided(), Comment().Replace(Repository.Text(sheet), "")));
    }

    private static IEnumerable<string> Slots(string words) => Slot().Matches(words).Select(m => m.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex("""\b(?:T|Words)\["([a-z][A-Za-z.-]+)"[\],]""")]
    private static partial Regex Key();

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"\b(left|right|(margin|padding|border|inset)-(top|bottom))\b")]
    private static partial Regex Sided();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
