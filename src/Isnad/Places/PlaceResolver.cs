using Isnad.Language;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Places;

/// <summary>A stretch of tokens with the places it may be; an unlisted name has none.</summary>
/// <param name="Noun">The head noun before it, or null.</param>
internal readonly record struct FoundPlace(int First, int End, TextSpan Span, IReadOnlyList<PlaceEntry> Candidates, PlaceNoun? Noun);

/// <summary>Says of each place found which of its namesakes it is, what kind, and what area the text makes of it.</summary>
internal sealed class PlaceResolver(
    NewsDocument document, Gazetteer gazetteer, CountryEvidence evidence, int[] nounStart, AreaFinder areas, DirectionLexicon directions, PlaceRivals rivals)
{
    private readonly IReadOnlyList<Token> tokens = document.Tokens;

    /// <param name="found">In text order.</param>
    public List<PlaceMention> Resolve(IReadOnlyList<FoundPlace> found)
    {
        var places = new List<PlaceMention>(found.Count);
        for (var index = 0; index < found.Count; index++)
        {
            var place = found[index];
            if (places is [.., var last] && place.First < last.EndToken)
            {
                continue;
            }

            if (place.Candidates.Count == 0)
            {
                places.Add(new(place.Span, place.First, place.End, place.Span.Of(document.Text), NearCountry(found, places, index), place.Noun!.Kind ?? "city", place.Noun.Id));
                continue;
            }

            var possible = Called(place) ?? place.Candidates;
            var entry = evidence.Best(possible, place.Noun);
            var kind = place.Noun?.Kind is { } named && entry.Kind is "city" or "district" or "province" ? place.Noun.Kind : entry.Kind;
            var candidates = rivals.Of(place, possible);
            places.Add(PlaceRivals.IsSure(candidates, entry)
                ? new(place.Span, place.First, place.End, entry.Name, entry.Country, kind, entry.Id, entry.Point, AreaOf(place, entry, kind)) { Candidates = candidates }
                : new(place.Span, place.First, place.End, entry.Name, PlaceRivals.Country(candidates), kind, null) { Candidates = candidates });
        }

        return places;
    }

    // «إقليم البنجاب الهندي», «طرابلس اللبنانية»: the adjective says which.
    private IReadOnlyList<PlaceEntry>? Called(FoundPlace place) =>
        place.Candidates.Count > 1 && place.End < tokens.Count && tokens[place.End].Sentence == tokens[place.First].Sentence
            && gazetteer.Nationalities.Of(tokens[place.End], definite: true) is { } state
            && place.Candidates.Where(c => c.Country == state.Headword).ToList() is { Count: > 0 } called ? called : null;

    private GeoArea? AreaOf(FoundPlace place, PlaceEntry entry, string kind)
    {
        // «شمال [مدينة] حلب»: the head noun belongs to the place, a direction does not.
        var start = place.Noun is not null && directions.Bearing(tokens[nounStart[place.First]]) is null ? nounStart[place.First] : place.First;
        // «ريف [حلب]» is the province around it.
        var isPart = start < place.First && place.Noun is { Kind: null };
        var box = entry.Country is not { } country ? null
            : kind == "country" ? gazetteer.Boxes.GetValueOrDefault((country, null))
            : kind == "province" || isPart ? gazetteer.Boxes.GetValueOrDefault((country, entry.Name)) : null;
        return kind is "continent" or "region" or "water" ? null : areas.Of(start, place.End, entry.Point, box, isPart);
    }

    // «بلدة كفروما في ريف إدلب»: an unlisted place lies where its neighbours in the sentence lie, else where the article is.
    private string? NearCountry(IReadOnlyList<FoundPlace> found, List<PlaceMention> before, int index)
    {
        var place = found[index];
        var sentence = document.Sentences[tokens[place.First].Sentence];
        if (index + 1 < found.Count && found[index + 1] is { Candidates.Count: > 0 } next && next.First < Math.Min(sentence.EndToken, place.End + 12))
        {
            return evidence.Best(next.Candidates, next.Noun).Country;
        }

        return before is [.., var last] && last.FirstToken >= sentence.FirstToken ? last.Country : evidence.Main;
    }
}
