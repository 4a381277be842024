using Isnad.Knowledge;
using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Actors;

/// <summary>An entity while its mentions are gathered.</summary>
internal sealed class EntityBuilder(int index, ActorType type)
{
    private const string Former = "ELI";
    private const string Unknown = "UNK";
    private bool nameIsProper;
    private string? likelySector;
    private string? officeId;

    public int Index { get; } = index;

    public ActorType Type { get; set; } = type;

    public string Name { get; set; } = "";

    public string? NameEn { get; set; }

    public string? Country { get; set; }

    public string? Sector { get; set; }

    public bool CountryIsInherited { get; set; }

    public KnowledgeRecord? Known { get; set; }

    /// <summary>Folded lemma of the title or head that named it, for «الوزير» and «نظيره».</summary>
    public string? Title { get; set; }

    /// <summary>Folded lemma of the organisation head that named it, for «الحركة».</summary>
    public string? OrganizationHead { get; set; }

    public bool IsSource { get; set; }

    public bool MayBePlace { get; set; }

    /// <summary>A place or adjective points to it: it may take part in an event though nobody names it.</summary>
    public bool IsAlluded { get; set; }

    public List<int> Members { get; } = [];

    /// <summary>Who else the name may mean, or which of his offices he acts in; empty where there is no doubt.</summary>
    public IReadOnlyList<Candidate> Candidates { get; set; } = [];

    public List<ActorMention> Mentions { get; } = [];

    public List<Evidence> Because { get; } = [];

    public bool IsDual => Members.Count > 0;

    /// <summary>The person whose title this turned out to be, or null.</summary>
    public EntityBuilder? Bearer { get; set; }

    /// <summary>Takes what knowledge says of a listed person, body or state.</summary>
    public void Take(Standing standing)
    {
        Country = standing.Country;
        Sector = standing.IsSure ? standing.Sector : null;
        likelySector = standing.Sector;
    }

    /// <summary>Takes what the title said that is now known to be this person's.</summary>
    public void TakeTitle(EntityBuilder titled)
    {
        Sector ??= likelySector is null && titled.Sector != Unknown ? titled.Sector : null;
        Title ??= titled.Title;
        if (titled.Country is not null && (Country is null || (CountryIsInherited && !titled.CountryIsInherited)))
        {
            (Country, CountryIsInherited) = (titled.Country, titled.CountryIsInherited);
        }

        Because.AddRange(titled.Because.Take(2));
    }

    /// <summary>Takes the id and the English name that an office of a state has by rule: «وزارة الدفاع الروسية», «Russia: defence ministry».</summary>
    public void TakeOffice(PhraseHead office, KnowledgeRecord state)
    {
        officeId ??= $"{office.Record.Id}/{state.Headword}";
        NameEn ??= office.Record["en"] is { } en ? $"{state["en"]}: {en}" : null;
    }

    /// <summary>Takes a mention: the fullest name stays, what is known of country and sector is filled in.</summary>
    public void Add(MentionDraft draft, TextSpan span, TextSpan nameSpan, string text)
    {
        Mentions.Add(new(span, draft.FirstToken, draft.EndToken, nameSpan, Index, draft.HasPreposition));
        var name = draft.HidesArticle && nameSpan.Start == draft.Start ? "ال" + nameSpan.Of(text)[1..] : nameSpan.Of(text);
        if (Known is null && (Name.Length == 0 || (draft.HasName && (!nameIsProper || name.Length > Name.Length))))
        {
            (Name, nameIsProper) = (name, draft.HasName);
        }

        if (draft.Country is not null && (Country is null || (CountryIsInherited && !draft.CountryIsInherited)))
        {
            (Country, CountryIsInherited) = (draft.Country, draft.CountryIsInherited);
        }

        // Who holds no office that day is what the text calls them («القيادي»); a former president keeps his title by courtesy only,
        // an officer his rank.
        Sector ??= likelySector == Former && (draft.Sector == "MIL" || draft.Head?.Record.Is("single-holder") == true) ? null : draft.Sector;
        Title = draft.Head is { IsTitle: true } head ? head.Lemma : Title;
        OrganizationHead = draft.Head is { IsOrganization: true } body ? body.Lemma : OrganizationHead;
        IsSource |= draft.Head?.Record.Is("is-source") == true || draft.Known?.Record.Is("is-source") == true;
        if (Because.Count < 6)
        {
            Because.AddRange(draft.Because);
        }
    }

    public Entity Build() => new(Index, Name, NameEn, Type, Country, Sector ?? likelySector, Known?.Id ?? officeId, [.. Mentions], IsDual, [.. Members], MayBePlace, IsSource, [.. Because]) { Candidates = Candidates };
}
