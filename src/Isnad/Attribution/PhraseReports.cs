using Isnad.Actors;
using Isnad.Language;
using Isnad.Reading;

namespace Isnad.Attribution;

/// <summary>Reports whose cue is a phrase: «بحسب البيان», «نقلاً عن», «على حد تعبيره», «ما أسماه».</summary>
internal sealed class PhraseReports(AttributionScope scope, SpeakerFinder speakers, ContentBoundary boundary, ReportDesk desk)
{
    private const int FewestWords = 3;
    private const int LongestSource = 20;
    private const int LongestNamer = 10;
    private const int LongestTail = 25;
    private readonly IReadOnlyList<Token> tokens = scope.Tokens;
    private readonly StatementFinder statements = new(scope);

    /// <summary>Reads one phrase.</summary>
    /// <param name="frame">The phrase and what follows it.</param>
    /// <param name="stop">Index of the token where the next cue's clause begins, or the sentence's end.</param>
    public void Read(CueFrame frame, int stop)
    {
        var cue = frame.Cue;
        if (scope.Quotations.IsInSpeech(cue.FirstToken))
        {
            return;
        }

        var covering = desk.InSentence is [.., var last] ? last : null;
        if (cue.Entry?["names"] is null)
        {
            Named(cue, covering);
        }
        else if (cue.Enclitic.Length > 0)
        {
            Owned(cue, covering);
        }
        else if (Source(frame, stop) is { Source: { } source } found)
        {
            source = desk.Memory.Resolve(source, scope.Document.Text)!;
            if (cue.IsChain && covering is null && desk.Memory.Pending.Count > 0)
            {
                // «بحسب ما ذكرت الصحيفة نقلاً عن مسؤول، فإن …»
                After(cue, source, found.Rule, found.End, stop);
            }
            else if (cue.IsChain)
            {
                Rechain(source, covering);
            }
            else if (IsFirst(cue) || cue.Entry?["place"] == "after")
            {
                After(cue, source, found.Rule, found.End, stop);
            }
            else if (covering is not null && covering.Words.EndToken >= cue.LeadToken - 1)
            {
                Split(covering, cue, source, found.Rule, found.End);
            }
            else
            {
                Before(cue, source, found.Rule);
            }
        }
    }

    // «ندد بما أسماه «العدوان»»: the speaker's word, which the outlet does not make its own.
    private void Named(Cue cue, ReportDraft? covering)
    {
        if (NamedIn(cue) is not (> 0 and var opener) || scope.Quotations.OpeningAt(opener) is not { } quotation)
        {
            return;
        }

        var own = speakers.Right(cue.EndToken, opener);
        var speaker = own.Entity ?? covering?.Speaker ?? SubjectBefore(cue) ?? desk.Memory.Speaker;
        if (speaker is null || scope.IsOutlet(speaker))
        {
            return;
        }

        var words = new ReportedWords([quotation.Inner], scope.Quotations.EndOfOpening(opener), ReportForm.Direct, quotation.Insertions);
        var draft = new ReportDraft(cue, desk.Memory.Resolve(speaker, scope.Document.Text), words, ReportDesk.StanceOf(cue)) { FirstToken = opener, IsInner = covering is not null };
        desk.Explain(draft, own.Rule ?? "report.speaker.sentence", ContentKind.Speech);
        desk.Keep(draft);
    }

    // «بما أسماه «العدوان»», «ما وصفه الوزير بـ«الحصار الجائر»»
    private int NamedIn(Cue cue)
    {
        for (var at = cue.EndToken; at < Math.Min(desk.Sentence.EndToken, cue.EndToken + LongestNamer); at++)
        {
            if (scope.Quotations.OpeningAt(at) is not null && !(scope.Scanner.IsInsideMention(at) && scope.Scanner.IsInsideMention(at + 1) && at > cue.EndToken))
            {
                return at;
            }

            if (tokens[at].Kind == TokenKind.Punctuation || scope.Scanner.IsFiniteVerb(at) || scope.Lexicon.OpensContent(tokens, at))
            {
                break;
            }
        }

        return 0;
    }

