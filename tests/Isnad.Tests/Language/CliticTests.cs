using Isnad.Language;
using Isnad.Text;
using Xunit;

namespace Isnad.Tests.Language;

public sealed class CliticTests
{
    [Theory]
    [InlineData("والوزير", "وزير", "And, Article", "")]
    [InlineData("وللحكومة", "حكومة", "And, For, Article", "")]
    [InlineData("للجنة", "لجنة", "For, Article", "")]
    [InlineData("فبالهجوم", "هجوم", "So, By, Article", "")]
    [InlineData("كالعادة", "عادة", "Like, Article", "")]
    [InlineData("بأن", "أن", "By", "")]
    [InlineData("وسيبحث", "يبحث", "And, Future", "")]
    [InlineData("ليبحث", "يبحث", "For", "")]
    [InlineData("زيارته", "زيارة", "None", "ه")]
    [InlineData("وبزيارتهما", "زيارة", "And, By", "هما")]
    [InlineData("لقاءه", "لقاء", "None", "ه")]
    [InlineData("لقائه", "لقاء", "None", "ه")]
    [InlineData("لقاؤه", "لقاء", "None", "ه")]
    [InlineData("للقائهما", "لقاء", "For", "هما")]
    [InlineData("اعتقلته", "اعتقلت", "None", "ه")]
    [InlineData("هاجموها", "هاجموا", "None", "ها")]
    [InlineData("قصفتموهم", "قصفتم", "None", "هم")]
    [InlineData("التقاه", "التقى", "None", "ه")]
    [InlineData("مستواهم", "مستوى", "None", "هم")]
    [InlineData("بلادكم", "بلاد", "None", "كم")]
    [InlineData("موقفنا", "موقف", "None", "نا")]
    [InlineData("استقبلني", "استقبل", "None", "ني")]
    public void Reaches_the_stem(string word, string stem, string proclitics, string enclitic) =>
        Assert.Contains(CutsOf(word), cut => cut.Stem == ArabicFolding.Fold(stem) && cut.Proclitics.ToString() == proclitics && cut.Enclitic == enclitic);

    [Theory]
    [InlineData("هجمة")]
    [InlineData("ضربة")]
    public void Sees_no_pronoun_in_a_ta_marbuta(string word) =>
        Assert.All(CutsOf(word), cut => Assert.Empty(cut.Enclitic));

    [Fact]
    public void Lists_fewest_cuts_first_and_the_article_before_a_pronoun()
    {
        var cuts = CutsOf("الوزاره");
        Assert.Equal(cuts.Select(c => c.Cuts).Order(), cuts.Select(c => c.Cuts));
        Assert.Equal("الوزاره", cuts[0].Stem);
        Assert.Equal(Proclitics.Article, cuts[1].Proclitics);
    }

    [Theory]
    [InlineData("و\u064Eال\u0640\u0640وزير", "الوزير", "ال\u0640\u0640وزير")]
    [InlineData("و\uFEFBجئ", "لاجئ", "\uFEFBجئ")]
    [InlineData("ب\u200Fالهجوم", "الهجوم", "الهجوم")]
    public void Finds_the_stem_in_the_text_as_written(string word, string key, string written)
    {
        var token = Assert.Single(Tokenizer.Tokenize(word).Tokens);
        var cut = token.Shape.Segmentations.First(c => c.Key == ArabicFolding.Fold(key) && c.Enclitic.Length == 0);
        Assert.Equal(written, word[token.OffsetOf(cut.Offset)..]);
    }

    private static IReadOnlyList<Segmentation> CutsOf(string word) => Assert.Single(Tokenizer.Tokenize(word).Tokens).Shape.Segmentations;
}
