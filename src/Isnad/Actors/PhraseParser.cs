using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Syntax;
using Isnad.Language.Tagging;
using Isnad.Pipeline;
using Isnad.Places;
using Isnad.Reading;

namespace Isnad.Actors;

/// <summary>
/// Reads a phrase that a title, office or other head opens: «رئيس هيئة أركان النظام التركي يشار غولر» is a title, the genitives
/// that say of what, an adjective that says of which country, and a name. Walks to the right, at most a dozen tokens.
/// </summary>
internal sealed partial class PhraseParser(NewsDocument document, ActorLexicon lexicon, ClosedClass closed, ProperNames names)
{
    private const int Longest = 14;
    private const int LongestTail = 3;
    // «نائب رئيس لجنة في حزب …»: a body within a phrase may hold one more; deeper nesting is not read.
    private const int Deepest = 2;
    private readonly Dictionary<int, PlaceMention> placesByToken = ByFirstToken(document.Places);

    public MentionDraft Parse(PhraseMatch<PhraseHead> match) => Parse(match, match.FirstToken + Longest, 0);

    private MentionDraft Parse(PhraseMatch<PhraseHead> match, int furthest, int depth)
    {
        var head = match.Value;
        var draft = new MentionDraft
        {
            FirstToken = match.FirstToken,
            EndToken = match.EndToken,
            Start = match.Span.Start,
            Head = head,
            Type = TypeOf(head),
            Sector = head.Sector,
            Country = head.Record["country"],
            HidesArticle = (match.Proclitics & (Proclitics.For | Proclitics.Article)) == (Proclitics.For | Proclitics.Article),
            HasPreposition = (match.Proclitics & (Proclitics.By | Proclitics.For | Proclitics.Like)) != 0,
        };
        draft.Because.Add(new("actor.head", head.Record.Id, document.Quote(match.Span), $"{head.Record.Kind}, {head.Sector ?? "no sector of its own"}"));
        var limit = Math.Min(document.Sentences[document.Tokens[match.FirstToken].Sentence].EndToken, furthest);
        var tail = 0;
        while (draft.EndToken < limit && (Adjective(draft) || Epithet(draft) || Genitive(draft, limit, depth) || Body(draft, limit, depth) || PersonName(draft, limit) || Tail(draft, ref tail)))
        {
            draft.IsModified = true;
        }

        Alias(draft);
        if (head.Record.Is("is-state") && !draft.HasName && draft.Type == ActorType.Organization && draft.Country is not null)
        {
            draft.Type = ActorType.Geopolitical;
        }

        return draft;
    }

    private static Dictionary<int, PlaceMention> ByFirstToken(IReadOnlyList<PlaceMention> places)
    {
        var byToken = new Dictionary<int, PlaceMention>();
        foreach (var place in places)
        {
            byToken.TryAdd(place.FirstToken, place);
        }

        return byToken;
    }

    private static ActorType TypeOf(PhraseHead head) => head switch
    {
        { IsTitle: true, Number: Number.Plural } or { IsGeneric: true } => ActorType.Group,
        { IsTitle: true } => ActorType.Person,
        { IsAgreement: true } => ActorType.Agreement,
        _ => ActorType.Organization,
    };

    // «التركي», «الحوثية»; after a dual head also «والأميركية».
    private bool Adjective(MentionDraft draft)
    {
        var token = document.Tokens[draft.EndToken];
        var joined = draft.Head!.Number == Number.Dual && draft.DualCountries.Count > 0;
        if (lexicon.Affiliation(token, joined) is not { } record || IsNamedSo(draft) || !Agrees(draft, token) || (record.Is("common-adjective") && draft.Sector is not ("GOV" or "MIL" or "COP")))
        {
            return false;
        }

        if (record.Is("weak") && draft.EndToken + 1 < document.Tokens.Count && lexicon.Affiliation(document.Tokens[draft.EndToken + 1]) is { } named && ActorLexicon.CountryOf(named) is not null)
        {
            // «قوات الاحتلال | التركي»: whose it is, the next word says.
            draft.EndToken++;
            return true;
        }

        var country = ActorLexicon.CountryOf(record);
        if (draft.Head.Number == Number.Dual && country is not null)
        {
            draft.DualCountries.Add(country);
        }

        Adopt(draft, country, record["sector"], record, token);
        draft.EndToken++;
        return true;
    }

