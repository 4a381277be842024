using Isnad.Attribution;
using Isnad.Language;
using Isnad.Language.Syntax;
using Isnad.Language.Tagging;
using Isnad.Pipeline;
using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Actors;

/// <summary>Finds the phrases that name somebody, from left to right, the longest at each place; they do not overlap.</summary>
internal sealed partial class DraftFinder
{
    private readonly NewsDocument document;
    private readonly ActorLexicon lexicon;
    private readonly ClosedClass closed;
    private readonly ProperNames names;
    private readonly PhraseParser parser;
    private readonly SpeakingNouns speaking;
    private readonly QuotedMedia talkedTo;
    private readonly Surnames surnames;
    private readonly bool[] isTime;
    private MentionDraft? previous;

    public DraftFinder(NewsDocument document, ActorLexicon lexicon, ClosedClass closed, AttributionLexicon words)
    {
        this.document = document;
        this.lexicon = lexicon;
        this.closed = closed;
        isTime = new bool[document.Tokens.Count];
        var times = new SpanSet(document.Times.Select(t => t.Span));
        foreach (var token in document.Tokens)
        {
            isTime[token.Index] = times.Overlaps(token.Span);
        }

        names = new(document, lexicon, closed, isTime);
        parser = new(document, lexicon, closed, names);
        talkedTo = new(document);
        surnames = new(document, lexicon, closed, names);
        speaking = new(document, lexicon, closed, words, token => names[token]);
    }

    public List<MentionDraft> Find()
    {
        var drafts = new List<MentionDraft>();
        var byline = document.Structure.Byline;
        for (var token = 0; token < document.Tokens.Count;)
        {
            var current = document.Tokens[token];
            if (current.Kind is TokenKind.Punctuation or TokenKind.QuoteMark or TokenKind.Number || isTime[token] || byline?.Contains(current.Span) == true)
            {
                token++;
                continue;
            }

            var draft = At(token);
            draft = draft is null or { Known: null, Head: null } ? talkedTo.At(token) ?? draft ?? surnames.At(token) ?? speaking.At(token) : draft;
            if (draft is not null)
            {
                drafts.Add(draft);
                previous = draft;
            }

            token = Math.Max(draft?.EndToken ?? 0, token + 1);
        }

        return drafts;
    }

    private MentionDraft? At(int token)
    {
        var known = Known(token);
        var phrase = Phrase(token);
        var reference = Reference(token);
        if (known is { Known.Kind: KnownKind.Organization } && known.EndToken > token + 1 && phrase is { Known: null, Head.IsOrganization: true }
            && known.EndToken < document.Tokens.Count && lexicon.Affiliation(document.Tokens[known.EndToken]) is null)
        {
            // «جامعة الدول العربية | الهجمة الاستيطانية»: a listed name says where it ends.
            phrase = null;
        }

        MentionDraft?[] candidates = [known, phrase, reference, People(token)];
        var listed = candidates.Where(d => d is not null).MaxBy(d => d!.EndToken);
        // The model's span may run on: «تنظيم داعش [الهجوم]». It counts alone, or where it tells more than a head with its guess.
        var unlisted = Unlisted(token);
        return listed is null || (unlisted?.EndToken > listed.EndToken && (unlisted.Type == ActorType.Person || listed is { Known: null, Head: null or { IsOrganization: true } })) ? unlisted : listed;
    }

