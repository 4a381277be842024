using Isnad.Language;

namespace Isnad.Places;

/// <summary>
/// What an article says of the countries it deals with: how often it names a place or uses the adjective of each, and which
/// provinces it names. It decides whether طرابلس lies in Libya or in Lebanon.
/// </summary>
internal sealed class CountryEvidence
{
    private readonly Dictionary<string, int> weights = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <summary>The outlet's country, or null.</summary>
    public string? Home { get; init; }

    /// <summary>The country that the article speaks of most, or null.</summary>
    public string? Main { get; private set; }

    /// <summary>True where the article names the country, a place in it, or its people.</summary>
    public bool Speaks(string country) => weights.ContainsKey(country);

    public void Count(string country)
    {
        var weight = weights[country] = weights.GetValueOrDefault(country) + 1;
        if (Main is null || weight > weights[Main])
        {
            Main = country;
        }
    }

    public void CountAdjectives(IReadOnlyList<Token> tokens, Nationalities nationalities)
    {
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Word && nationalities.Of(token, definite: false) is { } state)
            {
                Count(state.Headword);
            }
        }
    }

    public void Count(PlaceEntry entry)
    {
        names.Add(entry.Name);
        if (entry.Country is { } country)
        {
            Count(country);
        }
    }

    /// <summary>The likeliest of several places of one name.</summary>
    /// <param name="candidates">At least one.</param>
    /// <param name="noun">The head noun before it, or null.</param>
    public PlaceEntry Best(IReadOnlyList<PlaceEntry> candidates, PlaceNoun? noun) => candidates.MaxBy(c => Score(c, noun))!;

    /// <summary>How much speaks for a place, from 0 on: one that nothing speaks for has as much as that it is listed.</summary>
    public (double Weight, string Reason) Weigh(PlaceEntry candidate, PlaceNoun? noun)
    {
        const double Listed = 1;
        var score = Score(candidate, noun);
        var named = candidate.Country is { } country ? weights.GetValueOrDefault(country) : 0;
        var reason = named > 0 ? $"{candidate.Country} is spoken of {named} times" : candidate.Country is null ? "lies in several countries" : $"{candidate.Country} is not spoken of";
        // A state is meant before a town or a part of another that is called so.
        score += candidate.Kind == "country" || candidate.Kind == noun?.Kind ? 1 : 0;
        return (score < 0 ? 0 : Listed + (2 * score), candidate.IsDefault ? $"best known of the name; {reason}" : reason);
    }

    private double Score(PlaceEntry candidate, PlaceNoun? noun)
    {
        var score = candidate.Country is { } country ? weights.GetValueOrDefault(country) : 0.0;
        score += candidate.Province is { } province && names.Contains(province) ? 3 : 0;
        // «مدينة الكويت» is the city, «دولة الكويت» the country, and الكويت alone the country.
        score += noun?.Kind is { } kind && (kind == "country") != (candidate.Kind == "country") ? -100 : 0;
        score += candidate.IsDefault ? 0.5 : 0;
        // «الجوف» in a Saudi paper is not Yemen's.
        score += Home is not null && candidate.Country == Home ? 0.75 : 0;
        return score;
    }
}
