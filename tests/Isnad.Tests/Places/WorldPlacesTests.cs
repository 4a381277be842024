using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Places;
using Xunit;

namespace Isnad.Tests.Places;

/// <summary>The compiled gazetteer, where the engine was built with one.</summary>
public sealed class WorldPlacesTests
{
    private static readonly WorldPlaces World = WorldPlaces.Of(KnowledgeBase.Default);

    public static bool HasGazetteer => KnowledgeBase.Gazetteer() is not null;

    [Fact(Skip = "built with -p:Gazetteer=none", SkipUnless = nameof(HasGazetteer))]
    public void It_holds_what_the_packages_hold_in_Arabic() => Assert.InRange(World.Count, 15_000, 30_000);

    [Theory(Skip = "built with -p:Gazetteer=none", SkipUnless = nameof(HasGazetteer))]
    [InlineData("وفي ناشفيل وصل", "ناشفيل", "USA", 1)]
    [InlineData("في سان كانتان فالافييه أمس", "سان كانتان فالافييه", "FRA", 1)]
    [InlineData("في غرينلاند أمس", "غرينلاند", "GRL", 1)]
    public void The_longest_name_is_found(string text, string name, string country, int token)
    {
        var document = NewsEngine.Default.Analyze(new("a", text));
        var match = World.At(document.Tokens, token);
        Assert.Equal(name, match?.Span.Of(document.Text));
        Assert.Contains(match!.Value.Places, p => p.Country == country);
    }

    [Theory(Skip = "built with -p:Gazetteer=none", SkipUnless = nameof(HasGazetteer))]
    [InlineData("قالت الشرطة الألمانية إنها أوقفت رجلين في مدينة كارلسروه أمس.", "كارلسروه", "DEU")]
    [InlineData("أصيب شاب في بلدة عزون قرب قلقيلية بالضفة الغربية.", "عزون", "PSE")]
    public void A_town_is_found_where_the_article_speaks_of_its_country(string text, string name, string country)
    {
        var place = Assert.Single(NewsEngine.Default.Read(new("a", text)).Places, p => p.Span.Text == name);
        Assert.Equal((country, "point"), (place.Country, place.Precision));
        Assert.NotNull(place.Point);
    }

    [Fact]
    public void Without_a_gazetteer_nothing_is_found()
    {
        var document = NewsEngine.Default.Analyze(new("a", "في ناشفيل أمس"));
        Assert.Null(new WorldPlaces(null).At(document.Tokens, 1));
    }

    [Fact]
    public void Bytes_that_are_no_gazetteer_are_refused() => Assert.Throws<InvalidDataException>(() => new WorldPlaces([1, 2, 3]));

    [Theory]
    [InlineData(0, 34.4041, 36.3)]
    [InlineData(180, 32.6059, 36.3)]
    public void A_hundred_kilometres_are_nine_tenths_of_a_degree(int bearing, double latitude, double longitude)
    {
        var there = new GeoPoint(33.505, 36.3).Away(100, bearing);
        Assert.Equal(latitude, there.Latitude, 2);
        Assert.Equal(longitude, there.Longitude, 2);
        Assert.Equal(100, new GeoPoint(33.505, 36.3).KilometresTo(there), 0);
    }
}
