using Isnad.Knowledge;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Structure;

/// <summary>Pairs quotation marks and finds the outlet's insertions inside them.</summary>
internal sealed class QuotationStage : IStage
{
    // An insertion is told to the quotations around it, from the inside out, up to here.
    private const int LevelsTold = 4;

    // No writer quotes within a quotation within a quotation as often as this.
    private const int SuspiciousLevel = 16;

    // A short notice may be nothing but a statement.
    private const int ShortestSuspicious = 400;

    public string Name => "quotations";

    public string Purpose => "Pairs quotation marks and finds the outlet's insertions inside them.";

    public Layers Reads => Layers.Tokens | Layers.Structure;

    public Layers Writes => Layers.Quotations;

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        var closed = ClosedClass.Of(knowledge);
        var pairing = new QuotationPairing(document);
        var pairs = pairing.Pair();
        if (pairing.Unclosed is [var first, ..])
        {
            document.Report("KH1020", $"{pairing.Unclosed.Count} quotation(s) without a closing mark; the paragraph's end stands in for it", first);
        }

        if (pairing.TooDeep > 0)
        {
            document.Report("KH1021", $"{pairing.TooDeep} quotation mark(s) nested deeper than {QuotationPairing.DeepestLevel} levels were stepped over");
        }

        var quotations = Quotations(document, pairs, new InsertionFinder(document, closed).All(), new SpeechTest(document, closed));
        document.Quotations = quotations;
        if (pairing.TooDeep == 0 && quotations.Select(q => q.Depth + 1).DefaultIfEmpty().Max() is >= SuspiciousLevel and var levels)
        {
            document.Report("KH1021", $"quotation marks are nested {levels} levels deep");
        }

        if (document.Text.Length >= ShortestSuspicious && quotations.Find(q => q.Depth == 0 && q.Inner.Length > document.Text.Length / 2) is { } most)
        {
            document.Report("KH1022", "one quotation holds more than half of the article; a closing mark may be missing", TextSpan.FromBounds(most.Span.Start, most.Inner.Start));
        }
    }

    private static List<Quotation> Quotations(NewsDocument document, List<(TextSpan Span, TextSpan Inner, bool Closed)> pairs, List<TextSpan> brackets, SpeechTest speech)
    {
        var insertions = new List<TextSpan>[pairs.Count];
        var depths = new int[pairs.Count];
        var around = new List<int>();
        var bracket = 0;
        for (var at = 0; at < pairs.Count; at++)
        {
            TellUntil(pairs[at].Span.Start);
            around.RemoveAll(a => pairs[a].Span.End <= pairs[at].Span.Start);
            depths[at] = around.Count;
            around.Add(at);
        }

        TellUntil(int.MaxValue);
        var quotations = new List<Quotation>(pairs.Count);
        var token = 0;
        for (var at = 0; at < pairs.Count; at++)
        {
            var (span, inner, closed) = pairs[at];
            while (document.Tokens[token].Span.Start < span.Start)
            {
                token++;
            }

            quotations.Add(new(span, inner, depths[at], closed, speech.IsSpeech(token, inner), insertions[at] ?? []));
        }

        return quotations;

        void TellUntil(int offset)
        {
            for (; bracket < brackets.Count && brackets[bracket].Start < offset; bracket++)
            {
                for (var level = around.Count - 1; level >= Math.Max(0, around.Count - LevelsTold); level--)
                {
                    if (pairs[around[level]].Inner.Contains(brackets[bracket]))
                    {
                        (insertions[around[level]] ??= []).Add(brackets[bracket]);
                    }
                }
            }
        }
    }
}
