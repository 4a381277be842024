using Isnad.Text;

namespace Isnad.Language;

/// <summary>Cuts a text into tokens and sentences. Linear in the length of the text; never fails.</summary>
internal sealed class Tokenizer
{
    // Longer than any sentence of news. A text without full stops is cut all the same, at a comma where there is one, so that
    // what later stages do within a sentence stays within bounds.
    private const int LongSentence = 400;
    private const int LongestSentence = 500;

    // «إيه», «إكس»
    private const int LongestLetterName = 3;

    private readonly string text;
    private readonly List<Token> tokens;
    private readonly List<Sentence> sentences = [];
    private int firstOfSentence;
    private int paragraph;

    private Tokenizer(string text)
    {
        this.text = text;
        tokens = new(text.Length / 6);
    }

    public static (List<Token> Tokens, List<Sentence> Sentences) Tokenize(string text)
    {
        var tokenizer = new Tokenizer(text);
        tokenizer.Run();
        return (tokenizer.tokens, tokenizer.sentences);
    }

    private void Run()
    {
        var position = 0;
        while (position < text.Length)
        {
            var c = text[position];
            if (c is '\n' or '\r' or '\u2028' or '\u2029')
            {
                CloseSentence();
                paragraph += c == '\r' && position + 1 < text.Length && text[position + 1] == '\n' ? 0 : 1;
                position++;
            }
            else if (char.IsWhiteSpace(c) || char.IsControl(c) || ArabicFolding.IsIgnorable(c))
            {
                position++;
            }
            else
            {
                position = TakeToken(position);
            }
        }

        CloseSentence();
    }

    private int TakeToken(int position)
    {
        var (end, kind) = TokenScanner.Scan(text, position);
        Add(position, end, kind);
        if (kind == TokenKind.Punctuation && EndsSentence(position))
        {
            // A closing mark right after the full stop belongs to the sentence that it closes.
            if (end < text.Length && text[end] is '»' or '”' or ')')
            {
                Add(end, end + 1, text[end] == ')' ? TokenKind.Punctuation : TokenKind.QuoteMark);
                end++;
            }

            CloseSentence();
        }
        else if (tokens.Count - firstOfSentence is var length && (length >= LongestSentence || (length >= LongSentence && text[position] is '،' or '؛')))
        {
            CloseSentence();
        }

        return end;
    }

    private void Add(int start, int end, TokenKind kind)
    {
        Span<char> buffer = stackalloc char[TokenScanner.LongestToken * 2];
        var folded = buffer[..ArabicFolding.Fold(text.AsSpan(start, end - start), buffer)];
        var shape = kind == TokenKind.Word ? WordShape.OfWord(folded, LastLetter(start, end)) : WordShape.OfMark(folded);
        tokens.Add(new Token(text, tokens.Count, TextSpan.FromBounds(start, end), kind, shape, sentences.Count));
    }

    private char LastLetter(int start, int end)
    {
        while (end - 1 > start && ArabicFolding.IsIgnorable(text[end - 1]))
        {
            end--;
        }

        return text[end - 1];
    }

    private void CloseSentence()
    {
        if (tokens.Count > firstOfSentence)
        {
            var span = TextSpan.FromBounds(tokens[firstOfSentence].Span.Start, tokens[^1].Span.End);
            sentences.Add(new(sentences.Count, span, firstOfSentence, tokens.Count, paragraph));
            firstOfSentence = tokens.Count;
        }
    }

    /// <summary>Whether the mark that was added last, at a position of the text, ends its sentence.</summary>
    private bool EndsSentence(int position)
    {
        var c = text[position];
        var next = position + 1 < text.Length ? text[position + 1] : ' ';
        if (c is '!' or '؟' or '?')
        {
            // «!!» ends with its last mark.
            return next is not ('!' or '؟' or '?' or '.');
        }

        if (c != '.')
        {
            return false;
        }

        // «أ.ف.ب», «د. أحمد»: a full stop after a single letter abbreviates.
        var before = tokens.Count - 2;
        if (before >= firstOfSentence && tokens[before] is { Kind: TokenKind.Word, Folded.Length: 1 } && tokens[before].Span.End == position)
        {
            return false;
        }

        // «...» ends with its last dot; a dot inside a word or an address ends nothing; «المدينة.وأضاف» and «المدينة .وأضاف» lack their space.
        return char.IsWhiteSpace(next) || next is '»' or '”' or '"' or ')' or '«' || ArabicFolding.IsIgnorable(next)
            || (ArabicFolding.IsArabicLetter(next) && position > 0 && (char.IsWhiteSpace(text[position - 1]) || (ArabicFolding.IsArabicLetter(text[position - 1]) && !JoinsLetterNames(position))));
    }

    // «بي.بي.سي», «سي.إن.إن»: names of foreign letters, each as short as one; a sentence that goes on with «و» or «ف» is none.
    private bool JoinsLetterNames(int position)
    {
        if (tokens.Count < 2)
        {
            return false;
        }

        var end = position + 1;
        while (end < text.Length && end - position <= LongestLetterName + 1 && ArabicFolding.IsArabicLetter(text[end]))
        {
            end++;
        }

        var (before, after) = (tokens[^2].Span.Length, end - position - 1);
        return Math.Max(before, after) <= LongestLetterName && Math.Min(before, after) < LongestLetterName && text[position + 1] is not ('و' or 'ف');
    }
}
