using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Reading;
using Isnad.Time;

namespace Isnad.Events;

/// <summary>
/// Decides the state of reality of a trigger: what is said of the word that governs it, the cues around it, then its tense.
/// </summary>
internal sealed class StatusFinder(NewsDocument document, StatusCues cues, ClauseScanner scanner)
{
    public const string Lasting = "event.status.lasting";
    private const int ParticleReach = 3;
    private const int GovernorReach = 12;
    private const int AdjectiveReach = 4;
    private const int LongestCue = 3;
    private const int ClauseReach = 20;
    private readonly LastingActs lasting = new(document, cues, scanner);

    /// <summary>Status and the words that decided it.</summary>
    public (EventStatus Status, Evidence Because) Of(Trigger trigger, Participants found, TimeMention? time)
    {
        var governors = found.Governors;
        if (OfCues(trigger, governors) is { } cue)
        {
            return (cue.Status, Because(cue));
        }

        if (trigger.Frame.Status is { } own)
        {
            return (own, new("event.status", trigger.Frame.Entry.Id, document.Quote(trigger.Span), "the word itself says so"));
        }

        var verb = trigger.IsVerb ? trigger.Verb : governors.LastOrDefault(g => g.Verb is not null)?.Verb;
        var token = trigger.IsVerb ? trigger.FirstToken : governors.LastOrDefault(g => g.Verb is not null)?.Token ?? trigger.FirstToken;
        if (verb is null && scanner.VerbWithPronoun(found.RelativeVerb) is { } relative)
        {
            // «الحرب التي تشنها روسيا», «الاتفاق الذي ستوقعه»
            (verb, token) = (relative, found.RelativeVerb);
        }

        return verb is null && lasting.Holds(trigger, time) ? (EventStatus.Ongoing, new(Lasting, trigger.Frame.Entry.Id, document.Quote(trigger.Span), "lasts, and no end is told"))
            : OfTense(trigger, governors, verb, token);
    }

    private (EventStatus, Evidence) OfTense(Trigger trigger, IReadOnlyList<Governor> governors, VerbFeatures? verb, int token)
    {
        var span = document.Quote(document.Tokens[token].Span);
        if (HasFuture(token))
        {
            return (EventStatus.Scheduled, new("event.status.future", null, span, "future prefix"));
        }

        if ((trigger.Class == WordClass.Masdar || trigger.EndToken > trigger.FirstToken + 1) && governors.Count == 0 && trigger.Cut.Has(Proclitics.For) && !trigger.Cut.Has(Proclitics.Article) && !IsComplement(trigger))
        {
            return (EventStatus.Hypothetical, new("event.status.purpose", null, span, "purpose"));
        }

        if (verb is not { Tense: Tense.Present } || governors.Any(g => g.IsTold) || (document.Structure.Title.Contains(trigger.Span.Start) && !(trigger.Frame.IsLasting && !trigger.IsVerb)))
        {
            return (EventStatus.Occurred, new("event.status.tense", null, span, verb is null ? "a noun without any cue" : "past tense, or the present of a headline"));
        }

        if (IsPurpose(token))
        {
            return (EventStatus.Hypothetical, new("event.status.purpose", null, span, "purpose"));
        }

        return trigger.Frame.IsSpoken
            ? (EventStatus.Occurred, new("event.status.tense", null, span, "said in the present"))
            : (EventStatus.Ongoing, new("event.status.tense", null, span, "present tense"));
    }

    private StatusCueMatch? OfCues(Trigger trigger, IReadOnlyList<Governor> governors)
    {
        if (trigger.IsVerb && (OpeningClause(trigger) ?? BeforeVerb(trigger.FirstToken, trigger)) is { } particle)
        {
            return particle;
        }

        // From outside inwards: «لم يلغ زيارته» is no cancelled visit, so the outermost word that says something decides.
        for (var at = governors.Count - 1; at >= 0; at--)
        {
            var governor = governors[at];
            if (governor.Verb is not null && BeforeVerb(governor.Token, trigger) is { } over)
            {
                return governor.Status == EventStatus.Negated && over.Status == EventStatus.Negated ? over with { Status = EventStatus.Scheduled } : over;
            }

            if (governor.Verb is null && Governing(governor.Token, trigger) is { } outer)
            {
                return outer;
            }

            if (governor.Verb is null && document.Words[governor.Token].Any(r => r.Sense.Entry == governor.Entry && r.Cut.Has(Proclitics.For)))
            {
                // «لشن غارات»
                return new(EventStatus.Hypothetical, CueScope.Complement, governor.Entry, governor.Token, governor.Token + 1, document.Tokens[governor.Token].Span);
            }

            // «هجوم استمر 22 يوماً» is over.
            if (governor is { Follows: true, Verb.Tense: Tense.Past, Status: EventStatus.Ongoing })
            {
                continue;
            }

            if (governor.Status is { } status && StatusCues.Concerns(governor.Entry, trigger.Frame))
            {
                return new(status, CueScope.Complement, governor.Entry, governor.Token, governor.Token + 1, document.Tokens[governor.Token].Span);
            }
        }

        return Governing(trigger.FirstToken, trigger) ?? Describing(trigger) ?? OpeningClause(trigger) ?? OfClauseVerb(trigger);
    }

