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

    // A source unnamed is coded as such; an honorific says nothing of its bearer.
    public string? Sector => Record["sector"] is "UNK" && !IsGeneric ? null : Record["sector"];
}

/// <summary>A people named by its plural, and how the word is cut.</summary>
internal sealed record PeopleMatch(KnowledgeRecord State, Segmentation Cut);

/// <summary>Names and heads of <c>knowledge/actors</c>, ready to be found in tokens.</summary>
internal sealed class ActorLexicon
{
    private readonly GatedWords<KnowledgeRecord> affiliations;
    private readonly GatedWords<KnowledgeRecord> peoples;
    private readonly Dictionary<string, KnowledgeRecord?> personsBySkeleton = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnowledgeRecord?> personsByEnds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnowledgeRecord> outlets = new(StringComparer.Ordinal);
    private readonly HashSet<string> givenNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Gender> stateGenders = new(StringComparer.Ordinal);
    private readonly HashSet<string> placeOpeners;
    private readonly HashSet<string> bodyOpeners;

    public ActorLexicon(KnowledgeBase knowledge, WordGate gate)
    {
        (Names, Heads, Epithets, BackReferences) = (new(gate), new(gate), new(gate), new(gate));
        (affiliations, peoples) = (new(gate), new(gate));
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

        foreach (var (adjective, state) in knowledge.OfKind("state").SelectMany(s => s.Values("adjective").Select(a => (a, s))))
        {
            foreach (var form in HeadForms.People(adjective))
            {
                peoples.TryAdd(ArabicFolding.Fold(form), state);
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
        bodyOpeners = [.. knowledge.OfKind("body-opener").SelectMany(r => r.Values("words")).Select(w => ArabicFolding.Fold(w))];
        Offices = new OfficeHolders(knowledge);
        States = knowledge.OfKind("state").ToDictionary(r => r.Headword, StringComparer.Ordinal);
        foreach (var state in States.Values)
        {
            stateGenders.TryAdd(ArabicFolding.Fold(state["name"]!), state["gender"] == "masculine" ? Gender.Masculine : Gender.Feminine);
            foreach (var capital in state.Values("capital"))
            {
                stateGenders.TryAdd(ArabicFolding.Fold(capital), Gender.Feminine);
            }
        }

    }

    public GatedTrie<KnownName> Names { get; }

    public GatedTrie<PhraseHead> Heads { get; }

    public GatedTrie<KnowledgeRecord> Epithets { get; }

    public GatedTrie<KnowledgeRecord> BackReferences { get; }

    public OfficeHolders Offices { get; }

    /// <summary>The gender of a state named by one word, its own name or its capital; null for any other word.</summary>
    public Gender? GenderOfState(Token token) => stateGenders.TryGetValue(token.Folded, out var gender) ? gender : null;

    /// <summary>States by ISO 3166 alpha-3.</summary>
    public IReadOnlyDictionary<string, KnowledgeRecord> States { get; }

    public static ActorLexicon Of(KnowledgeBase knowledge) => NameTables.Of(knowledge).Actors;

    /// <summary>All listed persons, or bodies, whose name stands at a token and ends where the longest of them does.</summary>
    public IReadOnlyList<KnownName> BearersAt(IReadOnlyList<Token> tokens, int start, KnownKind kind) =>
        Names.At(tokens, start) is not [_, ..] names || names.Find(m => m.Value.Kind == kind) is not { Value: not null } first ? []
            : [.. names.Where(m => m.Value.Kind == kind && m.EndToken == first.EndToken).Select(m => m.Value).DistinctBy(n => n.Record)];

    /// <summary>The state or other affiliation whose adjective a token is, or null; a conjunction before it is stepped over on demand.</summary>
    public KnowledgeRecord? Affiliation(Token token, bool joined = false)
    {
        if (!affiliations.MayHold(token))
        {
            return null;
        }

        foreach (var cut in token.Shape.Segmentations)
        {
            var allowed = joined ? cut.Has(Proclitics.And) : !cut.Has(Proclitics.And | Proclitics.So);
            if (allowed && !cut.HasPreposition && !cut.Has(Proclitics.Future) && cut.Enclitic.Length == 0 && affiliations[cut.Stem] is { } record)
            {
                return record;
            }
        }

        return null;
    }

    /// <summary>«مدينة», «في»: a state's name after it is a place.</summary>
    public bool OpensPlace(Token token) => placeOpeners.Contains(token.Folded) || (token.Folded is ['و', ..] && placeOpeners.Contains(token.Folded[1..]));

    /// <summary>The state whose people a token names, as a noun in the plural: «الإسرائيليون», «للتونسيين».</summary>
    public PeopleMatch? People(Token token)
    {
        if (!peoples.MayHold(token))
        {
            return null;
        }

        foreach (var cut in token.Shape.Segmentations)
        {
            if (cut.Enclitic.Length == 0 && !cut.Has(Proclitics.Future) && peoples[cut.Stem] is { } state)
            {
                return new(state, cut);
            }
        }

        return null;
    }

    /// <summary>
    /// The listed person whose name, however spelt, has these consonants, or who has the first and last of these names and is of
    /// the country: «خالد محفوظ بحاح» is «خالد بحاح»; null for none or several.
    /// </summary>
    public KnowledgeRecord? PersonSpeltLike(string foldedName, string? country) =>
        (personsBySkeleton.GetValueOrDefault(NameSkeleton.Of(foldedName)) is { } alike && (country is null ? IsAsLong(alike, foldedName) : IsOf(alike, country)) ? alike : null)
            ?? (country is not null && Ends(foldedName) is { } ends && personsByEnds.GetValueOrDefault(ends) is { } person && IsOf(person, country) ? person : null);

    /// <summary>True for a word that some listed person's name begins with: «صالح».</summary>
    public bool IsGivenName(string folded) => givenNames.Contains(folded);

    /// <summary>«في», «لدى»: the body that somebody belongs to follows.</summary>
    public bool OpensBody(Token token) => bodyOpeners.Contains(token.Folded);

    /// <summary>Country of a listed outlet, whatever name of it is given, or null.</summary>
    public string? CountryOfOutlet(string? outlet)
    {
        if (outlet is null)
        {
            return null;
        }

        // «Jawhara FM (Tunisia)», «الوطن (سورية)»: the brackets say which of that name.
        var open = outlet.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : outlet.IndexOf(')', open);
        return close > open + 1 && outlets.TryGetValue(ArabicFolding.Fold(outlet.AsSpan(open + 1, close - open - 1).Trim()), out var land) ? land.Headword
            : outlets.TryGetValue(ArabicFolding.Fold(open < 0 ? outlet : outlet.AsSpan(0, open).Trim()), out var record) ? CountryOf(record) : null;
    }

    /// <summary>Country that an affiliation or state record stands for.</summary>
    public static string? CountryOf(KnowledgeRecord record) => record.Kind == "state" ? record.Headword : record["country"];

    // Without a country «محمد الباجوري» is not «محمد باقري», though their consonants sound alike.
    private static bool IsAsLong(KnowledgeRecord person, string foldedName) =>
        person.Values("also").Prepend(person.Headword).Any(name => Math.Abs(ArabicFolding.Fold(name).Length - foldedName.Length) <= 1);

    private static bool IsOf(KnowledgeRecord person, string country) => person["country"] == country || person.Children("roles").Any(role => role["country"] == country);

    // First and last of three names or more; null for fewer.
    private static string? Ends(string foldedName)
    {
        var words = foldedName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 2 ? NameSkeleton.Of($"{words[0]} {words[^1]}") : null;
    }

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

    // A key that two share names neither.
    private static void Enter(Dictionary<string, KnowledgeRecord?> persons, string key, KnowledgeRecord record) =>
        persons[key] = persons.TryGetValue(key, out var other) && other != record ? null : record;

    private void Add(KnowledgeRecord record, KnownKind kind, IReadOnlyList<string> names, IEnumerable<string> parts)
    {
        foreach (var name in kind == KnownKind.Person ? names.Where(n => n.Contains(' ', StringComparison.Ordinal)) : [])
        {
            var folded = ArabicFolding.Fold(name);
            givenNames.Add(folded[..folded.IndexOf(' ', StringComparison.Ordinal)]);
            Enter(personsBySkeleton, NameSkeleton.Of(folded), record);
            Enter(personsByEnds, Ends(folded) ?? NameSkeleton.Of(folded), record);
        }

        foreach (var name in kind == KnownKind.State || record.Is("is-source") ? names.Append(record["en"] ?? "") : [])
        {
            outlets.TryAdd(ArabicFolding.Fold(name), record);
        }

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
