using Isnad.Actors;
using Isnad.Pipeline;
using Isnad.Reading;

namespace Isnad.Places;

/// <summary>
/// What an ambiguous place name may mean: «طرابلس» of two countries, «صلاح الدين» a province or a person. Weighs each by what the
/// article says of its country and by what stands around the name; without enough evidence the place stays open.
/// </summary>
internal sealed class PlaceRivals
{
    private const double Enough = 0.5;
    private const double Named = 4;
    private readonly NewsDocument document;
    private readonly ActorLexicon actors;
    private readonly CountryEvidence evidence;
    private readonly HashSet<int> inPersonName = [];

    public PlaceRivals(NewsDocument document, ActorLexicon actors, CountryEvidence evidence)
    {
        (this.document, this.actors, this.evidence) = (document, actors, evidence);
        foreach (var name in document.Tags.Names.Where(n => n.Type == "PER"))
        {
            inPersonName.UnionWith(Enumerable.Range(name.FirstToken, name.EndToken - name.FirstToken));
        }
    }

    /// <summary>The candidates, the likeliest first; empty for a name that means one place and nobody.</summary>
    /// <param name="place">Where the name stands.</param>
    /// <param name="possible">The places of that name.</param>
    public IReadOnlyList<Candidate> Of(FoundPlace place, IReadOnlyList<PlaceEntry> possible)
    {
        var persons = Persons(place);
        var places = possible.DistinctBy(p => p.Id).ToList();
        // A city and the province around it are no two places to confuse.
        if (persons.Count == 0 && places.DistinctBy(p => p.Country).Count() < 2)
        {
            return [];
        }

        var isPlaced = place.Noun is not null || place.Span.Start > document.Tokens[place.First].Span.Start;
        var weighed = places.Select(p => (p.Id, p.Country, Told: evidence.Weigh(p, place.Noun)))
            .Select(p => (p.Id, p.Country, Weight: p.Told.Weight + (isPlaced ? Named : 0), p.Told.Reason))
            .Concat(persons.Select(p => (p.Record.Id, OfficeHolders.Standing(p.Record, document.DayOfWriting).Country, Weight: IsPerson(place) ? Named : 0.5, Reason: "a person of that name")))
            .ToList();
        var sum = weighed.Sum(w => w.Weight);
        return [.. weighed.Where(w => w.Weight > 0).OrderByDescending(w => w.Weight).ThenBy(w => w.Id, StringComparer.Ordinal)
            .Select(w => new Candidate(w.Id, w.Country, null, Math.Round(w.Weight / sum, 2), w.Reason))];
    }

    /// <summary>Whether a place is likely enough to be told.</summary>
    public static bool IsSure(IReadOnlyList<Candidate> candidates, PlaceEntry best) =>
        candidates.Count < 2 || (candidates[0].Known == best.Id && candidates[0].Score > Enough);

    /// <summary>The country that all candidates lie in, or null.</summary>
    public static string? Country(IReadOnlyList<Candidate> candidates) => candidates.All(c => c.Country == candidates[0].Country) ? candidates[0].Country : null;

    private List<KnownName> Persons(FoundPlace place) =>
        [.. actors.Names.At(document.Tokens, place.First).Where(m => m.EndToken == place.End && m.Value.Kind == KnownKind.Person).Select(m => m.Value).DistinctBy(n => n.Record)];

    private bool IsPerson(FoundPlace place) => inPersonName.Contains(place.First);
}