    private MentionDraft? Known(int token)
    {
        // «أردوغان», «سلمان بن عبد العزيز [آل سعود]»
        foreach (var match in lexicon.Names.At(document.Tokens, token))
        {
            var name = match.Value;
            var isPlace = name.Kind == KnownKind.State && token > 0 && document.Tokens[token - 1].Sentence == document.Tokens[token].Sentence && lexicon.OpensPlace(document.Tokens[token - 1]);
            var single = match.EndToken == token + 1;
            // «وجهتا النظر السعودية والمصرية»: an adjective there, the state elsewhere.
            isPlace |= name.Kind == KnownKind.State && single && lexicon.Affiliation(document.Tokens[token]) is not null && IsAdjective(token);
            // «دعم مالي» is no help of Mali's.
            isPlace |= name.Kind == KnownKind.State && single && document.Tags[token] is { Tag: WordTag.Adj, Prefix: 0 };
            if (isPlace || (single && closed.IsJoinedComplementizer(document.Tokens[token])) || (name.Record.Is("needs-context") && !IsCalledSo(token)) || (name is { Kind: KnownKind.Person, IsPart: true } && single && !IsNameHere(token)))
            {
                continue;
            }

            var draft = new MentionDraft
            {
                FirstToken = token,
                EndToken = match.EndToken,
                Start = match.Span.Start,
                Type = name.Kind switch { KnownKind.Person => ActorType.Person, KnownKind.State => ActorType.Geopolitical, _ => TypeOf(name) },
                Known = name,
                NameTokens = (token, match.EndToken),
                HasPreposition = (match.Proclitics & (Proclitics.By | Proclitics.For | Proclitics.Like)) != 0,
            };
            if (name.Kind == KnownKind.Organization)
            {
                draft.Rivals = lexicon.BearersAt(document.Tokens, token, KnownKind.Organization);
            }
            else if (name.Kind == KnownKind.Person)
            {
                draft.Rivals = lexicon.BearersAt(document.Tokens, token, KnownKind.Person);
                draft.EndToken = names.EndOfHouse(match.EndToken);
                draft.NameTokens = (token, draft.EndToken);
            }

            draft.Because.Add(new("actor.name", name.Record.Id, document.Quote(match.Span)));
            return draft;
        }

        return null;
    }

    // «العالم», «الحياة» are words first: a channel or a paper after its noun («قناة العالم»), in marks, or where it tells something.
    private bool IsCalledSo(int token) =>
        token > 0 && document.Tokens[token - 1].Sentence == document.Tokens[token].Sentence
            && (document.Tokens[token - 1].Kind == TokenKind.QuoteMark || document.Tokens[token - 1].Folded is "(" or "["
                || lexicon.Heads.At(document.Tokens, token - 1).Exists(m => m.Value.IsOrganization)
                || document.Words[token - 1].Any(r => r.Sense is { Verb: not null, Entry.Kind: "cue-verb" } && r.Cut.Enclitic.Length == 0));

    private static ActorType TypeOf(KnownName name) => name.Record["type"] switch { "GRP" => ActorType.Group, "AGR" => ActorType.Agreement, "GPE" => ActorType.Geopolitical, _ => ActorType.Organization };

    // A surname that is also a word («نصر») counts only where the models see a name, or with a word of the name before it.
    private bool IsNameHere(int token)
    {
        if (document.Tags[token].Tag is WordTag.Unknown)
        {
            return true;
        }

        for (var first = Math.Max(0, token - 3); first <= token; first++)
        {
            if (names[first] is { } span && span.EndToken > token)
            {
                return true;
            }
        }

        return document.Tags[token].Tag is WordTag.X or WordTag.Propn;
    }

    private static bool HasArticle(Token token) => token.Shape.Segmentations.Any(cut => cut.Has(Proclitics.Article));

    private MentionDraft? Reference(int token)
    {
        if (lexicon.BackReferences.At(document.Tokens, token) is not [var match, ..] || (match.Value["resolves"] == "latest-person" && IsAdjective(token)))
        {
            return null;
        }

        var draft = new MentionDraft
        {
            FirstToken = token,
            EndToken = match.EndToken,
            Start = match.Span.Start,
            Type = ActorType.Person,
            BackReference = match.Value,
            HasPreposition = (match.Proclitics & (Proclitics.By | Proclitics.For | Proclitics.Like)) != 0,
        };
        draft.Because.Add(new("actor.back-reference", match.Value.Id, document.Quote(match.Span)));
        if (match.Value["resolves"] == "counterpart")
        {
            ExtendCounterpart(draft);
        }

        return draft;
    }

    // «التطورات الأخيرة»: after a definite noun it is an adjective.
    private bool IsAdjective(int token) =>
        token > 0 && document.Tags[token - 1].Tag is WordTag.Noun or WordTag.Adj or WordTag.Num && HasArticle(document.Tokens[token - 1]);

