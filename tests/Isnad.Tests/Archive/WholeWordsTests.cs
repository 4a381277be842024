using Isnad.Archive.Fusion;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>A name lies in another only as whole words.</summary>
public sealed class WholeWordsTests
{
    [Theory]
    [InlineData("رجب طيب اردوغان", "اردوغان", true)]
    [InlineData("رجب طيب اردوغان", "رجب طيب", true)]
    [InlineData("عمانوئيل من عمان", "عمان", true)]
    [InlineData("سلطان عمانوئيل", "عمان", false)]
    [InlineData("سلطنه عمان", "طنه عمان", false)]
    [InlineData("ادلب", "ريف ادلب", false)]
    [InlineData("ادلب", "", false)]
    public void Contain(string whole, string part, bool expected) => Assert.Equal(expected, WholeWords.Contain(whole, part));
}
