using Isnad.Language;
using Isnad.Language.Tagging;
using Isnad.Reading;

namespace Isnad.Actors;

/// <summary>Which persons are one: by their names, the ends of them, their titles, and what stands beside a name.</summary>
internal sealed partial class EntityResolver
{
    // «سمير النشار، القيادي في الحزب»: one of a kind, named right before.
    private EntityBuilder? Apposed(MentionDraft draft, MentionDraft? before, EntityBuilder? entityBefore) =>
        draft is { HasName: false, BackReference: null, Head.IsGeneric: true } && before is { HasName: true, Type: ActorType.Person, Head.Sector: null } && entityBefore is { IsDual: false }
            && lexicon.Heads.At(document.Tokens, draft.FirstToken).Exists(m => m.Value is { IsTitle: true, Number: Number.Singular }) && draft.IsApposedTo(before, document.Tokens) ? entityBefore : null;

    private EntityBuilder? Person(MentionDraft draft, MentionDraft? before, EntityBuilder? entityBefore)
    {
        var words = names.Of(draft);
        var candidates = draft.Known is { Kind: KnownKind.Person } ? Choose(draft, words) : [];
        if (draft.Known is { Kind: KnownKind.Person } known)
        {
            var person = table.Known(known.Record, ActorType.Person);
            person.Candidates = person.Candidates is [] && candidates is [] ? chooser.Offices(known.Record, draft.Head?.Lemma) : candidates is [_, _, ..] or [{ Score: < Doubtless }] ? candidates : person.Candidates;
            if (!known.IsPart && words.Count > 1)
            {
                // «روبرت جيتس» is listed with another spelling; «جيتس» alone, before and after, is he all the same.
                if (CalledBefore(words, draft) is { } called)
                {
                    Merge(called, person);
                }

                table.People.Remember(words, person);
            }

            return Entitled(draft, Joins(draft, before, entityBefore) ? Merge(entityBefore!, person) : person);
        }

        table.People.TrimToSurname(draft, words);
        if (words.Count == 1 && candidates is [] && IsLikelyWord(draft) && table.People.Named(words) is null && !Joins(draft, before, entityBefore))
        {
            return null;
        }

        var entity = table.People.Named(words) ?? CalledBefore(words, draft) ?? (Joins(draft, before, entityBefore) ? entityBefore! : table.New(ActorType.Person));
        entity.Candidates = entity.Candidates is [] ? candidates : entity.Candidates;
        table.People.Remember(words, entity);
        if (draft.Country is not null && draft.Head is { } head)
        {
            table.ByKey.TryAdd($"title:{head.Lemma}:{draft.Country}", entity);
        }

        return Entitled(draft, entity);
    }

    // «رئيس السلطة الوطنية الفلسطينية محمود عباس»: who is called by these words before his name is meant by them alone, before and after.
    private EntityBuilder Entitled(MentionDraft draft, EntityBuilder person)
    {
        if (draft is not { Head.IsTitle: true, IsModified: true } || draft.NameTokens.First <= draft.FirstToken)
        {
            return person;
        }

        var title = string.Join(' ', names.Of((draft.FirstToken, draft.NameTokens.First), draft));
        return titles.Bear(title, person) is { Known: null, IsDual: false } titled && titled != person ? Merge(titled, person) : person;
    }

    // «بيترسن: …» in a headline, «وزير النقل أولاف بيترسن» below it: somebody called by his surname alone before he is named in full.
    private EntityBuilder? CalledBefore(List<string> words, MentionDraft draft) =>
        table.People.CalledBefore(words) is { Known: null } called
            && (called.Country is null || called.CountryIsInherited || draft.Country is null || draft.CountryIsInherited || called.Country == draft.Country) ? called : null;

    // Leaves in the draft whom its listed name means, or nobody: the one named in full, else the likeliest where he is likely enough.
    private IReadOnlyList<Candidate> Choose(MentionDraft draft, List<string> words)
    {
        if (draft.Rivals is not [var only, ..] || (draft.Rivals.Count == 1 && (!only.IsPart || inFull.Contains(only.Record))))
        {
            return [];
        }

        if (draft.Rivals.FirstOrDefault(r => inFull.Contains(r.Record)) is { } named)
        {
            draft.Known = named;
            return [];
        }

        if (only.IsPart && table.People.Named(words) is { } called)
        {
            // «باراك» after «باراك أوباما» is no other Barak.
            draft.Known = called.Known is { } record ? new(record, KnownKind.Person, true) : null;
            return called.Candidates;
        }

        var choice = chooser.Choose(draft, draft.Rivals);
        draft.Known = choice.Chosen;
        return choice.Candidates;
    }

