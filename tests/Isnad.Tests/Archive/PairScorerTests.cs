using Isnad.Archive.Fusion;
using Isnad.Knowledge;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>
/// Whether two mentions are one event must not depend on which of them is asked about first: were it so, an event could lose a
/// mention to a second one, and that one give it back, for ever.
/// </summary>
public sealed class PairScorerTests
{
    private const int Pairs = 20_000;
    private static readonly string?[] CopyGroups = [null, null, "one", "other"];
    private static readonly string[] Types = ["ASSAULT", "CONSULT", "ACCUSE"];
    private static readonly string[] Statuses = ["occurred", "ongoing", "negated", "scheduled"];
    private static readonly string[] Words = ["قصف", "غارة", "اجتماع"];
    private static readonly string[] Around = ["مدنيين", "طائرات", "وزير", "صباح", "مدينة", "مقتل"];
    private static readonly PlaceFeatures?[] Places = [null, new("ادلب", "SYR", "city", null), new("ريف ادلب", "SYR", "region", null), new("بيروت", "LBN", "city", null, FromDateline: true)];
    private static readonly PartyFeatures[] Parties = [new("موسكو", "GPE", "RUS", "GOV", null), new("لافروف", "PER", "RUS", "GOV", "p#lavrov"), new("مدنيين", "GRP", "SYR", "CVL", null), new("انقره", "GPE", "TUR", null, null)];
    private readonly PairScorer scorer = new(new PlaceTree(KnowledgeBase.Default));

    [Fact]
    public void TheScoreOfTwoMentionsIsTheSameEitherWay()
    {
        var random = new Random(20190323);
        var linked = 0;
        for (var i = 0; i < Pairs; i++)
        {
            var (a, b) = (Mention(random, 1), Mention(random, 2));
            var (forward, backward) = (scorer.Score(a, b), scorer.Score(b, a));
            Assert.Equal(forward?.Weight, backward?.Weight);
            Assert.Equal(forward?.Weight, scorer.Weigh(a, b));
            linked += forward is { Weight.Links: true } ? 1 : 0;
        }

        Assert.InRange(linked, 1, Pairs - 1);
    }

    [Fact]
    public void ACopyOfOneTextIsNoCopyOfAnother()
    {
        var first = new MentionFeatures(1, "a", 1, "CONSULT", "visit", "occurred", new(2019, 3, 23), true, null, null, "يزور", 5, [], [], [], "one", SentenceWords.Around("لبنان مسؤولين المقبل يلتقي", 0, 0));
        Assert.True(scorer.Score(first, first with { Id = 2, Key = "b", ArticleId = 2 })!.Weight.Links);
        Assert.True(scorer.Score(first, first with { Id = 2, Key = "b", ArticleId = 2, CopyGroup = null })!.Weight.Refused);
        Assert.True(scorer.Score(first, first with { Id = 2, Key = "b", ArticleId = 2, CopyGroup = "other" })!.Weight.Refused);
    }

    private static MentionFeatures Mention(Random random, long id)
    {
        T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
        PartyFeatures[] Some() => [.. Enumerable.Range(0, random.Next(3)).Select(_ => Any(Parties))];
        var coarse = random.Next(6) == 0 ? "2019-03" : null;
        return new MentionFeatures(
            id, $"key-{id}", random.Next(2), Any(Types), random.Next(2) == 0 ? null : "visit", Any(Statuses), new DateOnly(2019, 3, 20).AddDays(random.Next(4)), coarse is null && random.Next(2) == 0, coarse,
            Any(Places), Any(Words), random.Next(400), Some(), Some(), random.Next(2) == 0 ? [] : [new("dead", random.Next(1, 30), null)], Any(CopyGroups), SentenceWords.Around(string.Join(' ', Around.Where(_ => random.Next(3) > 0)), 0, 0));
    }
}
