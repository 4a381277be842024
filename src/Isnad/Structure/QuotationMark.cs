using Isnad.Language;
using Isnad.Text;

namespace Isnad.Structure;

/// <summary>Marks that belong together.</summary>
internal enum MarkFamily
{
    /// <summary>« »</summary>
    Guillemet,

    /// <summary>“ ” „</summary>
    Curly,

    /// <summary>" and two single marks in a row.</summary>
    Straight,

    /// <summary>' ‘ ’</summary>
    Single,

    /// <summary>{ }, which some newsrooms set for « ».</summary>
    Brace,
}

/// <summary>What the shape of a mark says; a straight mark says nothing.</summary>
internal enum MarkSide
{
    Either,
    Opening,
    Closing,
}

/// <summary>A quotation mark in the text.</summary>
/// <param name="Token">Index of its first token.</param>
/// <param name="Span">The mark itself, both halves of a doubled one.</param>
/// <param name="Family">Which marks it pairs with.</param>
/// <param name="Side">What its shape says.</param>
/// <param name="Paragraph">Index of its line.</param>
/// <param name="StandsOpening">A space or bracket stands before it and a word after it.</param>
/// <param name="StandsClosing">A word or stop stands before it, a space or mark after it.</param>
internal readonly record struct QuotationMark(
    int Token, TextSpan Span, MarkFamily Family, MarkSide Side, int Paragraph, bool StandsOpening, bool StandsClosing)
{
    /// <summary>The marks of a text in order; an apostrophe inside a word is none.</summary>
    public static List<QuotationMark> All(string text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
    {
        var marks = new List<QuotationMark>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Kind(tokens[at].Folded) is not { } kind)
            {
                continue;
            }

            var span = tokens[at].Span;
            var token = at;
            if (kind.Family == MarkFamily.Single && at + 1 < tokens.Count && tokens[at + 1].Span.Start == span.End && Kind(tokens[at + 1].Folded) is { Family: MarkFamily.Single })
            {
                span = span.Union(tokens[++at].Span);
                kind = (MarkFamily.Straight, MarkSide.Either);
            }

            var before = span.Start > 0 ? text[span.Start - 1] : ' ';
            var after = span.End < text.Length ? text[span.End] : ' ';
            if (kind.Family == MarkFamily.Single && char.IsLetter(before) && char.IsLetter(after))
            {
                continue;
            }

            var openBefore = IsSpace(before) || before is '(' or '[' or '-' or ':' or '/';
            var openAfter = !IsSpace(after) && after is not ('.' or '،' or ',' or ')' or '؛' or ':');
            var closeBefore = !IsSpace(before);
            var closeAfter = IsSpace(after) || (char.IsPunctuation(after) && after is not ('(' or '[' or '«' or '“'));
            marks.Add(new(token, span, kind.Family, kind.Side, sentences[tokens[token].Sentence].Paragraph, openBefore && openAfter, closeBefore && closeAfter && !(openBefore && before is '-' or ':' or '/')));
        }

        return marks;
    }

    // A bidi control beside a mark is as good as a space; a vowel mark belongs to its word.
    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || (c >= '\u200B' && ArabicFolding.IsIgnorable(c));

    private static (MarkFamily Family, MarkSide Side)? Kind(string mark) => mark switch
    {
        "«" => (MarkFamily.Guillemet, MarkSide.Opening),
        "»" => (MarkFamily.Guillemet, MarkSide.Closing),
        "“" or "„" => (MarkFamily.Curly, MarkSide.Opening),
        "”" => (MarkFamily.Curly, MarkSide.Closing),
        "\"" => (MarkFamily.Straight, MarkSide.Either),
        "'" or "‘" or "’" or "‹" or "›" => (MarkFamily.Single, MarkSide.Either),
        "{" => (MarkFamily.Brace, MarkSide.Opening),
        "}" => (MarkFamily.Brace, MarkSide.Closing),
        _ => null,
    };
}