    // «حسن الجوار», «حل عادل»: a single word that the tagger takes for no name, with no title, named nobody before.
    private bool IsLikelyWord(MentionDraft draft) =>
        draft is { Head: null, Known: null, IsSurname: false } && (draft.Country is null || draft.CountryIsInherited)
            && document.Tags[draft.FirstToken].Tag is not (WordTag.X or WordTag.Propn or WordTag.Unknown);

    // «المتحدث باسم «الكرملين»، ديمتري بيسكوف»: a title with no name, a comma, a name with no title.
    private bool Joins(MentionDraft draft, MentionDraft? before, EntityBuilder? entityBefore)
    {
        // A rank or honorific may stand between: «قائد القوات الجوية، الجنرال فلان».
        if (before is null || entityBefore is not { Type: ActorType.Person, IsDual: false } || before is not { HasName: false, Head.IsTitle: true }
            || (draft.Head is not null && !(draft.Head.IsTitle && (draft.Country is null || draft.CountryIsInherited))))
        {
            return false;
        }

        var between = draft.FirstToken - before.EndToken;
        return between == 0 || (between == 1 && document.Tokens[before.EndToken].Kind is TokenKind.Punctuation or TokenKind.QuoteMark && document.Tokens[before.EndToken].Folded is "،" or "," or "«" or "\"");
    }

    private static EntityBuilder Merge(EntityBuilder titled, EntityBuilder person)
    {
        if (titled == person || titled.Known is not null)
        {
            return person;
        }

        // The title's mentions and standing move over; the emptied entity is dropped when the list is built.
        person.TakeTitle(titled);
        titled.Bearer = person;
        person.Mentions.AddRange(titled.Mentions.Select(m => m with { EntityId = person.Index }));
        titled.Mentions.Clear();
        return person;
    }

    // «الوزير», «الرئيس التركي»: somebody titled so before, else who held the office that day, else somebody new.
    private EntityBuilder Titled(MentionDraft draft, MentionDraft? before, EntityBuilder? entityBefore)
    {
        var head = draft.Head!;
        // «أحمد حافظ، المتحدث باسم الخارجية»: a name with no title, a comma, a title with no name.
        if (before is { HasName: true, Type: ActorType.Person } && before.Head?.Sector is null && entityBefore is { IsDual: false } && draft.IsApposedTo(before, document.Tokens))
        {
            return entityBefore;
        }

        if (!draft.IsModified && references.LatestTitled(head.Lemma) is { } latest)
        {
            return latest;
        }

        var words = string.Join(' ', names.Of((draft.FirstToken, draft.EndToken), draft));
        if (draft.IsModified && titles.BearerOf(words) is { } called)
        {
            return called;
        }

        var key = $"title:{head.Lemma}:{draft.Country}";
        if (draft.Country is { } country && head.Record["sector"] is not "UNK")
        {
            if (table.ByKey.TryGetValue(key, out var same))
            {
                return same;
            }

            if (!GoesOn(draft) && document.DayOfWriting is { } day && lexicon.Offices.On(head.Lemma, country, day) is { } holder)
            {
                return table.ByKey[key] = table.Known(holder, ActorType.Person);
            }
        }

        var entity = table.New(ActorType.Person);
        table.ByKey.TryAdd(key, entity);
        if (draft.IsModified)
        {
            titles.Wait(words, entity);
        }

        return entity;
    }

    // «رئيس [مركز الأمن]» is the head of something that no list knows, not of the state.
    private bool GoesOn(MentionDraft draft) =>
        !draft.IsModified && draft.EndToken < document.Tokens.Count && document.Tokens[draft.EndToken].Sentence == document.Tokens[draft.FirstToken].Sentence
            && document.Tokens[draft.EndToken - 1].Folded is not ['ا', 'ل', ..] && document.Tags[draft.EndToken] is { Tag: WordTag.Noun, Prefix: 0 };
}
