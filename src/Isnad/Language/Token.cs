using Isnad.Text;

namespace Isnad.Language;

/// <summary>What a token is made of.</summary>
public enum TokenKind
{
    /// <summary>A word in Arabic letters.</summary>
    Word,

    /// <summary>Digits, with inner separators: 8, 2018, 5/4/2015, 12.5.</summary>
    Number,

    /// <summary>A word in another script.</summary>
    Foreign,

    /// <summary>A quotation mark of any kind.</summary>
    QuoteMark,

    /// <summary>Any other mark, one per token.</summary>
    Punctuation,
}

/// <summary>An orthographic token: a stretch of the text between spaces and marks.</summary>
public sealed class Token
{
    private readonly string text;

    internal Token(string text, int index, TextSpan span, TokenKind kind, WordShape shape, int sentence)
    {
        this.text = text;
        (Index, Span, Kind, Shape, Sentence) = (index, span, kind, shape, sentence);
    }

    /// <summary>Position in <c>NewsDocument.Tokens</c>.</summary>
    public int Index { get; }

    public TextSpan Span { get; }

    public TokenKind Kind { get; }

    /// <summary>Folded text and the ways to cut off clitics.</summary>
    public WordShape Shape { get; }

    /// <summary>Index of the sentence it stands in.</summary>
    public int Sentence { get; }

    /// <summary>Folded text; for a mark, the mark.</summary>
    public string Folded => Shape.Folded;

    /// <summary>Where the folded character with this index stands in the article, vowel marks and tatweel stepped over.</summary>
    public int OffsetOf(int foldedIndex)
    {
        var at = Span.Start;
        var seen = 0;
        while (at < Span.End - 1)
        {
            var length = ArabicFolding.FoldedLength(text[at]);
            if (length > 0 && seen + length > foldedIndex)
            {
                break;
            }

            seen += length;
            at++;
        }

        return at;
    }

    public override string ToString() => $"{Folded}@{Span}";
}

/// <summary>A sentence: a run of tokens that ends with a full stop, question mark or line end.</summary>
/// <param name="Index">Position among the sentences.</param>
/// <param name="Span">From its first to its last token.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="Paragraph">Index of its line; line 0 is the title.</param>
public sealed record Sentence(int Index, TextSpan Span, int FirstToken, int EndToken, int Paragraph);
