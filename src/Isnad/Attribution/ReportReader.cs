using Isnad.Actors;
using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Syntax;
using Isnad.Reading;

namespace Isnad.Attribution;

/// <summary>
/// Reads the reports of an article sentence by sentence: for each cue its speaker, its words and who carried them. Remembers
/// who spoke last, because «وأضاف» names nobody.
/// </summary>
internal sealed class ReportReader(AttributionScope scope)
{
    private const int MostReports = 4000;
    private const int FewestWordsBefore = 3;
    private readonly CueFinder cues = new(scope.Document, scope.Lexicon, scope.Scanner);
    private readonly SpeakerFinder speakers = new(scope);
    private readonly ContentFinder contents = new(scope);
    private readonly ContentBoundary boundary = new(scope);
    private readonly ChainFinder chain = new(scope);
    private readonly List<ReportDraft> drafts = [];
    private Entity? lastSpeaker;
    private List<Entity> lastVia = [];
    private List<Entity> pendingVia = [];

    /// <summary>A cue with what stands around it, before it is known where its words end.</summary>
    private sealed record Frame(Cue Cue, SpeakerPhrase Right, ContentStart? Content);

    /// <summary>The reports found so far, in text order.</summary>
    public List<ReportDraft> Drafts => drafts;

    /// <summary>Makes somebody the one who spoke last, as a title does.</summary>
    public void Remember(Entity speaker) => (lastSpeaker, lastVia) = (speaker, []);

    public void Add(ReportDraft draft) => drafts.Add(draft);

    /// <summary>Reads one sentence.</summary>
    public void Read(Sentence sentence)
    {
        if (drafts.Count >= MostReports)
        {
            return;
        }

        pendingVia = [];
        var found = Frames(sentence);
        var firstDraft = drafts.Count;
        for (var at = 0; at < found.Count; at++)
        {
            var stop = Stop(found, at, sentence);
            if (found[at].Cue.Kind == CueKind.Phrase)
            {
                ReadPhrase(found[at], sentence, firstDraft, stop);
            }
            else
            {
                ReadVerb(found, at, sentence, firstDraft, stop);
            }
        }
    }

    private List<Frame> Frames(Sentence sentence)
    {
        var all = cues.In(sentence);
        var frames = new List<Frame>();
        for (var at = 0; at < all.Count; at++)
        {
            var cue = all[at];
            // «أضاف يقول»، «ومضى قائلاً»: two words, one cue.
            if (cue.Kind == CueKind.Verb && at + 1 < all.Count && all[at + 1].FirstToken == cue.EndToken && all[at + 1].Kind is CueKind.Verb or CueKind.Participle && all[at + 1].Takes("speech"))
            {
                var next = all[++at];
                cue = cue with { EndToken = next.EndToken, Span = cue.Span.Union(next.Span) };
            }

            var limit = at + 1 < all.Count ? Math.Max(cue.EndToken, all[at + 1].FirstToken) : sentence.EndToken;
            var right = cue.Kind is CueKind.Verb or CueKind.Phrase ? speakers.Right(cue.EndToken, limit) : new(null, null, cue.EndToken, null, false);
            // A relative clause inside the header has a cue of its own: «الذي قال في تصريح نقلته …».
            var content = contents.After(cue, Math.Max(cue.EndToken, right.EndToken), right.HasPhrase, limit);
            if (cue.Kind == CueKind.Phrase || content is not null && (!cue.IsAmbiguous || content.Value.Kind is not ContentKind.Object || right.Entity is not null)
                || (content is null && cue.Kind == CueKind.Verb && PrecededByWords(cue, sentence)))
            {
                frames.Add(new(cue, right, content));
            }
        }

        return frames;
    }

    // «…»، قال الوزير.
    private bool PrecededByWords(Cue cue, Sentence sentence)
    {
        var before = cue.FirstToken - 1;
        if (before <= sentence.FirstToken || !cue.Takes("speech"))
        {
            return false;
        }

        return AttributionScope.IsComma(scope.Tokens[before]) || scope.Tokens[before].Kind == TokenKind.QuoteMark;
    }

