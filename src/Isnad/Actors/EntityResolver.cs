using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Tagging;
using Isnad.Pipeline;
using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Actors;

/// <summary>
/// Decides who is who: mentions of one entity by its entry, by its name or the end of it, by title and country, by the word
/// that points back. One pass in text order; every look-up is by key.
/// </summary>
internal sealed class EntityResolver
{
    // A single candidate as likely as this needs no mention.
    private const double Doubtless = 0.8;
    private readonly NewsDocument document;
    private readonly ActorLexicon lexicon;
    private readonly IReadOnlyList<MentionDraft> drafts;
    private readonly DraftNames names;
    private readonly EntityTable table;
    private readonly TitleWords titles = new();
    private readonly BackReferences references;
    private readonly CountryContext context;
    private readonly PersonChooser chooser;
    // Persons whom the article names in full somewhere: their surname alone is theirs.
    private readonly HashSet<KnowledgeRecord> inFull = [];
    // «هذا النظام» is the one last named in full.
    private readonly Dictionary<string, string> ownerCountry = new(StringComparer.Ordinal);

    /// <param name="document">The article, read up to its mentions.</param>
    /// <param name="lexicon">Names, titles and offices.</param>
    /// <param name="drafts">The phrases that name somebody, in text order.</param>
    public EntityResolver(NewsDocument document, ActorLexicon lexicon, IReadOnlyList<MentionDraft> drafts)
    {
        (this.document, this.lexicon, this.drafts) = (document, lexicon, drafts);
        names = new(document);
        table = new(document, lexicon);
        references = new(table, lexicon, document);
        context = new(document, lexicon, drafts);
        chooser = new(document, lexicon, context);
        foreach (var draft in drafts)
        {
            if (draft is { Known: { Kind: KnownKind.Person, IsPart: false } named, Rivals.Count: 1 })
            {
                inFull.Add(named.Record);
            }
        }
    }

    /// <param name="alluded">States that the text points to without naming them; they are entities too, after all others.</param>
    public IReadOnlyList<Entity> Resolve(IEnumerable<KnowledgeRecord> alluded)
    {
        MentionDraft? before = null;
        EntityBuilder? entityBefore = null;
        var open = new OpenTitle(document, lexicon);
        foreach (var draft in drafts)
        {
            var owner = draft.Owner ?? (draft.Head is { IsOffice: true } office ? office.Lemma : null);
            var inherited = draft is { Type: ActorType.Person, HasName: true, Head: null } ? context.Dominant : ownerCountry.GetValueOrDefault(owner ?? "") ?? context.At(draft.FirstToken);
            if (draft.Country is null && NeedsCountry(draft) && inherited is { } country)
            {
                (draft.Country, draft.CountryIsInherited) = (country, true);
            }
            else if (draft.Country is not null && owner is not null)
            {
                ownerCountry[owner] = draft.Country;
            }

            var entity = Apposed(draft, before, entityBefore) ?? Of(draft, before, entityBefore);
            entity = entity?.Bearer ?? entity;
            entity = open.Take(draft, entity) is { } titled && entity is not null ? Merge(titled, entity) : entity;
            if (entity is not null)
            {
                var span = draft.Span(document.Tokens);
                entity.Add(draft, span, names.Span(draft, span), document.Text);
                references.Saw(entity);
            }

            (before, entityBefore) = (draft, entity);
        }

        foreach (var state in alluded)
        {
            table.Known(state, ActorType.Geopolitical).IsAlluded = true;
        }

        return table.Build();
    }

    // An army, a ministry or «الرئيس» is some country's even where the phrase does not say whose.
    private static bool NeedsCountry(MentionDraft draft) => draft switch
    {
        { Known: not null } or { BackReference: not null } or { IsAbroad: true } => false,
        { Type: ActorType.Person } or { Head.IsOffice: true } => true,
        { Head.IsGeneric: true } => draft.Sector is not ("UNK" or "IGO" or "NGO" or "JRN" or "UAF") && !draft.Head.Record.Is("is-international"),
        // Media, aid organisations and armed groups cross borders; «مصادر» may be anybody's.
        _ => draft.Head?.Sector is "GOV" or "MIL" or "LEG" or "COP" or "SPY" or "JUD" or "CVL" or "OPP" or "REF" or "PTY" or "LAB" or "MED",
    };

    // «سمير النشار، القيادي في الحزب»: one of a kind, named right before.
    private EntityBuilder? Apposed(MentionDraft draft, MentionDraft? before, EntityBuilder? entityBefore) =>
        draft is { HasName: false, BackReference: null, Head.IsGeneric: true } && before is { HasName: true, Type: ActorType.Person, Head.Sector: null } && entityBefore is { IsDual: false }
            && lexicon.Heads.At(document.Tokens, draft.FirstToken).Exists(m => m.Value is { IsTitle: true, Number: Number.Singular }) && draft.IsApposedTo(before, document.Tokens) ? entityBefore : null;

