using System.Globalization;
using Isnad.Actors;
using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Text;

namespace Isnad.Places;

/// <summary>Every listed place name, the nouns and prepositions around them, and the names that merely contain one.</summary>
internal sealed class Gazetteer
{
    private readonly HashSet<string> cues;
    private readonly HashSet<string> blockers;
    private readonly HashSet<string> nonNames;
    private readonly HashSet<string> nameOpeners;
    private readonly HashSet<string> homographs;
    private readonly WordGate gate;
    private readonly uint world;

    public Gazetteer(KnowledgeBase knowledge, Nationalities nationalities, WordGate gate)
    {
        this.gate = gate;
        (Names, Nouns, LongNames) = (new(gate), new(gate), new(gate));
        World = WorldPlaces.Of(knowledge);
        world = gate.AddList();
        foreach (var word in World.FirstWords)
        {
            gate.Open(word, world);
        }

        cues = Words(knowledge, "place-cue");
        blockers = Words(knowledge, "place-blocker");
        nonNames = Words(knowledge, "no-place-name");
        homographs = Words(knowledge, "place-homograph");
        nameOpeners = Words(knowledge, "place-name-opener");
        Nationalities = nationalities;
        var listed = new HashSet<(string, string?)>();
        foreach (var record in knowledge.OfKind("place"))
        {
            Add(record, listed);
        }

        foreach (var record in knowledge.OfKind("state"))
        {
            AddState(record, listed);
        }

        foreach (var record in knowledge.OfKind("place-noun"))
        {
            var noun = new PlaceNoun(record.Id, record["names"], record.Is("names-unknown"), record.Is("part-of-name"), record.Is("takes-adjective"), record.Is("capital"));
            foreach (var word in record.Values("also").Prepend(record.Headword))
            {
                Nouns.Add(word, noun);
            }
        }

        AddLongNames(knowledge);
    }

    public GatedTrie<PlaceEntry> Names { get; }

    public GatedTrie<PlaceNoun> Nouns { get; }

    /// <summary>Names of bodies and persons of several words: the place inside «القدس العربي» is none.</summary>
    public GatedTrie<string> LongNames { get; }

    public Nationalities Nationalities { get; }

    /// <summary>What GeoNames and CLDR list.</summary>
    public WorldPlaces World { get; }

    /// <summary>How far states (by country) and provinces (by country and name) stretch.</summary>
    public Dictionary<(string Country, string? Province), GeoBox> Boxes { get; } = [];

    public static Gazetteer Of(KnowledgeBase knowledge) => NameTables.Of(knowledge).Places;

    /// <summary>False for a word that no name of <see cref="World"/> begins with.</summary>
    public bool MayOpenWorldName(Token token) => gate.IsOpen(token, world);

    /// <summary>True for a word that says where: في، قرب، باتجاه.</summary>
    public bool IsCue(Token token) => Listed(cues, token);

    /// <summary>True for a word whose name is no place: «شارع بغداد», «صحيفة القدس».</summary>
    public bool IsBlocker(Token token) => Listed(blockers, token);

    /// <summary>True for a word that follows a head noun without naming the place: «بلدة صغيرة».</summary>
    public bool IsNoName(Token token) => Listed(nonNames, token);

    /// <summary>True for a first word of a name that needs a second: تل، دير، عين.</summary>
    public bool OpensName(Token token) => nameOpeners.Contains(token.Folded);

    /// <summary>True for a word that some small place is called as well: «السوق».</summary>
    public bool IsHomograph(Token token) => Listed(homographs, token);

    private void Add(KnowledgeRecord record, HashSet<(string, string?)> listed)
    {
        var needs = record["needs-context"] switch
        {
            "head-noun" => PlaceEvidence.HeadNoun,
            "preposition" => PlaceEvidence.Preposition,
            _ => PlaceEvidence.None,
        };
        var point = PointOf(record);
        Stretch(record, point);
        foreach (var spelling in record.Values("also").Prepend(record.Headword))
        {
            // A longer alias such as «صور اللبنانية» needs no further proof.
            var own = spelling.Contains(' ', StringComparison.Ordinal) && spelling != record.Headword ? PlaceEvidence.None : needs;
            Names.Add(spelling, new(record.Id, record.Headword, spelling, record["country"], record["kind"] ?? "city", record["in"], own, record.Is("exact-spelling"), record.Is("default"), point));
            listed.Add((ArabicFolding.Fold(spelling), record["country"]));
        }
    }

    private static GeoPoint? PointOf(KnowledgeRecord record) =>
        double.TryParse(record["lat"], CultureInfo.InvariantCulture, out var latitude) && double.TryParse(record["lon"], CultureInfo.InvariantCulture, out var longitude)
            ? new(latitude, longitude) : null;

    private void Stretch(KnowledgeRecord record, GeoPoint? point)
    {
        if (point is null || record["country"] is not { } country || record["kind"] is not ("city" or "district" or "site"))
        {
            return;
        }

        (Boxes.TryGetValue((country, null), out var state) ? state : Boxes[(country, null)] = new()).Add(point);
        if (record["in"] is { } province)
        {
            (Boxes.TryGetValue((country, province), out var box) ? box : Boxes[(country, province)] = new()).Add(point);
        }
    }

    // A state's names and its capital are facts of its own record; a capital that the place files describe further is not listed twice.
    private void AddState(KnowledgeRecord record, HashSet<(string, string?)> listed)
    {
        var code = record.Headword;
        var name = record["name"] ?? code;
        // «الكيان الإسرائيلي» names the state as an actor and no land.
        foreach (var spelling in record.Values("also").Prepend(name).Where(s => !listed.Contains((ArabicFolding.Fold(s), code)) && !nonNames.Contains(ArabicFolding.Fold(s))))
        {
            Names.Add(spelling, new(record.Id, name, spelling, code, "country", null, PlaceEvidence.None, false, false));
        }

        foreach (var capital in record.Values("capital").Where(s => !listed.Contains((ArabicFolding.Fold(s), code))))
        {
            Names.Add(capital, new(record.Id, record["capital"]!, capital, code, "city", null, PlaceEvidence.None, false, false));
        }
    }

    private void AddLongNames(KnowledgeBase knowledge)
    {
        foreach (var record in knowledge.OfKind("organization").Concat(knowledge.OfKind("person")))
        {
            foreach (var name in record.Values("also").Prepend(record.Headword).Where(n => n.Contains(' ', StringComparison.Ordinal)))
            {
                LongNames.Add(name, record.Id);
            }
        }
    }

    private static HashSet<string> Words(KnowledgeBase knowledge, string kind) =>
        [.. knowledge.OfKind(kind).SelectMany(r => r.Values("also").Prepend(r.Headword)).Select(w => ArabicFolding.Fold(w))];

    private static bool Listed(HashSet<string> words, Token token)
    {
        if (words.Contains(token.Folded))
        {
            return true;
        }

        foreach (var cut in token.Shape.Segmentations)
        {
            if (cut.Enclitic.Length == 0 && !cut.Has(Proclitics.Future) && words.Contains(cut.Key))
            {
                return true;
            }
        }

        return false;
    }
}
