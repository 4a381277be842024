using Isnad.Language;
using Isnad.Language.Morphology;
using Xunit;

namespace Isnad.Tests.Language;

public sealed class NounInflectionTests
{
    [Theory]
    [InlineData("هجوم", "", "هجوم هجوما هجومان هجومين هجومات")]
    [InlineData("هجوم", "هجمات", "هجوم هجوما هجومان هجومين هجمات")]
    [InlineData("زيارة", "", "زيارة زيارتان زيارتين زيارتا زيارتي زيارات")]
    [InlineData("لقاء", "", "لقاء لقاءان لقاءين لقاءات")]
    [InlineData("قصف", "", "قصف قصفا قصفان قصفين")]
    [InlineData("حرب", "حروب", "حرب حربا حربان حربين حروب حروبا")]
    [InlineData("دعوى", "دعاوى", "دعوى دعويان دعويين دعاوى")]
    [InlineData("متظاهر", "متظاهرون", "متظاهر متظاهرا متظاهران متظاهرين متظاهرون متظاهرين متظاهرو متظاهري")]
    [InlineData("إطلاق نار", "", "إطلاق نار إطلاق نارا")]
    public void Inflects(string singular, string plural, string forms) =>
        Assert.Equal(forms, string.Join(' ', NounInflection.Forms(singular, plural.Length == 0 ? [] : [plural]).Select(f => f.Form)));
}