    /// <summary>Particles and cue verbs right before a verb, which may have its subject between: «كان الوزير قد»، «لم يزر».</summary>
    private StatusCueMatch? BeforeVerb(int verb, Trigger trigger)
    {
        var first = document.Sentences[document.Tokens[verb].Sentence].FirstToken;
        for (var token = verb - 1; token >= Math.Max(first, verb - ParticleReach); token--)
        {
            foreach (var cue in cues.At(document, token))
            {
                if (cue.Scope == CueScope.Verb && cue.Concerns(trigger.Frame) && cue.EndToken <= verb && (cue.EndToken == verb || !HasVerb(cue.EndToken, verb)) && FitsTense(cue, verb) && !IsRelative(cue))
                {
                    return cue;
                }
            }
        }

        return Governing(verb, trigger);
    }

    /// <summary>
    /// «… الهجوم، ما أدى إلى مقتل ثلاثة», «وهو ما أكده», «بحسب ما ذكر»: after a mark, a pronoun or a preposition a word that may be
    /// either is no negation.
    /// </summary>
    private bool IsRelative(StatusCueMatch cue)
    {
        if (!cue.Entry.Is("may-be-relative") || cue.FirstToken == 0)
        {
            return false;
        }

        var before = document.Tokens[cue.FirstToken - 1];
        return before.Sentence == document.Tokens[cue.FirstToken].Sentence
            && (before.Kind == TokenKind.Punctuation || scanner.Closed.Is(before, FunctionWord.Pronoun | FunctionWord.Preposition));
    }

    /// <summary>«قد» doubts a present and confirms a past: an entry may ask for the tense of its verb.</summary>
    private bool FitsTense(StatusCueMatch cue, int verb) => cue.Entry["tense"] is not { } tense
        || document.Words[verb].Any(r => r.Sense.Verb is { } v && string.Equals(v.Tense.ToString(), tense, StringComparison.OrdinalIgnoreCase) && !r.Cut.Has(Proclitics.Future));

    /// <summary>
    /// A cue whose complement a word is. Between them stand at most the one who acts, a preposition, «أن», times and light words:
    /// in «مقترح التهدئة في آخر زيارة» the visit is no proposal.
    /// </summary>
    private StatusCueMatch? Governing(int word, Trigger trigger)
    {
        var first = document.Sentences[document.Tokens[word].Sentence].FirstToken;
        var prepositions = 0;
        StatusCueMatch? yielding = null;
        for (var token = word - 1; token >= Math.Max(first, word - GovernorReach); token--)
        {
            // A cue of several words ends here: «على وشك», «من المقرر».
            for (var start = token; start >= Math.Max(first, token - LongestCue); start--)
            {
                foreach (var cue in cues.At(document, start))
                {
                    if (cue.Scope == CueScope.Complement && cue.EndToken == token + 1 && cue.Concerns(trigger.Frame) && (cue.Entry["root"] is null || trigger.IsVerb))
                    {
                        if (!cue.Entry.Is("yields"))
                        {
                            return cue;
                        }

                        // «نفى أي لقاء» is denied, «يرد على أي هجوم» only thought of.
                        yielding ??= cue;
                    }
                }
            }

            if (yielding?.FirstToken != token && !IsPassable(token, ref prepositions))
            {
                return yielding;
            }
        }

        return yielding;
    }

    private bool IsPassable(int token, ref int prepositions)
    {
        var current = document.Tokens[token];
        if (scanner.Closed.PrepositionOf(current) is not null)
        {
            return ++prepositions <= 1;
        }

        // «نفى الاتهامات بأن تركيا تساعد …»: what is denied is the content.
        return current.Kind == TokenKind.QuoteMark || IsCharge(token) || current.Folded is "(" or ")" || scanner.IsInsideMention(token) || IsCarrier(token)
            || scanner.Chunks[scanner.ChunkAt(token)].Kind is ChunkKind.Time or ChunkKind.Complementizer or ChunkKind.Particle
            || scanner.Closed.Is(current, FunctionWord.Demonstrative)
            || (scanner.TimeEndAt(token + 1) > 0 && current.Kind == TokenKind.Punctuation);
    }