    // «الشيخ المصري» is called so; «عضو المجلس الوطني السوري» is not, though the model sees a name in one word.
    private bool IsNamedSo(MentionDraft draft) =>
        names[draft.EndToken] is { Type: "PER" } name && !(draft.Head is { IsTitle: true, Sector: not null } && draft.IsModified && name.EndToken == draft.EndToken + 1 && document.Tokens[draft.EndToken].Folded is ['ا', 'ل', ..]);

    /// <summary>«ضربت الشرطة | المتظاهرين», «استدعت النيابة العامة | الصحفي»: what agrees with no noun of the phrase is none of its adjectives.</summary>
    private bool Agrees(MentionDraft draft, Token adjective)
    {
        if (adjective.Folded.EndsWith("ين", StringComparison.Ordinal) || adjective.Folded.EndsWith("ون", StringComparison.Ordinal))
        {
            return draft.Head is not ({ IsOffice: true } or { IsOrganization: true }) || draft.EndToken > draft.FirstToken + 1;
        }

        if (draft.Head is { IsTitle: true, Number: Number.Singular } && draft.EndToken == draft.FirstToken + 1 && adjective.Folded[^1] == 'ه' && document.Tokens[draft.FirstToken].Folded[^1] != 'ه')
        {
            // «حذر الرئيس | المعارضة»
            return false;
        }

        for (var token = draft.FirstToken; token < draft.EndToken && adjective.Folded[^1] != 'ه'; token++)
        {
            if (document.Tokens[token].Kind == TokenKind.Word && document.Tokens[token].Folded[^1] != 'ه')
            {
                return true;
            }
        }

        return adjective.Folded[^1] == 'ه';
    }

    private void Adopt(MentionDraft draft, string? country, string? sector, KnowledgeRecord record, Token token)
    {
        draft.Country ??= country;
        draft.IsAbroad |= record.Is("abroad");
        // «الزعيم الليبي» heads a state, «زعيم الحزب» a party.
        draft.Sector = record.Kind == "state" && draft.Sector == draft.Head!.Sector ? draft.Head.Record["of-state"] ?? draft.Sector : SectorOf(draft, sector);
        draft.Because.Add(new("actor.affiliation", record.Id, document.Quote(token.Span), country));
    }

    // A spokesman or leader has the sector of those he stands for, a general or a judge his own; an army that is the opposition's
    // is no state's.
    private static string? SectorOf(MentionDraft draft, string? other) => (draft.Sector, other) switch
    {
        (var own, null) => own,
        ("MIL", "OPP" or "PTY") => "REB",
        ("MIL", "GOV" or "IGO" or "COP") when draft.Head!.IsOffice => "MIL",
        (var own, _) when draft.Head!.IsTitle => own is null or "GOV" or "PTY" or "OPP" or "IGO" or "CVL" ? other : own,
        _ => other,
    };

    private bool Epithet(MentionDraft draft)
    {
        if (lexicon.Epithets.At(document.Tokens, draft.EndToken) is not [{ Proclitics: Proclitics.None or Proclitics.Article } match, ..])
        {
            return false;
        }

        draft.Sector = match.Value["sector"] ?? draft.Sector;
        draft.EndToken = match.EndToken;
        return true;
    }

    // After the article or a full plural ending no genitive can follow: «هدد وزير الدفاع إسرائيل», «هاجم مسلحون الشرطة».
    private static bool TakesGenitive(Token token) =>
        !token.Folded.EndsWith("ون", StringComparison.Ordinal) && !token.Folded.EndsWith("ين", StringComparison.Ordinal)
            && !token.Shape.Segmentations.Any(cut => cut.Has(Proclitics.Article));

