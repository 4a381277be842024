using Isnad.Actors;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Syntax;
using Isnad.Reading;

namespace Isnad.Attribution;

/// <summary>Reads the reports of an article sentence by sentence: for each cue its speaker, its words and who carried them.</summary>
internal sealed class ReportReader
{
    public const int MostReports = 4000;
    private const int NestingLooked = 4;
    private readonly AttributionScope scope;
    private readonly SpeakerFinder speakers;
    private readonly CueFrames frames;
    private readonly ContentBoundary boundary;
    private readonly ReportDesk desk;
    private readonly PhraseReports phrases;
    private readonly SpeakerMemory memory;
    private readonly Addressees addressees;

    public ReportReader(AttributionScope scope)
    {
        this.scope = scope;
        speakers = new(scope);
        frames = new(scope, speakers);
        boundary = new(scope);
        desk = new(scope);
        memory = desk.Memory;
        addressees = new(scope, memory);
        phrases = new(scope, speakers, boundary, desk);
    }

    /// <summary>The reports found so far, in the order read.</summary>
    public List<ReportDraft> Drafts => desk.Drafts;

    /// <summary>True once an article has more reports than any article has; no more are read.</summary>
    public bool IsFull => desk.Drafts.Count >= MostReports;

    /// <summary>Adds a report found elsewhere; its speaker is the one who spoke last.</summary>
    public void Add(ReportDraft draft, Sentence sentence)
    {
        desk.Drafts.Add(draft);
        memory.Remember(draft.Speaker!, [.. draft.Via]);
        memory.LearnHeads(draft.Speaker!, scope.Document.Text);
    }

    /// <summary>Reads a paragraph that is nothing but a quotation: the one who spoke in the paragraph before goes on.</summary>
    public void ReadUncued(Sentence first)
    {
        if (memory.Speaker is not { } speaker || desk.Drafts is not [.., var last] || scope.Quotations.OpeningAt(first.FirstToken) is not { IsSpeech: true, Closed: true } quotation
            || scope.Quotations.EndOfOpening(first.FirstToken) is var end && !desk.EndsParagraph(end, first.Paragraph) || scope.Document.Structure.Title.Contains(quotation.Span.Start)
            || scope.Document.Sentences[scope.Tokens[last.FirstToken].Sentence].Paragraph < first.Paragraph - 1)
        {
            return;
        }

        desk.Begin(first);
        var draft = new ReportDraft(null, speaker, new([quotation.Inner], end, ReportForm.Direct, quotation.Insertions), Stance.Neutral) { FirstToken = first.FirstToken, Confidence = 0.6 };
        draft.Because.Add(new("report.uncued", null, scope.Document.Quote(quotation.Span), "a paragraph that is one quotation"));
        draft.Because.Add(new("report.speaker.last", speaker.Known, null, speaker.Name));
        desk.Carry(draft, [.. memory.ViaOf(speaker)], first.FirstToken, first.FirstToken, null);
        desk.Keep(draft);
    }

    /// <summary>Reads one sentence.</summary>
    public void Read(Sentence sentence)
    {
        if (IsFull)
        {
            return;
        }

        memory.Pending.Clear();
        desk.Begin(sentence);
        var found = frames.In(sentence);
        for (var at = 0; at < found.Count; at++)
        {
            var stop = frames.Stop(found, at, sentence);
            if (found[at].Cue.Kind == CueKind.Phrase)
            {
                phrases.Read(found[at], stop);
            }
            else
            {
                Read(found[at], stop);
            }
        }
    }