    private bool IsCharge(int token) => document.Words[token].Any(r => r.Sense.Class is WordClass.Masdar or WordClass.Noun && Path.GetFileNameWithoutExtension(r.Sense.Entry.File) == "accuse");

    private StatusCueMatch? Describing(Trigger trigger)
    {
        if (trigger.IsVerb)
        {
            return null;
        }

        var last = Math.Min(document.Sentences[document.Tokens[trigger.FirstToken].Sentence].EndToken, trigger.EndToken + AdjectiveReach);
        for (var token = trigger.EndToken; token < last && document.Tokens[token].Kind != TokenKind.Punctuation; token++)
        {
            foreach (var cue in cues.At(document, token))
            {
                if (cue.Scope == CueScope.Adjective)
                {
                    return cue;
                }
            }
        }

        return null;
    }

    /// <summary>A conditional that opens the clause of the trigger; a comma with a new verb after it closes its reach.</summary>
    private StatusCueMatch? OpeningClause(Trigger trigger)
    {
        var first = document.Sentences[document.Tokens[trigger.FirstToken].Sentence].FirstToken;
        for (var token = trigger.FirstToken - 1; token >= Math.Max(first, trigger.FirstToken - ClauseReach); token--)
        {
            foreach (var cue in cues.At(document, token))
            {
                if (cue.Scope == CueScope.Clause && cue.EndToken <= trigger.FirstToken)
                {
                    return cue;
                }
            }

            if (document.Tokens[token].Folded is "،" or "," or "؛" or ":" || (scanner.Closed.Is(document.Tokens[token], FunctionWord.Complementizer) && trigger.FirstToken - token > 1))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>An indefinite noun in the clause of a verb that has not happened shares its reality: «سيلتقي نظيره في اجتماع».</summary>
    private StatusCueMatch? OfClauseVerb(Trigger trigger)
    {
        if (trigger.IsVerbal || trigger.Cut.Has(Proclitics.Article) || trigger.Cut.Enclitic.Length > 0)
        {
            return null;
        }

        for (var chunk = scanner.ChunkAt(trigger.FirstToken) - 1; chunk >= 0 && scanner.Marks.SameSentence(chunk, chunk + 1); chunk--)
        {
            var at = scanner.Chunks[chunk];
            // «قد تكون هناك صفقة»
            if (at.Kind == ChunkKind.Verb || (at.Kind == ChunkKind.Particle && scanner.Closed.Is(document.Tokens[at.First], FunctionWord.Auxiliary)))
            {
                return BeforeVerb(at.First, trigger) is { Status: EventStatus.Scheduled or EventStatus.Hypothetical } cue ? cue : null;
            }

            if (at.Kind is ChunkKind.Complementizer or ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Mark)
            {
                return null;
            }
        }

        return null;
    }

    private bool HasVerb(int from, int to)
    {
        for (var token = from; token < to; token++)
        {
            if (scanner.IsFiniteVerb(token))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsCarrier(int token) => document.Words[token].Any(r => r.Sense.Entry.Kind is Governor.LightVerb or Governor.StatusCue);

    private bool HasFuture(int token) => document.Words[token].Any(r => r.Sense.Verb is not null && r.Cut.Has(Proclitics.Future));

    // «التوصل لاتفاق»: after a masdar ل leads to what it is about, not to a purpose; «محادثات لتطبيع العلاقات» are held for one.
    private bool IsComplement(Trigger trigger) => trigger.FirstToken > 0 && document.Tokens[trigger.FirstToken - 1].Sentence == document.Tokens[trigger.FirstToken].Sentence
        && document.Words[trigger.FirstToken - 1].Any(r => r.Sense.Class is WordClass.Masdar or WordClass.Verb or WordClass.Participle && !IsTalk(r.Sense.Entry));

    private static bool IsTalk(KnowledgeRecord entry) => Path.GetFileNameWithoutExtension(entry.File) == "consult";

    // «ليبحث»، «لينضم»
    private bool IsPurpose(int token) => document.Words[token].Any(r => r.Sense.Verb is not null && r.Cut.Has(Proclitics.For));

    private Evidence Because(StatusCueMatch cue) =>
        new("event.status", cue.Entry.Id, document.Quote(cue.Span), $"«{cue.Entry.Headword}» makes it {cue.Status.ToString().ToLowerInvariant()}");
}
