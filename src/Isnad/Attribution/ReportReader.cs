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
    private const int FarthestUnnamed = 10;
    private readonly AttributionScope scope;
    private readonly SpeakerFinder speakers;
    private readonly CueFrames frames;
    private readonly ContentBoundary boundary;
    private readonly ReportDesk desk;
    private readonly PhraseReports phrases;
    private readonly SpeakerMemory memory;
    private readonly VerbSpeakers verbs;
    private readonly UncuedReports uncued;

    public ReportReader(AttributionScope scope)
    {
        this.scope = scope;
        speakers = new(scope);
        frames = new(scope, speakers);
        boundary = new(scope);
        desk = new(scope);
        memory = desk.Memory;
        verbs = new(scope, speakers, desk);
        uncued = new(scope, desk);
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

    /// <summary>Adds an answer of an interview; without a name that the article gives, of whoever spoke last before the first question.</summary>
    public void ReadAnswer(Interview interview, int paragraph, Entity interviewee, Sentence sentence)
    {
        var (first, end, label) = interview.Words(paragraph);
        desk.Begin(sentence);
        var cue = label < 0 ? null : new Cue(CueKind.Colon, label, first, scope.Tokens[label].Span, null, null, false, CueLead.Clause, label, "");
        var draft = new ReportDraft(cue, interviewee, new([scope.Trimmed(first, end)], end, ReportForm.Direct, []), Stance.Neutral) { FirstToken = first, Confidence = 0.7 };
        draft.Because.Add(new("report.answer", null, cue is null ? null : scope.Document.Quote(cue.Span), "a paragraph after a question of the interview"));
        draft.Because.Add(new("report.speaker.interviewee", interviewee.Known, null, interviewee.Name));
        desk.Keep(draft);
    }

    /// <summary>Who speaks last so far, where that is a person.</summary>
    public Entity? LastPerson => memory.Speaker is { Type: ActorType.Person } person ? person : null;

    /// <summary>Reads a paragraph or sentence that is nothing but a quotation.</summary>
    public void ReadUncued(Sentence sentence, bool opensParagraph)
    {
        if (!IsFull)
        {
            uncued.Read(sentence, opensParagraph);
        }
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
        if (outer is not null && scope.Tokens[outer.FirstToken].Sentence != scope.Tokens[cue.FirstToken].Sentence && !scope.Quotations.IsInSpeech(cue.FirstToken))
        {
            outer = null;
        }

        var inside = outer is not null || scope.Quotations.IsInSpeech(cue.FirstToken);
        memory.Learn(right.Alias, right.Entity);
        var (speaker, rule) = cue.IsOwned ? (right.Entity, right.Rule) : cue.Kind == CueKind.Verb ? verbs.Of(cue, right, inside) : verbs.OfSentence(cue);
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

        if (speaker is null && !(content is { Kind: ContentKind.Clause or ContentKind.Speech } told && MayStandAlone(cue, told)))
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

    // Words far from a verb that has no known subject may be anybody's: «تبرز أمامنا بعض الأسباب التي … أنهم».
    private bool MayStandAlone(Cue cue, ContentStart content)
    {
        // A colon announces words however far it stands.
        var isAnnounced = content.Kind == ContentKind.Speech && scope.Tokens[content.HeaderEnd].Folded == ":";
        if ((content.HeaderEnd - cue.EndToken > FarthestUnnamed && !isAnnounced) || (cue.Lead == CueLead.None && cue.Verb is not { Tense: Tense.Past }))
        {
            return false;
        }

        for (var at = cue.EndToken; at < content.HeaderEnd; at++)
        {
            if (scope.Closed.Is(scope.Tokens[at], FunctionWord.Relative))
            {
                return false;
            }
        }

        return true;
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