    private void Read(CueFrame frame, int stop)
    {
        var (cue, right, content, carried) = frame;
        if (cue.Negated && cue.Entry?["negated"] is null)
        {
            return;
        }

        var outer = desk.Drafts.Skip(Math.Max(0, desk.Drafts.Count - NestingLooked)).LastOrDefault(d => d.Words.Spans.Any(s => s.Contains(cue.Span.Start)));
        var inside = outer is not null || scope.Quotations.IsInSpeech(cue.FirstToken);
        memory.Learn(right.Alias, right.Entity);
        var (speaker, rule) = cue.Kind == CueKind.Verb ? SpeakerOfVerb(cue, right, inside) : SpeakerOfSentence(cue);
        speaker = memory.Resolve(speaker, scope.Document.Text);
        if (inside && (outer is null || speaker is null || speaker == outer.Speaker || content is null))
        {
            return;
        }

        var relayed = cue.IsRelay ? Relayed(cue, right, carried?.FirstToken ?? content?.HeaderEnd ?? stop) : null;
        if (relayed is { } chained)
        {
            (speaker, rule) = (chained.Speaker, "report.speaker.relayed");
        }

        if ((cue.IsRelay && (content is null || (speaker is null && right.Entity is null))) || (speaker is null && rule is null) || (speaker is not null && scope.IsOutlet(speaker)))
        {
            return;
        }

        if (speaker is null && content is not { Kind: ContentKind.Clause or ContentKind.Speech })
        {
            // «تقدر بملايين»: without anybody to say it and without a clause it is no statement.
            return;
        }

        if ((content is { } start ? boundary.From(start, stop) : desk.Before(cue)) is not { } words)
        {
            return;
        }

        var draft = new ReportDraft(cue, speaker, words, ReportDesk.StanceOf(carried ?? cue))
        {
            FirstToken = content?.FirstToken ?? desk.Sentence.FirstToken,
            IsInner = inside,
            NamesSpeaker = rule is "report.speaker.subject" or "report.speaker.apposition",
        };
        desk.Explain(draft, rule, content?.Kind ?? ContentKind.Before);
        desk.Carry(draft, relayed?.Via, cue.EndToken, content?.HeaderEnd ?? right.EndToken, outer);
        desk.Keep(draft);
    }

    private (Entity? Speaker, string? Rule) SpeakerOfVerb(Cue cue, SpeakerPhrase right, bool inside)
    {
        // «وكان الوزير قد أكد», «الوزير الذي أعلن», «مصادر قالت»: the subject stands before, unless one stands right after.
        var left = cue.Lead == CueLead.Clause && !OpensWithAuxiliary(cue) ? default : speakers.Left(cue);
        if (left.Entity is not null && (right.Entity is null || !HasOwnSubject(cue)))
        {
            return (left.Entity, left.Rule);
        }

        if (cue.Lead == CueLead.Clause && !right.HasPhrase && right.Entity is null && (scope.Lexicon.OpensTopic(scope.Tokens[desk.Sentence.FirstToken]) || FollowsApposition(cue)) && FirstMentioned(cue) is { } topic)
        {
            return (topic, "report.speaker.topic");
        }

        if (right.Entity is not null && addressees.IsObject(cue, right, desk.Sentence) && memory.Speaker is { } caller)
        {
            return (caller, "report.speaker.last");
        }

        if (right.Entity is not null)
        {
            return (right.Entity, right.Rule);
        }

        if (right.Statement is not null)
        {
            return (memory.Speaker, "report.speaker.statement");
        }

        if (right.HasPhrase && !cue.Continues)
        {
            return addressees.IsObject(cue, right.UnknownToken) && memory.Speaker is { } goesOn ? (goesOn, "report.speaker.last") : (null, "report.speaker.unknown");
        }

        if (cue.Lead is CueLead.Clause or CueLead.Relative && !inside && Speaking(cue) is { } last && Agrees(cue, last))
        {
            return (last, "report.speaker.last");
        }

        return (null, !inside && cue.Lead is CueLead.Clause or CueLead.None && !cue.IsAmbiguous && cue.Verb is { Voice: Voice.Active, Number: Number.Singular } ? "report.speaker.unknown" : null);
    }

    // «حيث قال الناطق», «، وأكد الوزير», «يقول مسؤولون إنه»; «أوكرانيا تتهم الانفصاليين» only in a headline.
    private bool HasOwnSubject(Cue cue) =>
        cue.Lead == CueLead.Clause ? scope.Tokens[cue.FirstToken].Folded[0] is 'و' or 'ف'
        : scope.Scanner.MentionAt(cue.EndToken) is { HasPreposition: false } && cue.Verb is { Number: Number.Singular }
            && !scope.Document.Structure.Title.Contains(cue.Span.Start) && !scope.Closed.Is(scope.Tokens[desk.Sentence.FirstToken], FunctionWord.Auxiliary);

    // «وشددا» goes on with no single speaker.
    private static bool Agrees(Cue cue, Entity last) =>
        cue.Verb is not { Number: Number.Dual or Number.Plural } || last.Type is not ActorType.Person;

    private bool OpensWithAuxiliary(Cue cue) =>
        cue.FirstToken > desk.Sentence.FirstToken && cue.LeadToken < cue.FirstToken && scope.Closed.Is(scope.Tokens[cue.FirstToken - 1], FunctionWord.Auxiliary);

