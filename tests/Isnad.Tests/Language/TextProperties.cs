using CsCheck;
using Isnad.Language;
using Isnad.Text;
using Xunit;

namespace Isnad.Tests.Language;

/// <summary>What holds for every text, lone surrogates, marks inside words and all.</summary>
public sealed class TextProperties
{
    // Letters, vowel signs, tatweel, ligatures, presentation forms, bidi controls, digits, marks, line ends, anything at all.
    private static readonly Gen<char> Character = Gen.Frequency(
        (8, Gen.Char["ابتجدسفقكلمنهويةىءأئؤ"]),
        (2, Gen.Char["\u064B\u064F\u0651\u0670\u0640\u200F\u202B\u202C\u2066\u00AD\uFEFF\u200C"]),
        (1, Gen.Char["\uFEFB\uFEF7\uFEDF\uFE8E\uFDF2\uFDD0\uFD3E"]),
        (3, Gen.Char[" \n\r\t.،؛؟!«»\"()/-:@٠١٫0 5aZ"]),
        (1, Gen.Char[char.MinValue, char.MaxValue]));

    private static readonly Gen<string> Texts = Character.Array[0, 120].Select(characters => new string(characters));

    [Fact]
    public void Folding_twice_changes_nothing_more() =>
        Texts.Sample(text => ArabicFolding.Fold(ArabicFolding.Fold(text)) == ArabicFolding.Fold(text));

    [Fact]
    public void Folded_length_is_counted_right() =>
        Texts.Sample(text => text.Sum(ArabicFolding.FoldedLength) == ArabicFolding.Fold(text).Length);

    [Fact]
    public void Tokens_quote_the_text_in_order_and_leave_out_only_space_and_ignorable_marks() => Texts.Sample(text =>
    {
        var at = 0;
        foreach (var token in Tokenizer.Tokenize(text).Tokens)
        {
            Assert.True(token.Span.Start >= at && token.Span.Length > 0 && token.Span.End <= text.Length);
            Assert.All(text[at..token.Span.Start], c => Assert.True(char.IsWhiteSpace(c) || char.IsControl(c) || ArabicFolding.IsIgnorable(c)));
            Assert.Equal(ArabicFolding.Fold(token.Span.Of(text)), token.Folded);
            at = token.Span.End;
        }
    });

    [Fact]
    public void Sentences_hold_every_token_once() => Texts.Sample(text =>
    {
        var (tokens, sentences) = Tokenizer.Tokenize(text);
        Assert.Equal(tokens.Count, sentences.Sum(s => s.EndToken - s.FirstToken));
        Assert.All(sentences, (sentence, index) =>
        {
            Assert.Equal(index, sentence.Index);
            Assert.Equal(index == 0 ? 0 : sentences[index - 1].EndToken, sentence.FirstToken);
            Assert.All(tokens[sentence.FirstToken..sentence.EndToken], token => Assert.True(token.Sentence == index && sentence.Span.Contains(token.Span)));
        });
    });

    [Fact]
    public void Offsets_of_folded_characters_grow_and_stay_inside() => Texts.Sample(text =>
    {
        foreach (var token in Tokenizer.Tokenize(text).Tokens)
        {
            var last = token.Span.Start;
            for (var index = 0; index <= token.Folded.Length + 1; index++)
            {
                var offset = token.OffsetOf(index);
                Assert.True(offset >= last && offset < token.Span.End);
                last = offset;
            }
        }
    });

    [Fact]
    public void Cuts_add_up_to_the_word() => Texts.Sample(text =>
    {
        foreach (var token in Tokenizer.Tokenize(text).Tokens.Where(t => t.Kind == TokenKind.Word))
        {
            foreach (var cut in token.Shape.Segmentations)
            {
                // From its offset on, the text folds to the key and the pronoun; only letters that meet another change.
                var rest = ArabicFolding.Fold(text.AsSpan(token.OffsetOf(cut.Offset)..token.Span.End));
                var isWhole = cut.Enclitic.Length == 0 && !cut.Has(Proclitics.For);
                Assert.True(isWhole ? rest.EndsWith(cut.Key, StringComparison.Ordinal) : rest.EndsWith(cut.Enclitic, StringComparison.Ordinal));
                Assert.Equal(cut.Has(Proclitics.Article) ? "ال" + cut.Stem : cut.Stem, cut.Key);
            }
        }
    });
}
