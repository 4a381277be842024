using Isnad.Reading;
using Isnad.Structure;
using Isnad.Text;

namespace Isnad.Attribution;

/// <summary>The reported words of a cue.</summary>
/// <param name="Spans">The words, marks left out where all of them are quoted.</param>
/// <param name="EndToken">Index after the last token that belongs to them.</param>
/// <param name="Form">In marks, in the outlet's words, or both.</param>
/// <param name="Insertions">The outlet's own words inside.</param>
internal sealed record ReportedWords(IReadOnlyList<TextSpan> Spans, int EndToken, ReportForm Form, IReadOnlyList<TextSpan> Insertions);

/// <summary>Finds where reported words end: before the next cue of the sentence, or with the sentence, or with the marks.</summary>
internal sealed class ContentBoundary(AttributionScope scope)
{
    // Words after the closing mark that make a quotation part of a longer clause.
    private const int FewestAfterMarks = 2;

    // Words between two quotations that و joins.
    private const int LongestJoint = 8;

    // Words that may stand in the marks beside a name.
    private const int MostBesideName = 1;

    // «قال: إن «الورقة البيضاء» تكتيك ذكي»: marks around a term, though the words begin with it.
    private const int LongestTerm = 3;

    /// <summary>The words that begin at a token.</summary>
    /// <param name="start">Where they begin.</param>
    /// <param name="stop">Index of the token where the next cue's clause begins, or the sentence's end.</param>
    public ReportedWords From(ContentStart start, int stop)
    {
        var tokens = scope.Tokens;
        var first = start.FirstToken;
        if (scope.Quotations.OpeningAt(first) is { } quotation && scope.Quotations.EndOfOpening(first) is > 0 and var end)
        {
            var isTerm = WordsBetween(first, end) <= LongestTerm;
            var isSetOff = end < tokens.Count && tokens[end].Kind == Language.TokenKind.Punctuation;
            if (!GoesOnQuoting(end, stop) && (end >= stop || WordsBetween(end, stop) < FewestAfterMarks || (isTerm ? isSetOff && start.Kind == ContentKind.Speech && start.HeaderEnd >= first - 1 : isSetOff || (start.Kind == ContentKind.Speech && quotation.IsSpeech))))
            {
                return new([quotation.Inner], end, ReportForm.Direct, quotation.Insertions);
            }
        }

        stop = Math.Max(first + 1, stop);
        // Speech that runs on over the sentence's end takes the words with it.
        for (var at = first; at < stop; at++)
        {
            if (scope.Quotations.EndOfOpening(at) is > 0 and var past && past > stop && scope.Quotations.OpeningAt(at) is { IsSpeech: true })
            {
                stop = past;
                break;
            }
        }

        var span = scope.Trimmed(first, stop, start.Offset);
        return Measured(span, stop);
    }

    /// <summary>The words between two tokens, before their cue.</summary>
    public ReportedWords Between(int first, int end)
    {
        var tokens = scope.Tokens;
        while (first < end - 1 && tokens[first].Kind == Language.TokenKind.Punctuation)
        {
            first++;
        }

        var past = end;
        while (past > first + 1 && tokens[past - 1].Kind == Language.TokenKind.Punctuation)
        {
            past--;
        }

        if (scope.Quotations.OpeningAt(first) is { } quotation && scope.Quotations.EndOfOpening(first) >= past)
        {
            return new([quotation.Inner], end, ReportForm.Direct, quotation.Insertions);
        }

        return Measured(scope.Trimmed(first, past), end);
    }

    // «ضرورة الحوار» وضرورة «وقف القتال»: what و joins to the quoted words is quoted again.
    private bool GoesOnQuoting(int end, int stop)
    {
        if (end >= stop || scope.Tokens[end].Folded[0] != 'و' || scope.Scanner.IsFiniteVerb(end))
        {
            return false;
        }

        for (var at = end; at < Math.Min(stop, end + LongestJoint); at++)
        {
            if (scope.Quotations.OpeningAt(at) is { IsSpeech: true })
            {
                return true;
            }
        }

        return false;
    }

    private ReportedWords Measured(TextSpan span, int end)
    {
        var insertions = new List<TextSpan>();
        var quoted = false;
        for (var at = FirstTokenIn(span, end); at < end; at++)
        {
            if (scope.Quotations.OpeningAt(at) is { Depth: 0 } quotation && span.Overlaps(quotation.Inner))
            {
                insertions.AddRange(quotation.Insertions);
                quoted |= !IsName(at, quotation);
            }
        }

        return new([span], end, quoted ? ReportForm.Mixed : ReportForm.Indirect, insertions);
    }

    // «تنظيم «داعش»»: marks around a name quote nobody.
    private bool IsName(int opener, Quotation quotation)
    {
        if (quotation.IsSpeech)
        {
            return false;
        }

        // «"جبهة النصرة"» is one; a name among other words makes them none: «"إلقاء اللوم على تركيا"».
        var (named, other) = (0, 0);
        for (var at = opener + 1; at < scope.Quotations.EndOfOpening(opener); at++)
        {
            if (scope.Tokens[at].Kind is Language.TokenKind.Word or Language.TokenKind.Foreign)
            {
                var isNamed = scope.Scanner.IsInsideMention(at) || scope.IsPlace(at);
                (named, other) = isNamed ? (named + 1, other) : (named, other + 1);
            }
        }

        return named > 0 && other <= MostBesideName;
    }

    private int FirstTokenIn(TextSpan span, int end)
    {
        var at = end - 1;
        while (at > 0 && scope.Tokens[at - 1].Span.End > span.Start)
        {
            at--;
        }

        return at;
    }

    private int WordsBetween(int first, int end)
    {
        var words = 0;
        for (var at = first; at < end; at++)
        {
            words += scope.Tokens[at].Kind is Language.TokenKind.Word or Language.TokenKind.Number ? 1 : 0;
        }

        return words;
    }
}