    /// <summary>Who goes on speaking where a verb names nobody: the subject of this sentence, else the last speaker it can tell of.</summary>
    private Entity? Speaking(Cue cue) =>
        desk.InSentence is [var first, ..] && !first.IsInner ? first.Speaker ?? memory.Speaker
        : cue.Verb is { Number: Number.Singular, Gender: var gender } && cue.FirstToken == desk.Sentence.FirstToken && memory.Agreeing(gender, desk.Drafts, scope) is { } agreeing ? agreeing
        : cue.FirstToken > desk.Sentence.FirstToken + 1 && !AttributionScope.IsComma(scope.Tokens[cue.FirstToken - 1]) && SubjectBefore(cue) is { } subject ? subject
        : memory.Speaker;

    // «أما الوزير فلان، وهو …، فقال»
    private Entity? FirstMentioned(Cue cue)
    {
        for (var at = desk.Sentence.FirstToken; at < cue.FirstToken; at++)
        {
            if (scope.Scanner.MentionAt(at) is { HasPreposition: false } mention)
            {
                return speakers.Named(mention, cue.FirstToken).Entity;
            }
        }

        return null;
    }

    // «فلان، الباحث في العلاقات الدولية، شدد على أن …»: the one named first, commas around what he is, then the verb.
    private bool FollowsApposition(Cue cue)
    {
        var first = desk.Sentence.FirstToken;
        if (scope.Tokens[cue.FirstToken].Folded[0] is 'و' or 'ف' || cue.FirstToken < first + 3 || !AttributionScope.IsComma(scope.Tokens[cue.FirstToken - 1])
            || scope.Scanner.MentionAt(first) is not { HasPreposition: false })
        {
            return false;
        }

        for (var at = first; at < cue.FirstToken; at++)
        {
            if (scope.Scanner.IsFiniteVerb(at))
            {
                return false;
            }
        }

        return true;
    }

    // «مشيراً» goes with the verb of its sentence.
    private (Entity? Speaker, string? Rule) SpeakerOfSentence(Cue cue)
    {
        if (desk.InSentence.LastOrDefault(d => !d.IsInner) is { } draft)
        {
            return (draft.Speaker, "report.speaker.sentence");
        }

        return SubjectBefore(cue) is { } subject ? (subject, "report.speaker.sentence-subject") : (memory.Speaker, memory.Speaker is null ? null : "report.speaker.last");
    }

    /// <summary>The subject of the sentence's first verb: «استقبل الوزير السفير، مؤكداً أن …».</summary>
    private Entity? SubjectBefore(Cue cue)
    {
        for (var at = desk.Sentence.FirstToken; at < cue.FirstToken; at++)
        {
            if (scope.Scanner.IsFiniteVerb(at) && speakers.Right(at + 1, cue.FirstToken) is { Entity: { } subject })
            {
                return subject;
            }

            if (scope.Scanner.MentionAt(at) is { HasPreposition: false } mention && scope.EntityOf(mention) is { } first
                && (at == desk.Sentence.FirstToken || scope.Closed.PrepositionOf(scope.Tokens[at - 1]) is null))
            {
                return first;
            }
        }

        return null;
    }

    /// <summary>«نقلت وكالة عن الوزير قوله»: whose words they are and who carried them.</summary>
    private (Entity Speaker, List<Entity> Via)? Relayed(Cue cue, SpeakerPhrase right, int end)
    {
        Entity? speaker = null;
        var via = new List<Entity>();
        for (var at = cue.EndToken; at < end; at++)
        {
            if (scope.Closed.PrepositionOf(scope.Tokens[at]) is not { } preposition || !cue.TakesSourceAfter(preposition))
            {
                continue;
            }

            var hasPronoun = scope.Tokens[at].Folded.TrimStart('و').Length > preposition.Length;
            if ((hasPronoun ? memory.Speaker : speakers.Right(at + 1, end).Entity) is not { } source)
            {
                continue;
            }

            if (speaker is not null && !via.Contains(speaker))
            {
                via.Insert(0, speaker);
            }

            speaker = memory.Resolve(source, scope.Document.Text);
        }

        if (speaker is null)
        {
            return null;
        }

        if (right.Entity is { } carrier && carrier != speaker && !scope.IsOutlet(carrier))
        {
            via.Add(carrier);
        }

        return (speaker, via);
    }
}