    // «نظيره الأميركي جوزيف دانفورد»
    private void ExtendCounterpart(MentionDraft draft)
    {
        if (draft.EndToken < document.Tokens.Count && lexicon.Affiliation(document.Tokens[draft.EndToken]) is { } state)
        {
            draft.Country = ActorLexicon.CountryOf(state);
            draft.Because.Add(new("actor.affiliation", state.Id, document.Quote(document.Tokens[draft.EndToken].Span), draft.Country));
            draft.EndToken++;
        }

        if (names[draft.EndToken] is { Type: "PER" } span && span.FirstToken == draft.EndToken && document.Tokens[draft.EndToken].Span.Start == span.Span.Start)
        {
            draft.NameTokens = (draft.EndToken, span.EndToken);
            draft.Known = lexicon.Names.At(document.Tokens, draft.EndToken).Find(m => m.Value.Kind == KnownKind.Person).Value;
            draft.EndToken = span.EndToken;
        }
    }

    // «سيرجي لافروف» is the listed «سيرغي لافروف».
    private KnownName? SpeltLike(NameSpan name) =>
        name.EndToken - name.FirstToken is > 1 and < 6
            && lexicon.PersonSpeltLike(ArabicFolding.Fold(document.Text.AsSpan(name.Span.Start, name.Span.Length)), names.NationalityBefore(name.FirstToken) is { } nationality ? ActorLexicon.CountryOf(nationality) : null) is { } person
            ? new(person, KnownKind.Person, false) : null;

    private MentionDraft? Unlisted(int token)
    {
        if (names[token] is not { Type: "PER" or "ORG" } name || (name.Type == "ORG" && IsCommonNoun(name)))
        {
            return null;
        }

        var draft = new MentionDraft
        {
            FirstToken = token,
            EndToken = name.EndToken,
            Start = name.Span.Start,
            Type = name.Type == "PER" ? ActorType.Person : ActorType.Organization,
            NameTokens = (token, name.EndToken),
            Known = name.Type == "PER" ? SpeltLike(name) : null,
            Country = names.NationalityBefore(token) is { } nationality ? ActorLexicon.CountryOf(nationality) : null,
            HasPreposition = name.Span.Start > document.Tokens[token].Span.Start && document.Tokens[token].Folded.AsSpan().TrimStart("وف") is ['ب' or 'ل' or 'ك', ..],
            HidesArticle = document.Tokens[token].Folded.AsSpan().TrimStart("وف") is ['ل', 'ل', ..],
        };
        draft.Because.Add(new Evidence("actor.model", null, document.Quote(name.Span), $"the names model sees {name.Type}"));
        return draft;
    }

    // «السلم», «الإنسان»: one word that the tagger takes for a noun, and not in marks.
    private bool IsCommonNoun(NameSpan name) =>
        name.EndToken == name.FirstToken + 1 && document.Tags[name.FirstToken].Tag is WordTag.Noun or WordTag.Adj or WordTag.Verb or WordTag.Num
            && !(name.FirstToken > 0 && document.Tokens[name.FirstToken - 1].Kind == TokenKind.QuoteMark);

    // «نزوع الإسرائيليين»: after a bare noun a word with the article is no adjective.
    private bool IsGenitive(int token, Segmentation cut) =>
        cut.Proclitics == Proclitics.Article && document.Tags[token - 1] is { Tag: WordTag.Noun, Suffix: 0 } && lexicon.Heads.At(document.Tokens, token - 1).Count == 0
            && !HasArticle(document.Tokens[token - 1]);

    // «قال الإسرائيليون», «للتونسيين»: a nationality in the plural is a noun where no noun stands before it.
    private MentionDraft? People(int token)
    {
        if (lexicon.People(document.Tokens[token]) is not { } people)
        {
            return null;
        }

        var clitics = people.Cut.Proclitics;
        var bound = token == 0 || document.Tokens[token - 1].Sentence != document.Tokens[token].Sentence || (clitics & ~Proclitics.Article) != 0;
        if (!bound && !IsGenitive(token, people.Cut) && (document.Tags[token - 1].Tag is WordTag.Noun or WordTag.Adj or WordTag.Propn or WordTag.X || lexicon.Heads.At(document.Tokens, token - 1).Count > 0))
        {
            return null;
        }

        var draft = new MentionDraft
        {
            FirstToken = token,
            EndToken = token + 1,
            Start = document.Tokens[token].OffsetOf(people.Cut.Offset),
            Type = ActorType.Group,
            Country = people.State.Headword,
            Sector = "CVL",
            HasPreposition = people.Cut.HasPreposition,
            NameTokens = (token, token + 1),
        };
        draft.Because.Add(new("actor.people", people.State.Id, document.Quote(document.Tokens[token].Span), people.State.Headword));
        return draft;
    }
}
