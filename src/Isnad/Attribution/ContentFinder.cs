using Isnad.Language;
using Isnad.Language.Syntax;
using Isnad.Structure;

namespace Isnad.Attribution;

/// <summary>How reported words follow their cue.</summary>
internal enum ContentKind
{
    /// <summary>After أن or إن.</summary>
    Clause,

    /// <summary>In marks or after a colon.</summary>
    Speech,

    /// <summary>The object of the cue: «نفى وقوع قتلى».</summary>
    Object,

    /// <summary>After the preposition of the cue: «دعا إلى هدنة».</summary>
    Prepositional,

    /// <summary>Before the cue: «…، بحسب البيان».</summary>
    Before,
}

/// <summary>Where reported words begin.</summary>
/// <param name="Kind">How they follow.</param>
/// <param name="HeaderEnd">Index of the token that introduces them: what stands before it belongs to the cue.</param>
/// <param name="FirstToken">Index of their first token.</param>
/// <param name="Offset">Where they begin in the text, a proclitic cut off.</param>
internal readonly record struct ContentStart(ContentKind Kind, int HeaderEnd, int FirstToken, int Offset);

/// <summary>Finds where the words of a cue begin after it.</summary>
internal sealed class ContentFinder(AttributionScope scope)
{
    private const int LongestHeader = 60;
    private const int ObjectBeforeClause = 8;
    private const int LongestBareHeader = 12;
    private readonly IReadOnlyList<Token> tokens = scope.Tokens;

