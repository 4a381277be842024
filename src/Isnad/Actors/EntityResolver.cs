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
internal sealed partial class EntityResolver
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
