using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Structure;

/// <summary>
/// Pairs quotation marks with a stack, one paragraph at a time: nested, mixed («…”), unclosed, reopened in each paragraph.
/// A straight mark closes what is open and opens otherwise, unless its surroundings say that it opens an inner quotation.
/// </summary>
internal sealed class QuotationPairing
{
    /// <summary>More levels than any writer means; deeper openers are stepped over.</summary>
    public const int DeepestLevel = 128;

    // A quotation may run on over this many paragraphs before its closing mark.
    private const int LongestRun = 4;
    private readonly NewsDocument document;
    private readonly List<QuotationMark> marks;
    private readonly List<QuotationMark> open = [];
    private readonly int[] openOfFamily = new int[5];
    private readonly List<(TextSpan Span, TextSpan Inner, bool Closed)> pairs = [];
    private readonly List<int> paragraphEnds;
    private TextSpan? lastClosed;

    public QuotationPairing(NewsDocument document)
    {
        this.document = document;
        marks = QuotationMark.All(document.Text, document.Tokens, document.Sentences);
        paragraphEnds = ParagraphEnds(document);
    }

    /// <summary>Openers whose closing mark is missing; those that the next paragraph opens again are not among them.</summary>
    public List<TextSpan> Unclosed { get; } = [];

    /// <summary>How many openers stood deeper than <see cref="DeepestLevel"/>.</summary>
    public int TooDeep { get; private set; }

    /// <summary>Quotations in text order, the outer before the inner.</summary>
    public List<(TextSpan Span, TextSpan Inner, bool Closed)> Pair()
    {
        for (var at = 0; at < marks.Count; at++)
        {
            if (at > 0 && marks[at].Paragraph != marks[at - 1].Paragraph)
            {
                EndParagraph(marks[at - 1].Paragraph, at);
            }

            Read(at);
        }

        if (marks.Count > 0)
        {
            EndParagraph(marks[^1].Paragraph, marks.Count);
        }

        pairs.Sort((a, b) => a.Span.Start != b.Span.Start ? a.Span.Start - b.Span.Start : b.Span.Length - a.Span.Length);
        return pairs;
    }

    private void Read(int at)
    {
        var mark = marks[at];
        if (Reopens(at))
        {
            // "… . وأوضح: "…": what was open before a later sentence's opener was never closed.
            Unclosed.Add(open[^1].Span);
            Close(EndBefore(mark), closed: false);
        }

        if (Opens(at))
        {
            if (open.Count >= DeepestLevel)
            {
                TooDeep++;
                return;
            }

            open.Add(mark);
            openOfFamily[(int)mark.Family]++;
        }
        else if (openOfFamily[(int)mark.Family] > 0)
        {
            while (open[^1].Family != mark.Family)
            {
                Close(mark.Span.Start, mark.Span.Start, closed: false);
            }

            Close(mark.Span.Start, mark.Span.End, closed: true);
        }
        else if (open.Count > 0 && mark.Family != MarkFamily.Single && !NextCloses(at, open[^1].Family))
        {
            // «… ”: one kind opens, another closes.
            Close(mark.Span.Start, mark.Span.End, closed: true);
        }
    }

    private bool Opens(int at)
    {
        var mark = marks[at];
        var isOpen = openOfFamily[(int)mark.Family] > 0;
        return mark.Side switch
        {
            // “…“ and «…« close with the opening shape.
            MarkSide.Opening => !(isOpen && mark.StandsClosing && !mark.StandsOpening),
            MarkSide.Closing => !isOpen && open.Count == 0 && mark.StandsOpening && !mark.StandsClosing,
            _ when mark.Family == MarkFamily.Single => !isOpen && mark.StandsOpening,
            _ when isOpen => mark.StandsOpening && !mark.StandsClosing && InnerPairFollows(at),
            _ => !mark.StandsClosing || mark.StandsOpening || (open.Count == 0 && NextIsSame(at)),
        };
    }

    private bool Reopens(int at) =>
        marks[at] is { Family: MarkFamily.Straight, StandsOpening: true, StandsClosing: false } && open is [.., { Family: MarkFamily.Straight } last]
            && document.Tokens[last.Token].Sentence != document.Tokens[marks[at].Token].Sentence && !InnerPairFollows(at);

    private int EndBefore(QuotationMark mark) => document.Sentences[document.Tokens[mark.Token].Sentence - 1].Span.End;

