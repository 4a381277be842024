using System.Globalization;
using Isnad.Language;
using Isnad.Pipeline;

namespace Isnad.Events;

/// <summary>An amount as an interval; null where it is open.</summary>
internal readonly record struct Amount(int? Min, int? Max, int EndToken);

/// <summary>Reads amounts: digits, written numbers, «12 ألفاً», «عشرات الآلاف», with what bounds them («أكثر من»، «على الأقل»).</summary>
internal sealed class AmountReader(NewsDocument document, CountLexicon lexicon)
{
    private const int BoundReach = 4;
    private const int LongestNumber = 4;
    private const string Between = "بين";

    public Amount? At(int token, int limit)
    {
        if (Simple(token) is not { } first)
        {
            return null;
        }

        var (min, max) = first;
        var end = token + 1;
        while (end < limit && end < token + LongestNumber)
        {
            if (lexicon.MultiplierOf(document.Tokens[end]) is { } times)
            {
                (min, max) = (Times(min, times), Times(max, times));
            }
            else if ((Teen(end, min) ?? And(end)) is { } more)
            {
                (min, max) = (min + more, max + more);
            }
            else
            {
                break;
            }

            end++;
        }

        return Bound(token, end) switch
        {
            "least" => new(min, null, end),
            "most" => new(null, max, end),
            _ => Range(token, min) is { } low ? new(low, max, end) : new(min, max, end),
        };
    }

    private (int Min, int Max)? Simple(int token)
    {
        var current = document.Tokens[token];
        if (current.Kind == TokenKind.Number)
        {
            // «1,200», «1.200»: marks that part thousands.
            var digits = current.Folded.Replace(",", "", StringComparison.Ordinal).Replace("٬", "", StringComparison.Ordinal);
            digits = digits.Length > 4 && digits.Length - digits.LastIndexOf('.') == 4 ? digits.Replace(".", "", StringComparison.Ordinal) : digits;
            return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, number) : null;
        }

        return current.Kind == TokenKind.Word ? lexicon.AmountOf(current) : null;
    }

    // «خمسة عشر»
    private int? Teen(int token, int units) =>
        units is > 0 and < 10 && document.Tokens[token].Kind == TokenKind.Word && document.Tokens[token].Folded is [not 'و', ..] && lexicon.AmountOf(document.Tokens[token]) is (10, 10) ? 10 : null;

    // «خمسة وعشرين»، «مئة وعشرين»
    private int? And(int token) => document.Tokens[token].Kind == TokenKind.Word && document.Tokens[token].Folded is ['و', ..] && lexicon.AmountOf(document.Tokens[token]) is { } more && more.Min == more.Max ? more.Min : null;

    // «ما بين 20 و30»
    private int? Range(int token, int min) =>
        token >= 3 && document.Tokens[token].Sentence == document.Tokens[token - 3].Sentence && document.Tokens[token - 1].Folded == "و" && document.Tokens[token - 3].Folded == Between
            && Simple(token - 2) is { } low && low.Min < min ? low.Min : null;

    private string? Bound(int token, int end)
    {
        for (var before = token - 1; before >= Math.Max(0, token - BoundReach) && document.Tokens[before].Sentence == document.Tokens[token].Sentence; before--)
        {
            if (document.Tokens[before].Kind != TokenKind.Word || (lexicon.AmountOf(document.Tokens[before]) is not null && before < token - 1))
            {
                break;
            }

            if (lexicon.BoundOf(document.Tokens[before]) is { } bound)
            {
                return bound;
            }
        }

        // «12 قتيلاً على الأقل»
        for (var after = end; after < Math.Min(document.Tokens.Count, end + BoundReach) && document.Tokens[after].Kind == TokenKind.Word; after++)
        {
            if (lexicon.BoundOf(document.Tokens[after]) is "least" && document.Tokens[after - 1].Folded is "علي")
            {
                return "least";
            }
        }

        return null;
    }

    private static int Times(int number, int factor) => (int)Math.Min(int.MaxValue, (long)number * factor);
}
