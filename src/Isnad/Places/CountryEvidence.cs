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
    public PlaceEntry Best(IReadOnlyList<PlaceEntry> candidates, PlaceNoun? noun)
    {
        var best = candidates[0];
        var bestScore = double.MinValue;
        foreach (var candidate in candidates)
        {
            var score = candidate.Country is { } country ? weights.GetValueOrDefault(country) : 0.0;
            score += candidate.Province is { } province && names.Contains(province) ? 3 : 0;
            // «مدينة الكويت» is the city, «دولة الكويت» the country, and الكويت alone the country.
            score += noun?.Kind is { } kind && (kind == "country") != (candidate.Kind == "country") ? -100 : 0;
            score += candidate.IsDefault ? 0.5 : 0;
            if (score > bestScore)
            {
                (best, bestScore) = (candidate, score);
            }
        }

        return best;
    }
}