    /// <summary>The start of the words after a cue, or null.</summary>
    /// <param name="cue">The cue.</param>
    /// <param name="start">Index after the cue and its subject.</param>
    /// <param name="hasSubject">Whether a subject stands between the cue and <paramref name="start"/>.</param>
    /// <param name="limit">Index to stop before: the sentence's end or the next cue.</param>
    public ContentStart? After(Cue cue, int start, bool hasSubject, int limit)
    {
        // The words may begin with the next cue: «وأضاف أنه يرى …».
        var sentenceEnd = scope.Document.Sentences[tokens[cue.FirstToken].Sentence].EndToken;
        limit = Math.Min(limit, start + LongestHeader);
        ContentStart? nominal = null;
        ContentStart? condition = null;
        var inPhrase = false;
        var afterSubject = hasSubject;
        var crossesVerb = false;
        for (var at = start; at < limit; at++)
        {
            var token = tokens[at];
            crossesVerb |= nominal is not null && scope.Scanner.IsFiniteVerb(at);
            if (token.Folded == ":" && (cue.Takes("speech") || scope.Quotations.OpeningAt(at + 1) is { IsSpeech: true }))
            {
                return at + 1 < sentenceEnd ? new(ContentKind.Speech, at, SkipOpener(at + 1, sentenceEnd), OffsetOf(SkipOpener(at + 1, sentenceEnd))) : nominal;
            }

            if (scope.Quotations.OpeningAt(at) is { } quotation && !scope.Scanner.IsInsideMention(at))
            {
                if ((nominal is null && (quotation.IsSpeech || (cue.Takes("speech") && at == start && !NamesSpeaker(at, limit)) || IsAttached(at))) || (cue.GivesName && (IsAttached(at) || nominal is null)))
                {
                    return new(ContentKind.Speech, at, at, token.Span.Start);
                }

                at = Math.Max(at, scope.Quotations.EndOfOpening(at) - 1);
                continue;
            }

            if (scope.Lexicon.OpensContent(tokens, at) && at > start && scope.Lexicon.GivesReason(tokens[at - 1]))
            {
                // «قال الوزير بعد أن زار … إن …»; «قال الوزير طالما أن …» has no other words.
                condition ??= at == start + 1 && cue.Takes("speech") ? new(ContentKind.Clause, start, start, tokens[start].Span.Start) : null;
            }
            else if (scope.Lexicon.OpensContent(tokens, at))
            {
                // «أكد الوزير فلان الفلاني أن …»: what looks like an object is the rest of the name, unless a verb came between.
                var isFar = nominal is not null && at - nominal.Value.FirstToken > ObjectBeforeClause;
                var isOwn = at > start && scope.Closed.PrepositionOf(tokens[at - 1]) is { } preposition && cue.TakesAfter(preposition);
                if (nominal is { Kind: ContentKind.Prepositional } && token.Folded[0] == 'و')
                {
                    // «متعهداً بدعمها، وبأن …»: the noun is the first of two.
                    return nominal;
                }

                if (nominal is not null && !isOwn && (!cue.Takes("clause") || (isFar && (nominal.Value.Kind == ContentKind.Prepositional || crossesVerb))))
                {
                    return nominal;
                }

                var first = SkipColon(at + 1, sentenceEnd);
                return first < sentenceEnd ? new(ContentKind.Clause, at, first, OffsetOf(first)) : nominal;
            }

            if (scope.Scanner.TimeEndAt(at) is > 0 and var past)
            {
                (at, inPhrase) = (past - 1, false);
                continue;
            }

            if (scope.Lexicon.CircumstanceAt(tokens, at) is > 0 and var after)
            {
                (at, inPhrase, afterSubject) = (after - 1, true, true);
                continue;
            }

            if (nominal is null && Complement(cue, at, limit, inPhrase) is { } complement)
            {
                if (scope.Lexicon.OpensContent(tokens, complement.FirstToken))
                {
                    continue;
                }

                if (scope.Quotations.OpeningAt(complement.FirstToken) is not null)
                {
                    // «وصفها بـ«صديقة أوروبا»»
                    return complement with { Kind = ContentKind.Speech };
                }

                nominal = complement;
                if (!cue.Takes("clause"))
                {
                    return nominal;
                }

                continue;
            }

            if (scope.Scanner.MentionAt(at) is { } mention)
            {
                if (nominal is null && !inPhrase && !mention.HasPreposition && cue.Takes("object"))
                {
                    nominal = new(ContentKind.Object, at, at, mention.Span.Start);
                }

                (at, inPhrase, afterSubject) = (mention.EndToken - 1, false, true);
                continue;
            }

            if (token.Kind == TokenKind.Punctuation)
            {
                if (token.Folded is "؛" or ":" || (token.Folded == "." && !IsAbbreviated(at - 1)))
                {
                    break;
                }

                (inPhrase, afterSubject) = AttributionScope.IsComma(token) ? (false, false) : (inPhrase, afterSubject);
            }
            else if (scope.Closed.PrepositionOf(token) is not null || IsWrittenPreposition(token))
            {
                inPhrase = true;
            }
            else if (nominal is null && !inPhrase && cue.Takes("object") && token.Kind is TokenKind.Word or TokenKind.Number && scope.Closed[token] == FunctionWord.None
                && !(afterSubject && IsRelationalAdjective(token)))
            {
                nominal = new(ContentKind.Object, at, at, token.Span.Start);
            }
        }

        return nominal ?? condition ?? (hasSubject && cue.Takes("bare") && cue.Lead == CueLead.Clause ? Bare(start, limit) : null);
    }

    /// <summary>«وقال فلان نحن نرحب …»: words that nothing announces begin with their verb, negator or pronoun.</summary>
    private ContentStart? Bare(int start, int limit)
    {
        for (var at = start; at < Math.Min(limit, start + LongestBareHeader); at++)
        {
            if ((scope.Closed[tokens[at]] & (FunctionWord.Relative | FunctionWord.Subordinator)) != 0)
            {
                return null;
            }

            if (scope.Scanner.IsFiniteVerb(at) && HasPronoun(at) && scope.Lexicon.Statements.At(tokens, at - 1, pronouns: true).Count > 0)
            {
                // «في خطاب ألقاه»
                return null;
            }

            if (scope.Scanner.IsFiniteVerb(at) || ((scope.Closed[tokens[at]] & (FunctionWord.Pronoun | FunctionWord.Negator | FunctionWord.Auxiliary)) != 0 && tokens[at].Folded[0] != 'و'))
            {
                return tokens[at].Folded[0] is 'و' or 'ف' ? null : new(ContentKind.Clause, at, at, tokens[at].Span.Start);
            }
        }

        return null;
    }

