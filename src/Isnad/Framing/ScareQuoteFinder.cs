using Isnad.Language;
using Isnad.Pipeline;
using Isnad.Reading;
using Isnad.Structure;
using Isnad.Text;

namespace Isnad.Framing;

/// <summary>
/// Finds terms that the outlet holds at arm's length by quotation marks: «المنطقة الآمنة». A mark is one where the quoted
/// words are no speech, no name, and a definite term of a few words in the outlet's own voice.
/// </summary>
internal sealed class ScareQuoteFinder(NewsDocument document, FramingLexicon lexicon, VoiceMap voices, NamedTokens mentions)
{
    private const int LongestTerm = 3;

    public IEnumerable<FramingMark> Find(IReadOnlyList<FramingMark> known)
    {
        var taken = new SpanSet(known.Select(m => m.Span));
        var token = 0;
        foreach (var quotation in document.Quotations.Where(q => !q.IsSpeech && q.Closed && q.Depth == 0))
        {
            while (token < document.Tokens.Count && document.Tokens[token].Span.Start < quotation.Inner.Start)
            {
                token++;
            }

            var end = token;
            while (end < document.Tokens.Count && document.Tokens[end].Span.End <= quotation.Inner.End)
            {
                end++;
            }

            if (IsTerm(token, end) && !IsName(token, end) && !voices.IsVerbatim(quotation.Inner) && !voices.IsParaphrased(quotation.Inner) && !taken.Overlaps(quotation.Span))
            {
                yield return new(quotation.Span, "scare-quotes", mentions.Target(token, end), null,
                    [new Evidence("framing.scare-quotes", null, document.Quote(quotation.Span), "a term in marks that is neither speech nor a name")]);
            }
        }
    }

    private bool IsTerm(int first, int end)
    {
        if (end <= first || end - first > LongestTerm)
        {
            return false;
        }

        for (var token = first; token < end; token++)
        {
            if (document.Tokens[token].Kind != TokenKind.Word || !document.Tokens[token].Shape.Segmentations.Any(cut => cut.Has(Proclitics.Article)))
            {
                return false;
            }
        }

        return true;
    }

    // A name shows by what it is known as, or by the noun before it: «قناة «الميادين»», «أعلنت «الكتائب»».
    private bool IsName(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (mentions.At(token) is not null)
            {
                return true;
            }
        }

        var before = first - 2;
        return end - first == 1 || before < 0 || document.Tokens[before].Sentence != document.Tokens[first].Sentence || lexicon.OpensName(document.Tokens[before])
            || (before > 0 && document.Tokens[before].Kind == TokenKind.Word && lexicon.OpensName(document.Tokens[before - 1]));
    }
}
