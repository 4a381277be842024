using Isnad.Pipeline;
using Isnad.Structure;
using Isnad.Text;

namespace Isnad.Attribution;

/// <summary>Which quotation opens at a token, and which outermost speech a token stands in.</summary>
internal sealed class QuotationIndex
{
    private readonly Quotation?[] opening;
    private readonly Quotation?[] around;
    private readonly int[] endToken;

    public QuotationIndex(NewsDocument document)
    {
        var tokens = document.Tokens;
        opening = new Quotation?[tokens.Count];
        around = new Quotation?[tokens.Count];
        endToken = new int[tokens.Count];
        var token = 0;
        foreach (var quotation in document.Quotations)
        {
            while (token < tokens.Count && tokens[token].Span.Start < quotation.Span.Start)
            {
                token++;
            }

            if (token == tokens.Count)
            {
                break;
            }

            opening[token] ??= quotation;
            if (quotation.Depth > 0)
            {
                continue;
            }

            var end = token;
            for (; end < tokens.Count && tokens[end].Span.Start < quotation.Span.End; end++)
            {
                around[end] = quotation;
            }

            endToken[token] = end;
        }
    }

    /// <summary>The quotation whose opening mark is this token.</summary>
    public Quotation? OpeningAt(int token) => (uint)token < (uint)opening.Length ? opening[token] : null;

    /// <summary>The outermost quotation that a token, marks included, stands in.</summary>
    public Quotation? Around(int token) => around[token];

    /// <summary>True inside words that somebody said.</summary>
    public bool IsInSpeech(int token) => around[token] is { IsSpeech: true } quotation && opening[token] != quotation;

    /// <summary>Index after the last token of the outermost quotation that opens here; 0 where none does.</summary>
    public int EndOfOpening(int token) => endToken[token];

    /// <summary>True where all of a span lies between one pair of outermost marks.</summary>
    public static bool Covers(Quotation quotation, TextSpan span) => quotation.Span.Contains(span);
}