    private Entity? SubjectBefore(Cue cue)
    {
        for (var at = desk.Sentence.FirstToken; at < cue.FirstToken; at++)
        {
            if (scope.Scanner.IsFiniteVerb(at) && speakers.Right(at + 1, cue.FirstToken) is { Entity: { } subject })
            {
                return subject;
            }
        }

        return null;
    }

    // «بحسب قوله»، «على حد تعبيره»: a pronoun stands for the speaker.
    private void Owned(Cue cue, ReportDraft? covering)
    {
        if (covering is not null)
        {
            Colour(covering, cue);
        }
        else if (desk.Memory.Speaker is { } speaker)
        {
            Before(cue, speaker, "report.speaker.last");
        }
    }

    /// <summary>Whom a phrase names: «بحسب بيان صادر عن المتحدث», «وفق المصدر», «حسبما ذكرت الوكالة».</summary>
    private (Entity? Source, string? Rule, int End) Source(CueFrame frame, int stop)
    {
        var start = frame.Cue.EndToken;
        for (var at = start; at < Math.Min(stop, start + 2); at++)
        {
            if (statements.At(at, stop) is { } statement)
            {
                return statement.Entity is not null ? (statement.Entity, statement.Rule, statement.EndToken) : (desk.Memory.Speaker, "report.speaker.statement", statement.EndToken);
            }

            if (scope.Scanner.MentionAt(at) is { } mention && scope.EntityOf(mention) is { } entity)
            {
                var named = speakers.Named(mention, stop);
                desk.Memory.Learn(named.Alias, named.Entity);
                return entity.Type == ActorType.Agreement ? (null, null, start) : (named.Entity, "report.speaker.named", named.EndToken);
            }

            if (tokens[at].Kind is not (TokenKind.QuoteMark or TokenKind.Punctuation) && tokens[at].Folded is not "ل" && !IsNounOfMedium(at))
            {
                break;
            }
        }

        return frame.Right.Entity is { } subject ? (subject, frame.Right.Rule, frame.Right.EndToken) : (null, null, start);
    }

    // «قناة [العربية]»
    private bool IsNounOfMedium(int at) =>
        at + 1 < tokens.Count && scope.Scanner.MentionAt(at + 1) is { HasPreposition: false } mention && scope.EntityOf(mention) is { } entity && AttributionScope.IsMedium(entity);

    private bool IsFirst(Cue cue) =>
        cue.FirstToken == desk.Sentence.FirstToken || (cue.FirstToken == desk.Sentence.FirstToken + 1 && tokens[desk.Sentence.FirstToken].Kind != TokenKind.Word);

    // «وفقاً للمقال، فإن …»
    private void After(Cue cue, Entity source, string? rule, int end, int stop)
    {
        if (scope.IsOutlet(source))
        {
            return;
        }

        var first = AfterSource(cue, end, stop);
        if (stop - first < FewestWords && (first >= tokens.Count || scope.Quotations.OpeningAt(first) is null))
        {
            // «ووفقاً لما نقله الإعلام الروسي، قال …»: the next cue has the words, this one carries them.
            if (AttributionScope.IsMedium(source))
            {
                desk.Memory.Pending.Add(source);
            }

            return;
        }

        var start = new ContentStart(ContentKind.Clause, end, first, tokens[first].Span.Start);
        Keep(new(cue, source, boundary.From(start, stop), ReportDesk.StanceOf(cue)) { FirstToken = first }, rule, ContentKind.Clause, end, Math.Min(first, stop));
    }

