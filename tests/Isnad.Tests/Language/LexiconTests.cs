using Isnad.Language;
using Isnad.Language.Morphology;
using Xunit;

namespace Isnad.Tests.Language;

public sealed class LexiconTests
{
    /// <summary>«قتلة» are killers; «قتله» is «he killed him». They fold alike, and neither may be read by what was asked before.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Reads_a_word_whatever_was_read_before(bool closedFirst)
    {
        var lexicon = new Lexicon(NewsEngine.Default.Knowledge);
        var closed = WordShape.OfWord("قتله", 'ة');
        var open = WordShape.OfWord("قتله", 'ه');
        _ = lexicon.Read(closedFirst ? closed : open);

        Assert.Contains(lexicon.Read(open), r => r.Cut.Enclitic == "ه");
        Assert.DoesNotContain(lexicon.Read(closed), r => r.Cut.Enclitic.Length > 0);
    }
}