    // «رئيس [هيئة أركان] [النظام]», «المتحدث باسم [«الكرملين»]», «قوات [حفتر]».
    private bool Genitive(MentionDraft draft, int limit, int depth)
    {
        var (at, closing) = SkipMark(SkipDemonstrative(draft));
        if (draft.Known is not null || (draft.Head!.IsGeneric && draft.IsModified) || at >= document.Tokens.Count || !TakesGenitive(document.Tokens[draft.EndToken - 1]))
        {
            return false;
        }

        if (lexicon.Names.At(document.Tokens, at) is [{ Proclitics: Proclitics.None or Proclitics.Article } name, ..] && !(name.Value.Kind == KnownKind.Person && draft.Head.IsTitle))
        {
            draft.EndToken = Close(name.EndToken, closing);
            if (draft.Head is { IsOrganization: true } && name.Value.Kind == KnownKind.Organization)
            {
                // «تنظيم داعش» is داعش.
                draft.Known = name.Value;
                draft.NameTokens = (at, name.EndToken);
            }

            var (country, sector) = StandingOf(name.Value);
            Adopt(draft, country, name.Value.Kind == KnownKind.State ? null : sector, name.Value.Record, document.Tokens[at]);
            return true;
        }

        if (draft.Head.IsTitle && !closing && PlaceAt(at) is { } place)
        {
            // «محافظ نينوى», «عمدة باريس»
            draft.EndToken = place.EndToken;
            draft.Country ??= place.Country;
            draft.Because.Add(new("actor.genitive.place", null, document.Quote(place.Span), place.Country));
            return true;
        }

        if (!draft.Head.IsAgreement)
        {
            foreach (var match in lexicon.Heads.At(document.Tokens, at))
            {
                if (match.Proclitics is Proclitics.None or Proclitics.Article && !match.Value.IsGeneric && !match.Value.IsAgreement && !(match.Value.IsTitle && draft.Head.IsTitle && draft.IsModified))
                {
                    if (match.Value.IsOrganization && depth < Deepest && Join(draft, Parse(match, limit, depth + 1), closing))
                    {
                        return true;
                    }

                    draft.EndToken = Close(match.EndToken, closing);
                    // «رئيس أركان», «المتحدث باسم الشرطة»: what one heads or speaks for says the sector.
                    draft.Sector = SectorOf(draft, match.Value.Sector);
                    draft.Owner = match.Value.Lemma;
                    draft.Because.Add(new("actor.genitive", match.Value.Record.Id, document.Quote(match.Span)));
                    return true;
                }
            }
        }

        return false;
    }

    private PlaceMention? PlaceAt(int token) =>
        placesByToken.TryGetValue(token, out var place) && place.Span.Start == document.Tokens[token].Span.Start ? place : null;

    private (string? Country, string? Sector) StandingOf(KnownName name) => name.Kind switch
    {
        KnownKind.State => (name.Record.Headword, "GOV"),
        _ when OfficeHolders.Standing(name.Record, document.DayOfWriting) is var standing => (standing.Country, standing.Sector),
        _ => (null, null),
    };

    private bool PersonName(MentionDraft draft, int limit)
    {
        if (draft.HasName || !draft.Head!.IsTitle || draft.Head.Number != Number.Singular)
        {
            return false;
        }

        var (at, closing) = SkipMark(draft.EndToken);
        if (at >= limit)
        {
            return false;
        }

        // «قائد القوات [الجنرال] ري أوديرنو»: one more title before the name.
        if (lexicon.Heads.At(document.Tokens, at).Find(m => m.Value.IsTitle && m.Proclitics is Proclitics.None or Proclitics.Article) is { Value: not null } rank
            && rank.EndToken < limit && names.EndAfterTitle(rank.EndToken, false) > 0)
        {
            at = rank.EndToken;
        }

        var known = lexicon.Names.At(document.Tokens, at).Find(m => m.Value.Kind == KnownKind.Person && m.Proclitics == Proclitics.None
            && (m.EndToken > at + 1 || !closed.IsJoinedComplementizer(document.Tokens[at])));
        var modelled = names.EndAfterTitle(at, closing);
        // «الدكتور صالح العواجي» is nobody whose surname is «صالح».
        known = known.Value is { IsPart: true } && modelled > known.EndToken ? default : known;
        var end = Math.Max(known.EndToken, modelled);
        if (end == 0)
        {
            return false;
        }

        end = names.EndOfHouse(end);
        draft.NameTokens = (at, end);
        draft.Known = known.Value ?? SpeltLike(at, end, draft.Country);
        draft.Rivals = known.Value is null ? [] : lexicon.BearersAt(document.Tokens, at, KnownKind.Person);
        draft.EndToken = Close(end, closing);
        draft.Type = ActorType.Person;
        return true;
    }