    private EntityBuilder? Of(MentionDraft draft, MentionDraft? before, EntityBuilder? entityBefore)
    {
        if (draft.BackReference is { } reference)
        {
            return references.Resolve(draft, reference);
        }

        if (draft.DualCountries.Count > 1)
        {
            return Dual(draft);
        }

        if (draft.Speaks && references.LatestCalled(draft, document.Tokens) is { } called)
        {
            return called;
        }

        if (draft is { HasName: true, Type: ActorType.Person, Speaks: false })
        {
            return Person(draft, before, entityBefore);
        }

        if (draft.Known is { } known && (draft.Head is null || known.Kind == KnownKind.Organization))
        {
            return draft.Rivals.Count > 1 ? Body(draft) : table.Known(known.Record, draft.Type);
        }

        return draft.Head is { IsTitle: true } && draft.Type == ActorType.Person ? Titled(draft, before, entityBefore) : Headed(draft);
    }

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

    // «موتكو: …» in a headline, «وزير الرياضة فيتالي موتكو» below it: somebody called by his surname alone before he is named in full.
    private EntityBuilder? CalledBefore(List<string> words, MentionDraft draft) =>
        table.People.CalledBefore(words) is { Known: null } called
            && (called.Country is null || called.CountryIsInherited || draft.Country is null || draft.CountryIsInherited || called.Country == draft.Country) ? called : null;

    // «حزب العدالة والتنمية» is of Turkey, Morocco or Egypt: the one whose country the article names most.
    private EntityBuilder Body(MentionDraft draft)
    {
        if (draft.Rivals.FirstOrDefault(r => table.ByKey.GetValueOrDefault(r.Record.Id) is { Mentions.Count: > 0 }) is { } named)
        {
            return table.Known(named.Record, draft.Type);
        }

        var (chosen, candidates) = chooser.Choose(draft, draft.Rivals);
        var key = "name:" + string.Join(' ', names.Of(draft));
        var entity = chosen is not null ? table.Known(chosen.Record, draft.Type) : table.ByKey.TryGetValue(key, out var open) ? open : table.ByKey[key] = table.New(draft.Type);
        entity.Candidates = candidates;
        if (chosen is null && draft.Rivals.Select(r => r.Record["sector"]).Distinct().Take(2).ToList() is [{ } sector])
        {
            entity.Sector = sector;
        }

        return entity;
    }

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

    private EntityBuilder Headed(MentionDraft draft)
    {
        // A state's government by whatever word is the state.
        if (draft is { Type: ActorType.Geopolitical, Country: { } country } && lexicon.States.TryGetValue(country, out var state))
        {
            return table.Known(state, ActorType.Geopolitical);
        }

        if (draft is { HasName: false, IsModified: false, Head.IsOrganization: true } && references.LatestOrganization(draft.Head!.Lemma) is { } spokenOf)
        {
            return spokenOf;
        }

        // Of whose sector nothing is said, a source or group is of an unknown one (UNK), not of none.
        draft.Sector ??= draft.Head is { IsGeneric: true } ? "UNK" : null;
        var key = draft is { Head: null, Type: ActorType.Group } ? $"people:{draft.Country}"
            : draft.HasName ? "name:" + string.Join(' ', names.Of(draft))
            : $"{draft.Head?.Record.Id}:{draft.Head?.Lemma}:{draft.Country}:{draft.Sector}";
        var headed = table.ByKey.TryGetValue(key, out var known) ? known : table.ByKey[key] = table.New(draft.Type);
        if (draft is { HasName: false, Known: null, Head: { IsOffice: true } office, CountryIsInherited: false, Country: { } of } && lexicon.States.TryGetValue(of, out var owner))
        {
            headed.TakeOffice(office, owner);
        }

        if (draft.Alias.End > draft.Alias.First)
        {
            table.ByKey.TryAdd("name:" + string.Join(' ', names.Of(draft.Alias, draft)), headed);
        }

        return headed;
    }

    private EntityBuilder Dual(MentionDraft draft)
    {
        var dual = table.New(draft.Type);
        foreach (var country in draft.DualCountries.Distinct())
        {
            var key = $"{draft.Head!.Record.Id}:{draft.Head.Lemma}:{country}:{draft.Sector}";
            if (!table.ByKey.TryGetValue(key, out var member))
            {
                table.ByKey[key] = member = table.New(draft.Type);
                (member.Country, member.Sector) = (country, draft.Sector);
                member.Name = $"{draft.Head.Record.Headword} {lexicon.States.GetValueOrDefault(country)?["adjective"]}".TrimEnd();
            }

            member.Add(draft, draft.Span(document.Tokens), draft.Span(document.Tokens), document.Text);
            dual.Members.Add(member.Index);
        }

        dual.Country = null;
        return dual;
    }
}
