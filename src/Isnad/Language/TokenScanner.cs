using Isnad.Text;

namespace Isnad.Language;

/// <summary>Finds where a token ends and what it is made of.</summary>
internal static class TokenScanner
{
    /// <summary>What is longer is no word; it is cut so that later stages keep their bounds.</summary>
    public const int LongestToken = 256;

    /// <summary>The token that starts at a position which holds neither space nor ignorable mark.</summary>
    public static (int End, TokenKind Kind) Scan(string text, int start)
    {
        var c = text[start];
        var limit = Math.Min(text.Length, start + LongestToken);
        if (ArabicFolding.IsArabicLetter(c))
        {
            return (EndOfWord(text, start, limit), TokenKind.Word);
        }

        if (char.IsDigit(c))
        {
            return (EndOfNumber(text, start, limit), TokenKind.Number);
        }

        if (char.IsLetter(c) || (c == '@' && start + 1 < limit && char.IsAsciiLetter(text[start + 1])))
        {
            return (EndOfForeign(text, start, limit), TokenKind.Foreign);
        }

        if (char.IsHighSurrogate(c) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1]))
        {
            return (start + 2, TokenKind.Punctuation);
        }

        return (start + 1, c is '«' or '»' or '“' or '”' or '„' or '"' or '‘' or '’' or '\'' or '‹' or '›' ? TokenKind.QuoteMark : TokenKind.Punctuation);
    }

    private static int EndOfWord(string text, int start, int limit)
    {
        var end = start + 1;
        while (end < limit && (ArabicFolding.IsArabicLetter(text[end]) || ArabicFolding.IsIgnorable(text[end])))
        {
            end++;
        }

        // Bidi controls at the end are no part of the word; vowel signs and tatweel are.
        while (end > start + 1 && text[end - 1] is >= '\u200B' or '\u00AD' or '\u061C' && !ArabicFolding.IsArabicLetter(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    // 12.5, 1,000, 5/4/2015, 10:30, 2018-2019, ١٢٫٥
    private static int EndOfNumber(string text, int start, int limit)
    {
        var end = start + 1;
        while (end < limit && (char.IsDigit(text[end])
            || (text[end] is '.' or ',' or '/' or ':' or '٫' or '٬' or '-' && end + 1 < limit && char.IsDigit(text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    // Also names such as Al-Jazeera and whole addresses: www.sana.sy, name@agency.org, https://x.com/news?id=5
    private static int EndOfForeign(string text, int start, int limit)
    {
        var end = start + 1;
        while (end < limit && !ArabicFolding.IsArabicLetter(text[end]))
        {
            var c = text[end];
            var joins = c is '.' or '-' or '_' or '@' or '/' or ':' or '?' or '=' or '&' or '#' or '%' or '+' or '~' or '\'' or '’'
                && end + 1 < limit && (char.IsAsciiLetterOrDigit(text[end + 1]) || text[end + 1] == '/');
            if (!joins && !char.IsLetterOrDigit(c) && c != '_')
            {
                break;
            }

            end++;
        }

        return end;
    }
}