    /// <summary>Index of the token where the words of a cue must end: the clause of the next cue that is no part of them.</summary>
    private int Stop(List<Frame> found, int at, Sentence sentence)
    {
        var start = found[at].Content?.FirstToken ?? found[at].Cue.EndToken;
        for (var next = at + 1; next < found.Count; next++)
        {
            var cue = found[next].Cue;
            if (cue.FirstToken > start && !scope.Quotations.IsInSpeech(cue.FirstToken)
                && (cue.Kind is CueKind.Participle or CueKind.Phrase || cue.Lead != CueLead.None))
            {
                return Math.Max(start + 1, Math.Min(cue.LeadToken, cue.FirstToken));
            }
        }

        return sentence.EndToken;
    }

    private void ReadVerb(List<Frame> found, int at, Sentence sentence, int firstDraft, int stop)
    {
        var (cue, right, content) = found[at];
        if (cue.Negated && cue.Entry?["negated"] is null)
        {
            return;
        }

        var outer = drafts.Skip(Math.Max(0, drafts.Count - 4)).LastOrDefault(d => d.Words.Spans.Any(s => s.Contains(cue.Span.Start)));
        var inSpeech = scope.Quotations.IsInSpeech(cue.FirstToken);
        var (speaker, rule) = Speaker(cue, right, sentence, firstDraft, outer is not null || inSpeech);
        if (outer is not null || inSpeech)
        {
            if (outer is null || speaker is null || speaker == outer.Speaker || rule is "report.speaker.last" || content is null)
            {
                return;
            }
        }

        var relayed = cue.IsRelay ? Relayed(cue, right, content, stop) : null;
        if (relayed is { } chained)
        {
            (speaker, rule) = (chained.Speaker, "report.speaker.relayed");
        }

        if (cue.IsRelay && content is null || (speaker is null && rule is null && !right.HasPhrase) || (speaker is not null && scope.IsOutlet(speaker)))
        {
            return;
        }

        if (content is null && Before(cue, sentence, firstDraft) is not { } before)
        {
            return;
        }
        else
        {
            var words = content is { } start ? boundary.From(start, stop) : Before(cue, sentence, firstDraft)!;
            var draft = new ReportDraft(cue, speaker, words, StanceOf(cue)) { FirstToken = content?.FirstToken ?? sentence.FirstToken, IsInner = outer is not null };
            Explain(draft, cue, rule, content?.Kind ?? ContentKind.Before);
            AddVia(draft, relayed?.Via, cue.EndToken, content?.HeaderEnd ?? right.EndToken, outer, rule);
            Keep(draft);
        }
    }

    private (Entity? Speaker, string? Rule) Speaker(Cue cue, SpeakerPhrase right, Sentence sentence, int firstDraft, bool inside)
    {
        if (cue.Kind == CueKind.Verb)
        {
            if (right.Entity is not null)
            {
                return (right.Entity, right.Rule);
            }

            if (right.Statement is not null)
            {
                return (lastSpeaker, "report.speaker.statement");
            }

            if (right.HasPhrase && cue.Lead == CueLead.Clause)
            {
                return (null, "report.speaker.unknown");
            }

            if (cue.Lead != CueLead.Clause || cue.FirstToken > sentence.FirstToken && cue.Verb is { } && !StartsWithAnd(cue))
            {
                var left = speakers.Left(cue);
                if (left.Entity is not null || left.HasPhrase)
                {
                    return (left.Entity, left.Rule);
                }
            }

            return cue.Lead is CueLead.Clause or CueLead.Relative && !inside && lastSpeaker is not null ? (lastSpeaker, "report.speaker.last") : (null, null);
        }

        if (drafts.Count > firstDraft)
        {
            return (drafts[^1].IsInner && drafts.Count - 2 >= firstDraft ? drafts[^2].Speaker : drafts[^1].Speaker, "report.speaker.sentence");
        }

        return SubjectOf(sentence, cue.FirstToken) is { } subject ? (subject, "report.speaker.sentence-subject") : (lastSpeaker, lastSpeaker is null ? null : "report.speaker.last");
    }

    private bool StartsWithAnd(Cue cue) => scope.Tokens[cue.FirstToken].Folded[0] is 'و' or 'ف';

