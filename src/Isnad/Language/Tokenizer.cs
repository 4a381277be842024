using Isnad.Text;

namespace Isnad.Language;

/// <summary>Cuts a text into tokens and sentences. Linear in the length of the text; never fails.</summary>
internal static class Tokenizer
{
    // A word longer than this is no word; it is cut so that later stages keep their bounds.
    private const int LongestToken = 256;

    public static (List<Token> Tokens, List<Sentence> Sentences) Tokenize(string text)
    {
        var tokens = new List<Token>(text.Length / 5);
        var sentences = new List<Sentence>();
        var paragraph = 0;
        var first = 0;
        var position = 0;
        Span<char> buffer = stackalloc char[LongestToken * 2];

        while (position < text.Length)
        {
            var c = text[position];
            if (c is '\n' or '\r' or '\u2028' or '\u2029')
            {
                Close();
                paragraph += c == '\n' || !(position + 1 < text.Length && text[position + 1] == '\n') ? 1 : 0;
                position++;
                continue;
            }

            if (char.IsWhiteSpace(c) || char.IsControl(c) || ArabicFolding.IsIgnorable(c))
            {
                position++;
                continue;
            }

            var (end, kind) = Scan(text, position);
            var span = TextSpan.FromBounds(position, end);
            var length = ArabicFolding.Fold(text.AsSpan(position, span.Length), buffer);
            tokens.Add(new Token(text, tokens.Count, span, kind, WordShape.Of(buffer[..length], kind == TokenKind.Word), sentences.Count));
            position = end;
            if (kind == TokenKind.Punctuation && EndsSentence(text, span, tokens, first))
            {
                // A closing mark right after the full stop belongs to the sentence that it closes.
                if (position < text.Length && text[position] is '»' or '”' or ')')
                {
                    var closing = new TextSpan(position, 1);
                    tokens.Add(new Token(text, tokens.Count, closing, text[position] == ')' ? TokenKind.Punctuation : TokenKind.QuoteMark, WordShape.Of(text.AsSpan(position, 1), false), sentences.Count));
                    position++;
                }

                Close();
            }
        }

        Close();
        return (tokens, sentences);

        void Close()
        {
            if (tokens.Count > first)
            {
                var span = TextSpan.FromBounds(tokens[first].Span.Start, tokens[^1].Span.End);
                sentences.Add(new(sentences.Count, span, first, tokens.Count, paragraph));
                first = tokens.Count;
            }
        }
    }

    private static (int End, TokenKind Kind) Scan(string text, int start)
    {
        var c = text[start];
        var limit = Math.Min(text.Length, start + LongestToken);
        var end = start + 1;
        if (ArabicFolding.IsArabicLetter(c))
        {
            while (end < limit && (ArabicFolding.IsArabicLetter(text[end]) || ArabicFolding.IsIgnorable(text[end])))
            {
                end++;
            }

            // Trailing marks such as a bidi control are no part of the word; vowel signs and tatweel are.
            while (end > start + 1 && text[end - 1] is >= '\u200B')
            {
                if (ArabicFolding.IsArabicLetter(text[end - 1]))
                {
                    break;
                }

                end--;
            }

            return (end, TokenKind.Word);
        }

        if (char.IsDigit(c))
        {
            while (end < limit && (char.IsDigit(text[end]) || (text[end] is '.' or ',' or '/' or ':' or '٫' or '٬' or '-' && end + 1 < limit && char.IsDigit(text[end + 1]))))
            {
                end++;
            }

            return (end, TokenKind.Number);
        }

        if (char.IsLetter(c))
        {
            while (end < limit && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '\'' or '@') && !ArabicFolding.IsArabicLetter(text[end]))
            {
                end++;
            }

            return (end, TokenKind.Foreign);
        }

        if (char.IsHighSurrogate(c) && end < text.Length && char.IsLowSurrogate(text[end]))
        {
            return (end + 1, TokenKind.Punctuation);
        }

        return (end, c is '«' or '»' or '“' or '”' or '„' or '"' or '‘' or '’' or '\'' or '‹' or '›' ? TokenKind.QuoteMark : TokenKind.Punctuation);
    }

    private static bool EndsSentence(string text, TextSpan mark, List<Token> tokens, int first)
    {
        var c = text[mark.Start];
        if (c is '!' or '؟' or '?')
        {
            return true;
        }

        if (c != '.')
        {
            return false;
        }

        // «أ.ف.ب», «د. أحمد»: a full stop after a single letter abbreviates.
        var before = tokens.Count - 2;
        if (before >= first && tokens[before] is { Kind: TokenKind.Word, Folded.Length: 1 })
        {
            return false;
        }

        // «...» closes only with its last dot; a dot inside a word or an address closes nothing.
        var next = mark.End < text.Length ? text[mark.End] : ' ';
        return char.IsWhiteSpace(next) || next is '»' or '”' or '"' or ')' or '«' || ArabicFolding.IsIgnorable(next)
            || (ArabicFolding.IsArabicLetter(next) && mark.Start > 0 && ArabicFolding.IsArabicLetter(text[mark.Start - 1]));
    }
}
