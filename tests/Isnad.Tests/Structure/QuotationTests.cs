using Isnad.Knowledge;
using Isnad.Pipeline;
using Isnad.Structure;
using Isnad.Tests.Architecture;
using Xunit;

namespace Isnad.Tests.Structure;

/// <summary>Which words stand between which marks.</summary>
public sealed class QuotationTests
{
    [Theory]
    [InlineData("قال الوزير «سنواصل العمل» ثم غادر.", "سنواصل العمل")]
    [InlineData("قال الوزير \"سنواصل العمل\" ثم غادر.", "سنواصل العمل")]
    [InlineData("قال الوزير \" سنواصل العمل\"وغادر.", "سنواصل العمل")]
    [InlineData("قال الوزير ''سنواصل العمل'' ثم غادر.", "سنواصل العمل")]
    [InlineData("قال الوزير “سنواصل العمل“ ثم غادر.", "سنواصل العمل")]
    [InlineData("قال الوزير ”سنواصل العمل” ثم غادر.", "سنواصل العمل")]
    [InlineData("بيان {التعاون الإسلامي} صدر أمس.", "التعاون الإسلامي")]
    [InlineData("قال إن «الفكرة قائمة} في تصوره.", "الفكرة قائمة")]
    [InlineData("قال إن «الفكرة قائمة” في تصوره.", "الفكرة قائمة")]
    [InlineData("مدينة إدلب و«المنطقة الآمنة» في الشمال.", "المنطقة الآمنة")]
    [InlineData("وصفها ب\"الخطوة الأولى\" نحو الحل.", "الخطوة الأولى")]
    [InlineData("«أولى» ثم «ثانية».", "أولى | ثانية")]
    [InlineData("\"أولى\" ثم \"ثانية\".", "أولى | ثانية")]
    [InlineData("قال «نرفض «صفقة القرن» رفضاً تاماً» أمس.", "نرفض «صفقة القرن» رفضاً تاماً | صفقة القرن")]
    [InlineData("قال \"نرفض \"صفقة القرن\" رفضاً\" أمس.", "نرفض \"صفقة القرن\" رفضاً | صفقة القرن")]
    [InlineData("قال «نرفض “صفقة القرن” رفضاً».", "نرفض “صفقة القرن” رفضاً | صفقة القرن")]
    [InlineData("بعد انتهاء الاجتماع» غادر.", "")]
    [InlineData("Côte d'Ivoire وفدها وصل.", "")]
    public void Finds_the_words_between_marks(string text, string inner) =>
        Assert.Equal(inner, string.Join(" | ", Read(text).Quotations.Select(q => q.Inner.Of(text))));

    [Fact]
    public void Ends_an_unclosed_quotation_with_its_paragraph_and_says_so()
    {
        var document = Read("العنوان\nقال الوزير: «سنواصل العمل حتى النهاية.\nوغادر الوفد مساء.");
        var quotation = Assert.Single(document.Quotations);
        Assert.False(quotation.Closed);
        Assert.Equal("سنواصل العمل حتى النهاية.", quotation.Inner.Of(document.Text));
        Assert.Contains(document.Diagnostics, d => d.Code == "KH1020");
    }

    [Fact]
    public void Lets_a_quotation_run_on_over_paragraphs()
    {
        var document = Read("العنوان\nقال الوزير: «سنواصل العمل.\nولن نتراجع» ثم غادر.");
        var quotation = Assert.Single(document.Quotations);
        Assert.True(quotation.Closed);
        Assert.EndsWith("ولن نتراجع", quotation.Inner.Of(document.Text), StringComparison.Ordinal);
        Assert.Empty(document.Diagnostics);
    }

    [Fact]
    public void Takes_a_quotation_reopened_in_each_paragraph_as_one_per_paragraph()
    {
        var document = Read("العنوان\nقال الوزير: «سنواصل العمل.\n«ولن نتراجع» ثم غادر.");
        Assert.Equal(["سنواصل العمل.", "ولن نتراجع"], document.Quotations.Select(q => q.Inner.Of(document.Text)));
        Assert.Empty(document.Diagnostics);
    }

    [Theory]
    [InlineData("أكد البيان أنهما «تناولا (فيه) أيضاً إتمام (ما يسمى) الخريطة».", "(فيه) | (ما يسمى)")]
    [InlineData("قال «إنها (الحكومة) لن تستقيل».", "(الحكومة)")]
    [InlineData("قال «لن نشارك (...) ولن نقبل».", "")]
    [InlineData("قال «طلبنا من (الكتائب) أن تنسحب».", "")]
    public void Finds_the_outlets_words_inside(string text, string insertions) =>
        Assert.Equal(insertions, string.Join(" | ", Read(text).Quotations[0].Insertions.Select(i => i.Of(text))));

    [Theory]
    [InlineData("قال المتحدث باسم «الكرملين» إن الزيارة قائمة.", false)]
    [InlineData("الخروقات التي يشهدها «اتفاق إدلب» مستمرة.", false)]
    [InlineData("قال: «لا».", true)]
    [InlineData("أكد أن «المعابر مفتوحة».", true)]
    [InlineData("وقال «لن نقبل بذلك» أمس.", true)]
    public void Tells_speech_from_names(string text, bool isSpeech) =>
        Assert.Equal(isSpeech, Read(text).Quotations[0].IsSpeech);

    [Theory]
    [InlineData("«", 300_000)]
    [InlineData("قال «كلمة ", 10_000)]
    [InlineData("\" كلمة ", 100_000)]
    [InlineData("«كلمة\n", 50_000)]
    [InlineData("» كلمة", 100_000)]
    [InlineData("(", 200_000)]
    public async Task Reads_any_number_of_marks_in_bounded_time(string piece, int times)
    {
        var document = await HangGuard.Run(() => Read(string.Concat(Enumerable.Repeat(piece, times))));
        Assert.True(document.Diagnostics.Count <= 3);
    }

    [Fact]
    public void Reads_a_hundred_levels()
    {
        var text = string.Concat(Enumerable.Repeat("«أ ", 100)) + "كلمة" + string.Concat(Enumerable.Repeat(" ب»", 100));
        var document = Read(text);
        Assert.Equal(100, document.Quotations.Count);
        Assert.Equal(99, document.Quotations[^1].Depth);
        Assert.All(document.Quotations, q => Assert.True(q.Closed));
        Assert.Contains(document.Diagnostics, d => d.Code == "KH1021");
    }

    [Fact]
    public void Says_where_one_quotation_holds_most_of_an_article()
    {
        var words = string.Concat(Enumerable.Repeat("سنواصل العمل حتى النهاية. ", 30));
        Assert.Contains(Read($"العنوان\nقال الوزير: «{words}").Diagnostics, d => d.Code == "KH1022");
        Assert.DoesNotContain(Read($"العنوان\nقال الوزير: «سنواصل». {words}").Diagnostics, d => d.Code == "KH1022");
    }

    private static NewsDocument Read(string text)
    {
        var document = new NewsDocument(new Article("test", text));
        var stages = StandardPipeline.Instance.Stages;
        var last = stages.Index().First(s => s.Item is QuotationStage).Index;
        new ReadingPipeline(stages.Take(last + 1)).Run(document, KnowledgeBase.Default, CancellationToken.None);
        return document;
    }
}
