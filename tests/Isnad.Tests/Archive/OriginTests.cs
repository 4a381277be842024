using Isnad.Archive.Fusion;
using Isnad.Knowledge;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>Who found out for himself: relays, agency copy and copies of one text count once.</summary>
public sealed class OriginTests
{
    private static readonly OutletNames Outlets = new(KnowledgeBase.Default);

    [Fact]
    public void Outlets_that_write_themselves_are_origins() => Assert.Equal(2, Count(Of("صحيفة الأرز", null, "a"), Of("وكالة بردى", null, "b")));

    [Fact]
    public void One_outlet_that_tells_twice_is_one() => Assert.Equal(1, Count(Of("صحيفة الأرز", null, "a"), Of("صحيفة الأرز", null, "b")));

    [Fact]
    public void What_one_agency_signs_is_one() => Assert.Equal(1, Count(Of("صحيفة الأرز", "بيروت (أ ف ب)", "a"), Of("موقع النيل", "فرانس برس", "b"), Of("قناة الخليج", "(أ.ف.ب)", "c")));

    [Fact]
    public void Who_relays_an_agency_adds_none() => Assert.Equal(2, Count(Of("صحيفة الأرز", null, "a", "رويترز"), Of("موقع النيل", "رويترز", "b"), Of("قناة الخليج", null, "c")));

    [Fact]
    public void Who_relays_an_outlet_that_no_list_knows_adds_none() => Assert.Equal(1, Count(Of("وكالة عمّان للأنباء", null, "a"), Of("موقع النيل", null, "b", "وكالة عمّان")));

    [Fact]
    public void Copies_of_one_text_are_one() => Assert.Equal(1, Count(Of("صحيفة الأرز", "(أ ف ب)", "a"), Of("موقع النيل", null, "a")));

    [Fact]
    public void Agencies_without_a_name_are_one_of_those_that_are_named() => Assert.Equal(2, Count(Of("صحيفة الأرز", "وكالات", "a"), Of("موقع النيل", "(أ ف ب)", "b"), Of("قناة الخليج", null, "c")));

    [Fact]
    public void Agencies_without_a_name_alone_are_one() => Assert.Equal(1, Count(Of("صحيفة الأرز", "وكالات", "a"), Of("موقع النيل", "وكالات", "b")));

    [Fact]
    public void The_order_makes_no_difference()
    {
        Provenance[] all = [Of("أ", "وكالات", "a"), Of("ب", null, "b", "رويترز"), Of("ج", "رويترز", "c"), Of("د", null, "c"), Of("ه", null, "d"), Of("و", null, "e", "ه")];
        var random = new Random(3);
        Assert.Single(Enumerable.Range(0, 50).Select(_ => Origins.Count(all.OrderBy(_ => random.Next()), Outlets)).Distinct());
    }

    private static int Count(params Provenance[] provenances) => Origins.Count(provenances, Outlets);

    private static Provenance Of(string outlet, string? credit, string text, params string[] carriers) => new(outlet, credit, text, carriers);
}
