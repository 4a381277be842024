using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Text;

namespace Isnad.Actors;

/// <summary>What a listed name names.</summary>
internal enum KnownKind
{
    Person,
    Organization,
    State,
}

/// <summary>A listed name: «أردوغان», «حماس», «موسكو».</summary>
/// <param name="Record">The entry.</param>
/// <param name="Kind">What it names.</param>
/// <param name="IsPart">A surname, capital or seat of power rather than the name itself.</param>
internal sealed record KnownName(KnowledgeRecord Record, KnownKind Kind, bool IsPart);

/// <summary>A noun that opens a phrase naming somebody: a title, office, unnamed agent, organisation or agreement.</summary>
/// <param name="Record">The entry; its kind says which.</param>
/// <param name="Number">Dual heads name two: «وزيرا», «هيئتا».</param>
/// <param name="Lemma">The head as its entry writes it, folded: what two phrases have in common.</param>
internal sealed record PhraseHead(KnowledgeRecord Record, Number Number, string Lemma)
{
    public bool IsTitle => Record.Kind == "title";

    public bool IsOffice => Record.Kind == "office";

    public bool IsGeneric => Record.Kind == "generic";

    public bool IsOrganization => Record.Kind == "organization-head";

    public bool IsAgreement => Record.Kind == "agreement-head";

    public string? Sector => Record["sector"] is "UNK" ? null : Record["sector"];
}

/// <summary>Names and heads of <c>knowledge/actors</c>, ready to be found in tokens.</summary>
internal sealed class ActorLexicon
{
    private readonly Dictionary<string, KnowledgeRecord> affiliations = new(StringComparer.Ordinal);
    private readonly HashSet<string> placeOpeners;

    private ActorLexicon(KnowledgeBase knowledge)
    {
        AddNames(knowledge);
        foreach (var record in knowledge.Records.Where(r => r.Kind is "title" or "office" or "generic" or "organization-head" or "agreement-head"))
        {
            foreach (var (form, number, lemma) in HeadForms.Of(record))
            {
                Heads.Add(form, new(record, number, lemma));
            }
        }

        foreach (var record in knowledge.Records.Where(r => r.Kind is "affiliation" or "state"))
        {
            foreach (var adjective in record.Kind == "state" ? record.Values("adjective") : [record.Headword, .. record.Values("also")])
            {
                foreach (var form in HeadForms.Adjective(adjective))
                {
                    affiliations.TryAdd(ArabicFolding.Fold(form), record);
                }
            }
        }

        foreach (var record in knowledge.OfKind("epithet"))
        {
            foreach (var word in record.Values("words"))
            {
                Epithets.Add(word, record);
            }
        }

        foreach (var record in knowledge.OfKind("back-reference"))
        {
            foreach (var word in record.Values("also").Prepend(record.Headword))
            {
                BackReferences.Add(word, record);
            }
        }

        placeOpeners = [.. knowledge.OfKind("place-opener").SelectMany(r => r.Values("words")).Select(w => ArabicFolding.Fold(w))];
        Offices = new OfficeHolders(knowledge);
        States = knowledge.OfKind("state").ToDictionary(r => r.Headword, StringComparer.Ordinal);
    }

    public PhraseTrie<KnownName> Names { get; } = new();

    public PhraseTrie<PhraseHead> Heads { get; } = new();

    public PhraseTrie<KnowledgeRecord> Epithets { get; } = new();

    public PhraseTrie<KnowledgeRecord> BackReferences { get; } = new();

    public OfficeHolders Offices { get; }

    /// <summary>States by ISO 3166 alpha-3.</summary>
    public IReadOnlyDictionary<string, KnowledgeRecord> States { get; }

    public static ActorLexicon Of(KnowledgeBase knowledge) => knowledge.Table(k => new ActorLexicon(k));

    /// <summary>The state or other affiliation whose adjective a token is, or null; a conjunction before it is stepped over on demand.</summary>
    public KnowledgeRecord? Affiliation(Token token, bool joined = false)
    {
        foreach (var cut in token.Shape.Segmentations)
        {
            var allowed = joined ? cut.Has(Proclitics.And) : !cut.Has(Proclitics.And | Proclitics.So);
            if (allowed && !cut.HasPreposition && !cut.Has(Proclitics.Future) && cut.Enclitic.Length == 0 && affiliations.TryGetValue(cut.Stem, out var record))
            {
                return record;
            }
        }

        return null;
    }

    /// <summary>«مدينة», «في»: a state's name after it is a place.</summary>
    public bool OpensPlace(Token token) => placeOpeners.Contains(token.Folded) || (token.Folded is ['و', ..] && placeOpeners.Contains(token.Folded[1..]));

    /// <summary>Country that an affiliation or state record stands for.</summary>
    public static string? CountryOf(KnowledgeRecord record) => record.Kind == "state" ? record.Headword : record["country"];

    private void AddNames(KnowledgeBase knowledge)
    {
        foreach (var record in knowledge.Records)
        {
            switch (record.Kind)
            {
                case "person":
                    Add(record, KnownKind.Person, [record.Headword, .. record.Values("also")], record.Values("surname"));
                    break;
                case "organization":
                    Add(record, KnownKind.Organization, [record.Headword, .. record.Values("also")], []);
                    break;
                case "state":
                    Add(record, KnownKind.State, [.. record.Values("name"), .. record.Values("also")], [.. record.Values("capital"), .. record.Values("seats")]);
                    break;
            }
        }
    }

    private void Add(KnowledgeRecord record, KnownKind kind, IEnumerable<string> names, IEnumerable<string> parts)
    {
        foreach (var name in names)
        {
            Names.Add(name, new(record, kind, false));
        }

        foreach (var part in parts)
        {
            Names.Add(part, new(record, kind, true));
        }
    }
}
