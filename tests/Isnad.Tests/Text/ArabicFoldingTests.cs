using Isnad.Text;
using Xunit;

namespace Isnad.Tests.Text;

public sealed class ArabicFoldingTests
{
    [Theory]
    [InlineData("إِدلبـ", "ادلب")]
    [InlineData("سورية", "سوريه")]
    [InlineData("لقاؤه", "لقاوه")]
    [InlineData("مسؤولى", "مسوولي")]
    [InlineData("٢٠١٩", "2019")]
    [InlineData("۱۲٫۵٪", "12.5%")]
    [InlineData("ﺍﻟﻌﺮﺍﻕ", "العراق")]
    [InlineData("ﻻﺟﺊ", "لاجي")]
    [InlineData("کی", "كي")]
    [InlineData("NATO", "nato")]
    [InlineData("\u200Fالوفد\u202C", "الوفد")]
    public void Folds_spellings_of_one_word_together(string written, string folded) =>
        Assert.Equal(folded, ArabicFolding.Fold(written));
}
