using Isnad.Language;
using Isnad.Tests.Architecture;
using Xunit;

namespace Isnad.Tests.Language;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("في 5/4/2015 قتل 1,200 شخص", "في | 5/4/2015 | قتل | 1,200 | شخص")]
    [InlineData("بنسبة ١٢٫٥٪.", "بنسبة | ١٢٫٥ | ٪ | .")]
    [InlineData("الساعة 10:30، أمس", "الساعة | 10:30 | ، | أمس")]
    [InlineData("بيروت (أ.ف.ب) -", "بيروت | ( | أ | . | ف | . | ب | ) | -")]
    [InlineData("راسل news@agency.org أو @agency_ar الآن", "راسل | news@agency.org | أو | @agency_ar | الآن")]
    [InlineData("على https://agency.org/news?id=5 اليوم.", "على | https://agency.org/news?id=5 | اليوم | .")]
    [InlineData("قناة Al-Jazeera.", "قناة | Al-Jazeera | .")]
    [InlineData("لـ«القدس»", "لـ | « | القدس | »")]
    [InlineData("الـBBC", "الـ | BBC")]
    [InlineData("إف-16", "إف | - | 16")]
    public void Cuts_words_numbers_and_marks(string text, string tokens) =>
        Assert.Equal(tokens, string.Join(" | ", Tokenizer.Tokenize(text).Tokens.Select(t => t.Span.Of(text))));

    [Theory]
    [InlineData("وصل الوفد. وغادر لاحقاً.", 2)]
    [InlineData("وصل الوفد أمس.وغادر لاحقاً.", 2)]
    [InlineData("وصل الوفد إلى المدينة .وغادر لاحقاً.", 2)]
    [InlineData("وقال لمراسل بي.بي.سي إنه عائد.", 1)]
    [InlineData("وذكرت قناة سي.إن.إن ترك أنه عائد.", 1)]
    [InlineData("عاد إليه.ثم غادر.", 2)]
    [InlineData("شكر له.وفي المساء غادر.", 2)]
    [InlineData("هل وصل؟ نعم! غادر.", 3)]
    [InlineData("ما هذا؟! لا أعرف...", 2)]
    [InlineData("بيروت (أ.ف.ب) وصل د. سمير الوفد.", 1)]
    [InlineData("بلغت 12.5 في المئة.", 1)]
    [InlineData("قال: «وصل الوفد.» ثم غادر.", 2)]
    [InlineData("العنوان\r\nالنص\n\nالنهاية", 3)]
    [InlineData("زوروا agency.org اليوم.", 1)]
    public void Ends_sentences(string text, int count) =>
        Assert.Equal(count, Tokenizer.Tokenize(text).Sentences.Count);

    [Theory]
    [InlineData("وصل الوفد إلى المدينة ")]
    [InlineData("ا")]
    [InlineData("ـ.رمضان")]
    [InlineData("«")]
    [InlineData("1.")]
    [InlineData("a.")]
    [InlineData("\u200F")]
    [InlineData("؟!")]
    public async Task Takes_millions_of_characters_on_one_line(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length));
        var (tokens, _) = await HangGuard.Run(() => Tokenizer.Tokenize(text));
        Assert.All(tokens.Zip(tokens.Skip(1)), pair => Assert.True(pair.First.Span.End <= pair.Second.Span.Start));
    }
}