    /// <summary>«دعا إلى هدنة», «رحب بالاتفاق»: the noun after the preposition that the cue takes.</summary>
    private ContentStart? Complement(Cue cue, int at, int limit, bool inPhrase)
    {
        var token = tokens[at];
        if (scope.Closed.PrepositionOf(token) is { } preposition && token.Folded.Length <= preposition.Length + 1)
        {
            var first = at + 1;
            return cue.TakesAfter(preposition) && first < limit ? new(ContentKind.Prepositional, at, first, OffsetOf(first)) : null;
        }

        if (inPhrase && !cue.Takes("ب"))
        {
            return null;
        }

        // «بـ«العودة»: the letter stands alone before the marks.
        if (token.Folded is "ب" or "ل" && cue.Takes(token.Folded) && at + 1 < limit)
        {
            return new(ContentKind.Prepositional, at, at + 1, OffsetOf(at + 1));
        }

        foreach (var letter in (ReadOnlySpan<string>)["ب", "ل"])
        {
            var proclitic = letter == "ب" ? Proclitics.By : Proclitics.For;
            // «نفيه لتقرير سابق»: a masdar has its object after ل.
            if (!(cue.Takes(letter) || (letter == "ل" && cue.Kind == CueKind.Masdar && cue.Takes("object"))) || scope.Lexicon.HasOwnLetter(token))
            {
                continue;
            }

            foreach (var cut in token.Shape.Segmentations)
            {
                if (cut.Has(proclitic) && !cut.Has(Proclitics.Future) && cut.Stem.Length > 2 && scope.Scanner.MentionAt(at) is null or { HasPreposition: true })
                {
                    return new(ContentKind.Prepositional, at, at, token.OffsetOf(cut.Offset));
                }
            }
        }

        return null;
    }

    // «وأضاف "البرزي" في تصريحه: "…"»: a name in marks, and the words after it.
    private bool NamesSpeaker(int opener, int limit)
    {
        for (var at = scope.Quotations.EndOfOpening(opener); at < limit; at++)
        {
            if (scope.Lexicon.OpensContent(tokens, at) || scope.Quotations.OpeningAt(at) is { IsSpeech: true })
            {
                return true;
            }

            if (AttributionScope.IsComma(tokens[at]) || scope.Scanner.IsFiniteVerb(at))
            {
                break;
            }
        }

        return false;
    }

    // «بـ"الدقيق"»: marks right after a preposition that carries no name.
    private bool IsAttached(int at) => at > 0 && tokens[at - 1].Folded is "ب" && tokens[at - 1].Span.End == tokens[at].Span.Start;

    private bool HasPronoun(int token) => scope.Document.Words[token].Any(r => r.Sense.Verb is not null && r.Cut.Enclitic.Length > 0);

    private int OffsetOf(int token) => scope.Scanner.MentionAt(token) is { } mention && mention.Span.Start >= tokens[token].Span.Start && mention.HasPreposition
        ? tokens[token].Span.Start
        : tokens[token].Span.Start;

    // «(د.ب.أ)»
    private bool IsAbbreviated(int before) => tokens[before] is { Kind: TokenKind.Word, Folded.Length: 1 };

    private int SkipColon(int at, int limit) => at < limit && tokens[at].Folded == ":" ? at + 1 : at;

    // «قال: إن …»
    private int SkipOpener(int at, int limit) => at + 1 < limit && scope.Lexicon.OpensContent(tokens, at) ? at + 1 : at;

    private static bool IsWrittenPreposition(Token token) => token.Shape.Segmentations.Any(s => s.Has(Proclitics.Article) && s.HasPreposition);

    // «وزير الدفاع الوطني»
    private static bool IsRelationalAdjective(Token token) =>
        token.Folded.StartsWith("ال", StringComparison.Ordinal) && (token.Folded.EndsWith('ي') || token.Folded.EndsWith("يه", StringComparison.Ordinal) || token.Folded.EndsWith("يين", StringComparison.Ordinal) || token.Folded.EndsWith("يون", StringComparison.Ordinal));
}
