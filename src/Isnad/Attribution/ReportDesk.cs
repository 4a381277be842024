using Isnad.Actors;
using Isnad.Language;
using Isnad.Language.Syntax;
using Isnad.Reading;

namespace Isnad.Attribution;

/// <summary>Where the reports of an article lie while it is read: adds who carried them, says why, remembers who spoke.</summary>
internal sealed class ReportDesk(AttributionScope scope)
{
    private const int FewestWordsBefore = 3;
    private readonly ChainFinder chain = new(scope);
    private readonly ContentBoundary boundary = new(scope);
    private int firstDraft;

    public List<ReportDraft> Drafts { get; } = [];

    public SpeakerMemory Memory { get; } = new();

    /// <summary>The sentence that is read.</summary>
    public Sentence Sentence { get; private set; } = new(0, default, 0, 0, 0);

    /// <summary>The reports of this sentence so far.</summary>
    public IReadOnlyList<ReportDraft> InSentence => Drafts[firstDraft..];

    /// <summary>True where a paragraph holds no word from a token on.</summary>
    public bool EndsParagraph(int token, int paragraph)
    {
        while (token < scope.Tokens.Count && scope.Tokens[token].Kind is TokenKind.Punctuation or TokenKind.QuoteMark)
        {
            token++;
        }

        return token >= scope.Tokens.Count || scope.Document.Sentences[scope.Tokens[token].Sentence].Paragraph > paragraph;
    }

    public void Begin(Sentence sentence) => (Sentence, firstDraft) = (sentence, Drafts.Count);

    public void Keep(ReportDraft draft)
    {
        Drafts.Add(draft);
        if (!draft.IsInner && draft.Speaker is not null)
        {
            Memory.Remember(draft.Speaker, [.. draft.Via], draft.Cue?.Verb is { Number: Number.Singular } verb && draft.NamesSpeaker ? verb.Gender : null);
            Memory.LearnHeads(draft.Speaker, scope.Document.Text);
        }
    }

    /// <summary>Puts another report in the place of the last.</summary>
    public void Replace(ReportDraft draft)
    {
        Drafts.RemoveAt(Drafts.Count - 1);
        Keep(draft);
    }

    /// <summary>The words before a cue that no other report has: «…، بحسب البيان».</summary>
    public ReportedWords? Before(Cue cue)
    {
        var first = Drafts.Count > firstDraft ? Math.Max(Sentence.FirstToken, Drafts[^1].Words.EndToken) : Sentence.FirstToken;
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

    /// <summary>Adds those who carried the words, from the speaker outwards.</summary>
    /// <param name="draft">The report.</param>
    /// <param name="relayed">The chain that a verb of relaying named, or null.</param>
    /// <param name="first">Index of the token after the cue.</param>
    /// <param name="end">Index of the token where the words begin.</param>
    /// <param name="outer">The report it lies in: the outer speaker carries the inner's words.</param>
    public void Carry(ReportDraft draft, List<Entity>? relayed, int first, int end, ReportDraft? outer)
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
            var named = chain.Media(first, end, draft.Speaker);
            foreach (var (entity, mention) in named.Count > 0 ? named : chain.Around(Sentence, draft))
            {
                draft.Via.Add(entity);
                draft.Because.Add(new("report.via.medium", entity.Known, scope.Document.Quote(mention.Span), "carried the words"));
            }
        }

        draft.Via.AddRange(Memory.Pending.Where(e => e != draft.Speaker));
        if (draft.Via.Count == 0 && draft.Speaker is not null && !TellsOfAnotherTime() && Carried(draft) is { Count: > 0 } carried)
        {
            draft.Via.AddRange(carried.Where(e => e != draft.Speaker));
            draft.Because.Add(new("report.via.carried", null, null, "as for the words before"));
        }
    }

    // As his last words came; «وأضاف» goes on with the talk before, by whatever name its speaker is called now.
    private IReadOnlyList<Entity> Carried(ReportDraft draft) =>
        Memory.ViaOf(draft.Speaker!) is { Count: > 0 } own ? own
        : draft.Cue is { Continues: true } && Memory.Speaker is { Type: ActorType.Person or ActorType.Group } before && Memory.MayGoOn(draft.Speaker!, scope.Document.Text) ? Memory.ViaOf(before)
        : [];

    // «وكان الوزير أعلن الشهر الماضي»: said on another occasion, to others.
    private bool TellsOfAnotherTime() => scope.Closed.Is(scope.Tokens[Sentence.FirstToken], FunctionWord.Auxiliary);

    public void Explain(ReportDraft draft, string? rule, ContentKind kind)
    {
        var cue = draft.Cue!;
        draft.Because.Add(new("report.cue", cue.Entry?.Id, scope.Document.Quote(cue.Span), $"{cue.Kind.ToString().ToLowerInvariant()}, {draft.Stance.ToString().ToLowerInvariant()}"));
        draft.Because.Add(new(rule ?? "report.speaker.unknown", draft.Speaker?.Known, null, draft.Speaker?.Name ?? "named by words that are no known actor"));
        draft.Because.Add(new("report.content." + kind.ToString().ToLowerInvariant(), null, scope.Document.Quote(draft.Words.Spans[0]), draft.Words.Form.ToString().ToLowerInvariant()));
        draft.Confidence = draft.Speaker is null ? 0.5 : rule is "report.speaker.subject" or "report.speaker.apposition" or "report.speaker.before" ? 0.9 : 0.75;
    }

    public static Stance StanceOf(Cue cue)
    {
        var name = cue.Negated ? cue.Entry?["negated"] : cue.Entry?["stance"];
        return Enum.TryParse<Stance>(name, ignoreCase: true, out var stance) ? stance : Stance.Neutral;
    }
}