    /// <summary>The subject of the sentence's first verb: «استقبل الوزير السفير، مؤكداً أن …».</summary>
    private Entity? SubjectOf(Sentence sentence, int limit)
    {
        for (var at = sentence.FirstToken; at < limit; at++)
        {
            if (scope.Scanner.IsFiniteVerb(at) && speakers.Right(at + 1, limit) is { Entity: { } subject })
            {
                return subject;
            }

            if (scope.Scanner.MentionAt(at) is { HasPreposition: false } mention && scope.EntityOf(mention) is { } first
                && (at == sentence.FirstToken || scope.Closed.PrepositionOf(scope.Tokens[at - 1]) is null))
            {
                return first;
            }
        }

        return null;
    }

    /// <summary>«نقلت وكالة عن الوزير قوله»: whose words they are and who carried them.</summary>
    private (Entity? Speaker, List<Entity> Via)? Relayed(Cue cue, SpeakerPhrase right, ContentStart? content, int stop)
    {
        var end = content?.HeaderEnd ?? stop;
        Entity? speaker = null;
        var via = new List<Entity>();
        for (var at = cue.EndToken; at < end; at++)
        {
            if (scope.Closed.PrepositionOf(scope.Tokens[at]) is "عن" or "الي" && speakers.Right(at + 1, end) is { Entity: { } source })
            {
                if (speaker is not null && !via.Contains(speaker))
                {
                    via.Insert(0, speaker);
                }

                speaker = source;
            }
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

    private void ReadPhrase(Frame frame, Sentence sentence, int firstDraft, int stop)
    {
        var cue = frame.Cue;
        if (scope.Quotations.IsInSpeech(cue.FirstToken))
        {
            return;
        }

        var covering = drafts.Count > firstDraft ? drafts[^1] : null;
        if (cue.Enclitic.Length > 0)
        {
            if (covering is not null)
            {
                Colour(covering, cue);
            }
            else
            {
                AddBefore(cue, lastSpeaker, "report.speaker.last", sentence, firstDraft, frame);
            }

            return;
        }

        var (source, rule, end) = Source(frame, stop);
        if (source is null)
        {
            return;
        }

        if (cue.IsChain)
        {
            Rechain(source, covering);
            return;
        }

        var opens = IsFirst(cue, sentence) || cue.Entry?["place"] == "after";
        if (opens)
        {
            AddAfter(frame, source, rule, end, sentence, stop);
        }
        else if (covering is not null && covering.Words.EndToken >= cue.LeadToken - 1 && cue.Entry?["place"] != "after")
        {
            Split(covering, cue, source, rule, frame);
        }
        else
        {
            AddBefore(cue, source, rule, sentence, firstDraft, frame);
        }
    }

    /// <summary>Whom a phrase names: «بحسب بيان صادر عن المتحدث», «وفق المصدر», «حسبما ذكرت الوكالة».</summary>
    private (Entity? Source, string? Rule, int End) Source(Frame frame, int stop)
    {
        var start = frame.Cue.EndToken;
        for (var at = start; at < Math.Min(stop, start + 2); at++)
        {
            if (scope.Scanner.MentionAt(at) is { } mention && scope.EntityOf(mention) is { } entity)
            {
                return entity.Type == ActorType.Agreement ? (null, null, start) : (entity, "report.speaker.named", mention.EndToken);
            }

            if (speakers.Statement(at, stop) is { } statement)
            {
                return statement.Entity is not null ? (statement.Entity, statement.Rule, statement.EndToken) : (lastSpeaker, "report.speaker.statement", statement.EndToken);
            }

            if (scope.Tokens[at].Kind is not (TokenKind.QuoteMark or TokenKind.Punctuation) && scope.Tokens[at].Folded is not "ل")
            {
                break;
            }
        }

        return frame.Right.Entity is { } subject ? (subject, frame.Right.Rule, frame.Right.EndToken) : (null, null, start);
    }

    private bool IsFirst(Cue cue, Sentence sentence) =>
        cue.FirstToken == sentence.FirstToken || (cue.FirstToken == sentence.FirstToken + 1 && scope.Tokens[sentence.FirstToken].Kind != TokenKind.Word);

    // «وفقاً للمقال، فإن …»
    private void AddAfter(Frame frame, Entity source, string? rule, int end, Sentence sentence, int stop)
    {
        var tokens = scope.Tokens;
        if (scope.IsOutlet(source))
        {
            return;
        }

        var first = end;
        while (first < stop && !AttributionScope.IsComma(tokens[first]) && tokens[first].Folded != ":" && !scope.Lexicon.OpensContent(tokens, first) && scope.Quotations.OpeningAt(first) is null && first < end + 20)
        {
            first++;
        }

        if (first >= stop || first == end + 20)
        {
            first = end;
        }

        while (first < stop && (tokens[first].Kind == TokenKind.Punctuation || scope.Lexicon.OpensContent(tokens, first)))
        {
            first++;
        }

        if (stop - first < FewestWordsBefore && scope.Quotations.OpeningAt(first) is null)
        {
            // «ووفقاً لما نقله الإعلام الروسي، قال …»: the next cue has the words, this one carries them.
            if (AttributionScope.IsMedium(source))
            {
                pendingVia.Add(source);
            }

            return;
        }

        var start = new ContentStart(ContentKind.Clause, end, first, tokens[first].Span.Start);
        var draft = new ReportDraft(frame.Cue, source, boundary.From(start, stop), StanceOf(frame.Cue)) { FirstToken = first };
        Explain(draft, frame.Cue, rule, ContentKind.Clause);
        AddVia(draft, null, end, Math.Min(first, stop), null, rule);
        Keep(draft);
    }

    private void AddBefore(Cue cue, Entity? source, string? rule, Sentence sentence, int firstDraft, Frame frame)
    {
        if (source is null || scope.IsOutlet(source) || Before(cue, sentence, firstDraft) is not { } words)
        {
            return;
        }

        var draft = new ReportDraft(cue, source, words, StanceOf(cue)) { FirstToken = sentence.FirstToken };
        Explain(draft, cue, rule, ContentKind.Before);
        AddVia(draft, null, cue.EndToken, Math.Min(sentence.EndToken, cue.EndToken + 25), null, rule);
        Keep(draft);
    }

    private ReportedWords? Before(Cue cue, Sentence sentence, int firstDraft)
    {
        var first = drafts.Count > firstDraft ? Math.Max(sentence.FirstToken, drafts[^1].Words.EndToken) : sentence.FirstToken;
        var dateline = scope.Document.Structure.Dateline;
        while (first < cue.FirstToken && dateline is { } line && scope.Tokens[first].Span.Start < line.End)
        {
            first++;
        }

        var words = 0;
        for (var at = first; at < cue.FirstToken; at++)
        {
            words += scope.Tokens[at].Kind is TokenKind.Word or TokenKind.Number ? 1 : 0;
        }

        return words >= FewestWordsBefore ? boundary.Between(first, Math.Min(cue.FirstToken, Math.Max(first + 1, cue.LeadToken))) : null;
    }

    /// <summary>«…، وشددا على …، حسب زعم البيان» after words already reported: the last clause is this source's.</summary>
    private void Split(ReportDraft covering, Cue cue, Entity source, string? rule, Frame frame)
    {
        var at = LastJoinedVerb(covering, cue.FirstToken);
        if (at > 0)
        {
            var words = boundary.Between(at, cue.FirstToken);
            covering.Words = boundary.From(new(ContentKind.Clause, covering.FirstToken, covering.FirstToken, covering.Words.Spans[0].Start), at);
            var draft = new ReportDraft(cue, source, words, StanceOf(cue)) { FirstToken = at };
            Explain(draft, cue, rule, ContentKind.Before);
            AddVia(draft, null, cue.EndToken, frame.Right.EndToken, null, rule);
            Keep(draft);
        }
        else if (source == covering.Speaker)
        {
            Colour(covering, cue);
        }
        else if (AttributionScope.IsMedium(source) && !scope.IsOutlet(source))
        {
            covering.Via.Add(source);
            covering.Because.Add(new("report.via.trailing", cue.Entry?.Id, scope.Document.Quote(cue.Span), source.Name));
            lastVia = [.. covering.Via];
        }
    }

    private int LastJoinedVerb(ReportDraft covering, int end)
    {
        for (var at = end - 1; at > covering.FirstToken + 1; at--)
        {
            if (scope.Tokens[at].Folded[0] == 'و' && AttributionScope.IsComma(scope.Tokens[at - 1]) && scope.Scanner.IsFiniteVerb(at) && !scope.Quotations.IsInSpeech(at))
            {
                return at;
            }
        }

        return 0;
    }

    private void Colour(ReportDraft draft, Cue cue)
    {
        if (StanceOf(cue) is not Stance.Neutral and var stance)
        {
            draft.Stance = stance;
        }

        draft.Because.Add(new("report.stance.trailing", cue.Entry?.Id, scope.Document.Quote(cue.Span), draft.Stance.ToString().ToLowerInvariant()));
    }

    // «بحسب الوكالة نقلاً عن مسؤول»: the one after عن spoke, the one before carried.
    private void Rechain(Entity source, ReportDraft? covering)
    {
        if (covering is null || source == covering.Speaker)
        {
            return;
        }

        var draft = new ReportDraft(covering.Cue, source, covering.Words, covering.Stance) { FirstToken = covering.FirstToken, IsInner = covering.IsInner };
        draft.Because.AddRange(covering.Because);
        draft.Via.AddRange(covering.Via);
        if (covering.Speaker is { } carrier && !scope.IsOutlet(carrier))
        {
            draft.Via.Add(carrier);
        }

        draft.Because.Add(new("report.via.relay", null, null, $"{source.Name} spoke, carried by {covering.Speaker?.Name}"));
        drafts[^1] = draft;
        (lastSpeaker, lastVia) = (source, [.. draft.Via]);
    }

    private void AddVia(ReportDraft draft, List<Entity>? relayed, int first, int end, ReportDraft? outer, string? rule)
    {
        draft.Via.AddRange(relayed ?? []);
        if (outer is not null)
        {
            draft.Via.AddRange(outer.Speaker is { } speaker ? [speaker, .. outer.Via] : outer.Via);
            draft.Because.Add(new("report.via.outer", null, outer.Cue is { } cue ? scope.Document.Quote(cue.Span) : null, "told by the speaker of the words around it"));
            return;
        }

        if (relayed is null)
        {
            foreach (var (entity, mention) in chain.Media(first, end, draft.Speaker))
            {
                draft.Via.Add(entity);
                draft.Because.Add(new("report.via.medium", entity.Known, scope.Document.Quote(mention.Span), "carried the words"));
            }
        }

        draft.Via.AddRange(pendingVia.Where(e => e != draft.Speaker));
        if (draft.Via.Count == 0 && draft.Speaker is not null && draft.Speaker == lastSpeaker && lastVia.Count > 0)
        {
            draft.Via.AddRange(lastVia);
            draft.Because.Add(new("report.via.carried", null, null, "as for the words before"));
        }
    }

    private void Keep(ReportDraft draft)
    {
        drafts.Add(draft);
        if (!draft.IsInner && draft.Speaker is not null)
        {
            (lastSpeaker, lastVia) = (draft.Speaker, [.. draft.Via]);
        }
    }

    private void Explain(ReportDraft draft, Cue cue, string? rule, ContentKind kind)
    {
        draft.Because.Add(new("report.cue", cue.Entry?.Id, scope.Document.Quote(cue.Span), $"{cue.Kind.ToString().ToLowerInvariant()}, {draft.Stance.ToString().ToLowerInvariant()}"));
        draft.Because.Add(new(rule ?? "report.speaker.unknown", draft.Speaker?.Known, null, draft.Speaker?.Name ?? "named by words that are no known actor"));
        draft.Because.Add(new("report.content." + kind.ToString().ToLowerInvariant(), null, scope.Document.Quote(draft.Words.Spans[0]), draft.Words.Form.ToString().ToLowerInvariant()));
        draft.Confidence = draft.Speaker is null ? 0.5 : rule is "report.speaker.subject" or "report.speaker.apposition" or "report.speaker.before" ? 0.9 : 0.75;
    }

    private static Stance StanceOf(Cue cue)
    {
        var name = cue.Negated ? cue.Entry?["negated"] : cue.Entry?["stance"];
        return Enum.TryParse<Stance>(name, ignoreCase: true, out var stance) ? stance : Stance.Neutral;
    }
}
