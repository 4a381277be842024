using Isnad.Language.Tagging;

namespace Isnad.Language.Parsing;

/// <summary>A segment as the parser sees it: hashes and classes, no text.</summary>
/// <param name="Form">Hash of its folded form.</param>
/// <param name="Ending">Hash of its last letters as written: ة, ً and ين tell gender, case and number.</param>
/// <param name="Tag">Word class, by label index of the tagger.</param>
/// <param name="Article">Whether it begins with ال.</param>
/// <param name="Profile">Its classes in raw news.</param>
internal readonly record struct ParserWord(uint Form, uint Ending, byte Tag, bool Article, WordProfile Profile)
{
    public static ParserWord Of(ReadOnlySpan<char> form, char ending, byte tag, WordClusters clusters) => new(
        FeatureHash.Of(form),
        FeatureHash.Of(form[^Math.Min(2, form.Length)..]) ^ ending,
        tag,
        form.Length > 3 && form[0] == 'ا' && form[1] == 'ل',
        clusters[form]);

    /// <summary>The words of a token: its proclitics, its stem, its pronoun.</summary>
    public static void Add(Token token, string text, TaggedToken tagged, WordClusters clusters, List<ParserWord> words)
    {
        var folded = token.Folded.AsSpan();
        for (var i = 0; i < tagged.Prefix; i++)
        {
            words.Add(Of(folded.Slice(i, 1), folded[i], tagged.Label(i), clusters));
        }

        Span<char> buffer = folded.Length < 128 ? stackalloc char[128] : new char[folded.Length + 1];
        var cut = new WordCut(tagged.Prefix, tagged.Suffix);
        var ending = tagged.Suffix > 0 ? 'ـ' : WrittenWord.EndingOf(text.AsSpan(token.Span.Start, token.Span.Length));
        words.Add(Of(cut == default ? folded.Length > 0 ? folded : "_" : cut.Stem(folded, buffer), ending, tagged.StemLabel, clusters));
        if (tagged.Suffix > 0)
        {
            words.Add(Of(folded[^tagged.Suffix..], folded[^1], tagged.PronounLabel, clusters));
        }
    }
}