    private int AfterSource(Cue cue, int end, int stop)
    {
        var first = end;
        // «وجاء في بيان أذاعه التلفزيون في العاصمة، بيونغ يانغ، أن …»
        for (var at = end; cue.Entry?["place"] == "after" && at < Math.Min(stop, end + LongestSource); at++)
        {
            if (scope.Lexicon.OpensContent(tokens, at) && at + 1 < stop)
            {
                return at + 1;
            }

            if (scope.Quotations.OpeningAt(at) is { IsSpeech: true })
            {
                break;
            }
        }

        while (first < stop && first < end + LongestSource && !AttributionScope.IsComma(tokens[first]) && tokens[first].Folded != ":"
            && !scope.Lexicon.OpensContent(tokens, first) && scope.Quotations.OpeningAt(first) is null)
        {
            first++;
        }

        if (first >= stop || first == end + LongestSource)
        {
            return end;
        }

        while (first < stop && (tokens[first].Kind == TokenKind.Punctuation || scope.Lexicon.OpensContent(tokens, first)))
        {
            first++;
        }

        return first;
    }

    private void Before(Cue cue, Entity source, string? rule)
    {
        if (!scope.IsOutlet(source) && desk.Before(cue) is { } words)
        {
            Keep(new(cue, source, words, ReportDesk.StanceOf(cue)) { FirstToken = desk.Sentence.FirstToken }, rule, ContentKind.Before, cue.EndToken, Math.Min(desk.Sentence.EndToken, cue.EndToken + LongestTail));
        }
    }

    /// <summary>«…، وشددا على …، حسب زعم البيان» after words already reported: the last clause is this source's.</summary>
    private void Split(ReportDraft covering, Cue cue, Entity source, string? rule, int end)
    {
        if (LastJoinedVerb(covering, cue.FirstToken) is > 0 and var at)
        {
            var words = boundary.Between(at, cue.FirstToken);
            covering.Words = boundary.From(new(ContentKind.Clause, covering.FirstToken, covering.FirstToken, covering.Words.Spans[0].Start), at);
            Keep(new(cue, source, words, ReportDesk.StanceOf(cue)) { FirstToken = at }, rule, ContentKind.Before, cue.EndToken, end);
        }
        else if (source == covering.Speaker || ReportDesk.StanceOf(cue) != Stance.Neutral)
        {
            Colour(covering, cue);
        }
        else if (AttributionScope.IsMedium(source) && !scope.IsOutlet(source))
        {
            covering.Via.Add(source);
            covering.Because.Add(new("report.via.trailing", cue.Entry?.Id, scope.Document.Quote(cue.Span), source.Name));
            if (covering.Speaker is { } speaker)
            {
                desk.Memory.Remember(speaker, [.. covering.Via]);
            }
        }
    }

    private int LastJoinedVerb(ReportDraft covering, int end)
    {
        for (var at = end - 1; at > covering.FirstToken + 1; at--)
        {
            if (tokens[at].Folded[0] == 'و' && (AttributionScope.IsComma(tokens[at - 1]) || tokens[at - 1].Kind == TokenKind.QuoteMark)
                && scope.Forms(at).Any(r => r.Sense.Verb is not null && r.Cut.Has(Proclitics.And)) && !scope.Quotations.IsInSpeech(at))
            {
                return at;
            }
        }

        return 0;
    }

    private void Colour(ReportDraft draft, Cue cue)
    {
        if (ReportDesk.StanceOf(cue) is not Stance.Neutral and var stance)
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

        var draft = new ReportDraft(covering.Cue, source, covering.Words, covering.Stance) { FirstToken = covering.FirstToken, IsInner = covering.IsInner, Confidence = covering.Confidence };
        draft.Because.AddRange(covering.Because);
        draft.Via.AddRange(covering.Via.Where(e => e != source));
        if (covering.Speaker is { } carrier && !scope.IsOutlet(carrier) && !draft.Via.Contains(carrier))
        {
            draft.Via.Add(carrier);
        }

        draft.Because.Add(new("report.via.relay", null, null, $"{source.Name} spoke, carried by {covering.Speaker?.Name}"));
        desk.Replace(draft);
    }

    private void Keep(ReportDraft draft, string? rule, ContentKind kind, int first, int end)
    {
        desk.Explain(draft, rule, kind);
        desk.Carry(draft, null, first, end, null);
        desk.Keep(draft);
    }
}