    // «وزير الدفاع الإسرائيلي أفيجدور ليبرمان» is the listed «أفيغدور ليبرمان».
    private KnownName? SpeltLike(int first, int end, string? country) =>
        end - first is > 1 and < 6 && lexicon.PersonSpeltLike(string.Join(' ', Enumerable.Range(first, end - first).Select(token => document.Tokens[token].Folded)), country) is { } person
            ? new(person, KnownKind.Person, false) : null;

    // «رئيس أركان هذا النظام»
    private int SkipDemonstrative(MentionDraft draft) =>
        draft.EndToken + 1 < document.Tokens.Count && closed.Is(document.Tokens[draft.EndToken], FunctionWord.Demonstrative) ? draft.EndToken + 1 : draft.EndToken;

    // The unlisted rest of an organisation's, agreement's or institution's name: «حزب [الأمة القومي]», «اتفاق [الحديدة]».
    private bool Tail(MentionDraft draft, ref int used)
    {
        if (draft.Known is not null || draft.Head is not ({ IsOrganization: true } or { IsAgreement: true }) && !(draft.Head!.IsTitle && names[draft.EndToken] is { Type: "ORG" }))
        {
            return false;
        }

        var isClosed = !TakesGenitive(document.Tokens[draft.EndToken - 1]);
        if (names[draft.EndToken] is { Type: "ORG" or "LOC" or "MISC" } name && (!isClosed || name.Type == "ORG") && name.FirstToken == draft.EndToken && name.Span.Start == document.Tokens[draft.EndToken].Span.Start)
        {
            draft.NameTokens = (draft.FirstToken, name.EndToken);
            draft.EndToken = name.EndToken;
            // «صحيفة [الصباح التونسية]»: the model takes the adjective into the name.
            if (lexicon.Affiliation(document.Tokens[name.EndToken - 1]) is { } record && name.EndToken > name.FirstToken + 1)
            {
                Adopt(draft, ActorLexicon.CountryOf(record), record["sector"], record, document.Tokens[name.EndToken - 1]);
            }

            return true;
        }

        var (at, closing) = SkipMark(draft.EndToken);
        if (closing)
        {
            // «صحيفة «الشروق»»: whatever stands in the marks is the name.
            var end = at;
            while (end < document.Tokens.Count && end < at + 5 && document.Tokens[end].Kind is TokenKind.Word or TokenKind.Foreign)
            {
                end++;
            }

            if (end > at && end < document.Tokens.Count && document.Tokens[end].Kind == TokenKind.QuoteMark && !draft.HasName)
            {
                draft.NameTokens = (at, end);
                draft.EndToken = end + 1;
                return true;
            }

            return false;
        }

        var token = document.Tokens[at];
        var tag = document.Tags[at];
        if (draft.Head.IsAgreement || used >= LongestTail || closed.IsJoinedComplementizer(token) || token.Kind != TokenKind.Word || tag.Prefix > 0 || tag.Suffix > 0 || tag.Tag is not (WordTag.Noun or WordTag.Adj or WordTag.X or WordTag.Propn or WordTag.Unknown)
            || names[at] is { Type: "PER" } || (isClosed && tag.Tag is not WordTag.X && !(tag.Tag is WordTag.Adj && Agrees(draft, token))) || (tag.Tag is not WordTag.X && !token.Folded.StartsWith("ال", StringComparison.Ordinal) && !OpensMediumName(draft, at)))
        {
            return false;
        }

        used++;
        draft.NameTokens = (draft.FirstToken, at + 1);
        draft.EndToken = at + 1;
        return true;
    }

    private (int Token, bool IsMark) SkipMark(int token) =>
        token + 1 < document.Tokens.Count && document.Tokens[token].Kind == TokenKind.QuoteMark && document.Tokens[token + 1].Sentence == document.Tokens[token].Sentence ? (token + 1, true) : (token, false);

    private int Close(int end, bool opened) => opened && end < document.Tokens.Count && document.Tokens[end].Kind == TokenKind.QuoteMark ? end + 1 : end;
}