    // "A "B" C": the second mark opens where the next two both close.
    private bool InnerPairFollows(int at) =>
        at + 2 < marks.Count && IsClosing(at + 1) && IsClosing(at + 2)
        && marks[at + 2].Paragraph == marks[at].Paragraph;

    private bool IsClosing(int at) => marks[at] is { Family: MarkFamily.Straight, StandsClosing: true, StandsOpening: false };

    private bool NextIsSame(int at) =>
        at + 1 < marks.Count && marks[at + 1].Family == marks[at].Family && marks[at + 1].Paragraph == marks[at].Paragraph;

    private bool NextCloses(int at, MarkFamily family) =>
        at + 1 < marks.Count && marks[at + 1] is { Side: MarkSide.Closing } next && next.Family == family && next.Paragraph == marks[at].Paragraph;

    private void EndParagraph(int paragraph, int next)
    {
        if (open.Count == 0)
        {
            return;
        }

        var end = paragraphEnds[paragraph];
        var runsOn = RunsOn(paragraph, next);
        var reopened = next < marks.Count && marks[next].Paragraph == paragraph + 1 && marks[next].Family == open[0].Family
            && marks[next].Side != MarkSide.Closing && marks[next].Token == FirstTokenOf(marks[next]);
        while (open.Count > (runsOn ? 1 : 0))
        {
            var mark = open[^1];
            if (mark.Family == MarkFamily.Single)
            {
                // An apostrophe or a minute sign; nothing is quoted.
                Drop();
                continue;
            }

            if (!reopened)
            {
                Unclosed.Add(mark.Span);
            }

            Close(EndOfUnclosed(mark, end), closed: false);
        }
    }

    /// <summary>True where the next mark, some paragraphs on, can only close what is open: «first paragraph ¶ last paragraph».</summary>
    private bool RunsOn(int paragraph, int next) =>
        next < marks.Count && open[0].Family != MarkFamily.Single && marks[next].Family == open[0].Family
        && marks[next].Paragraph - paragraph <= LongestRun
        && marks[next] is { StandsClosing: true, StandsOpening: false } && marks[next].Side != MarkSide.Opening
        && marks[next].Paragraph - open[0].Paragraph <= LongestRun;

    // Where an opener of a later sentence shows that the writer went on without closing, the sentence ends the quotation.
    private int EndOfUnclosed(QuotationMark mark, int paragraphEnd)
    {
        var sentence = document.Sentences[document.Tokens[mark.Token].Sentence];
        return lastClosed is { } inner && inner.Start > sentence.Span.End ? EndOfSentenceBefore(inner.Start, mark.Token) : paragraphEnd;
    }

    // The end of the sentence before the one that holds an offset.
    private int EndOfSentenceBefore(int offset, int token)
    {
        var at = document.Tokens[token].Sentence;
        while (at + 1 < document.Sentences.Count && document.Sentences[at + 1].Span.End <= offset)
        {
            at++;
        }

        return document.Sentences[at].Span.End;
    }

    private void Close(int innerEnd, int end, bool closed)
    {
        var mark = open[^1];
        Drop();
        var span = TextSpan.FromBounds(mark.Span.Start, Math.Max(end, mark.Span.End));
        pairs.Add((span, Trim(mark.Span.End, Math.Max(innerEnd, mark.Span.End)), closed));
        lastClosed = span;
    }

    private void Close(int end, bool closed) => Close(end, end, closed);

    private void Drop()
    {
        openOfFamily[(int)open[^1].Family]--;
        open.RemoveAt(open.Count - 1);
    }

    private int FirstTokenOf(QuotationMark mark)
    {
        var sentence = document.Tokens[mark.Token].Sentence;
        return sentence > 0 && document.Sentences[sentence - 1].Paragraph == mark.Paragraph ? -1 : document.Sentences[sentence].FirstToken;
    }

    private TextSpan Trim(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(document.Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(document.Text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    private static List<int> ParagraphEnds(NewsDocument document)
    {
        var ends = new List<int>();
        foreach (var sentence in document.Sentences)
        {
            while (ends.Count <= sentence.Paragraph)
            {
                ends.Add(sentence.Span.End);
            }

            ends[sentence.Paragraph] = sentence.Span.End;
        }

        return ends;
    }
}
