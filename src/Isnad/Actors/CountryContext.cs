using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Pipeline;

namespace Isnad.Actors;

/// <summary>
/// Which country «الحكومة» or «الشرطة» is of where the phrase does not say: the one named last in the paragraph, else the one
/// that the dateline, the headline or most of the article speaks of.
/// </summary>
internal sealed class CountryContext
{
    private readonly List<(int Token, int Paragraph, string Country)> named = [];
    private readonly Dictionary<string, int> weights = new(StringComparer.Ordinal);
    private readonly string? main;
    private readonly NewsDocument document;

    public CountryContext(NewsDocument document, ActorLexicon lexicon, IReadOnlyList<MentionDraft> drafts)
    {
        this.document = document;
        foreach (var place in document.Places)
        {
            if (place.Country is { } country)
            {
                Add(place.FirstToken, country);
            }
        }

        foreach (var draft in drafts)
        {
            if ((draft.Country ?? (draft.Known is { Kind: KnownKind.State } state ? state.Record.Headword : null)) is { } country && lexicon.States.ContainsKey(country))
            {
                Add(draft.FirstToken, country);
            }
        }

        named.Sort((a, b) => a.Token - b.Token);
        // The title and the first paragraph say what an article is about.
        foreach (var (_, paragraph, country) in named)
        {
            weights[country] = weights.GetValueOrDefault(country) + (paragraph <= 1 ? 3 : 1);
        }

        main = weights.Count > 0 ? named.MaxBy(n => weights[n.Country]).Country : lexicon.CountryOfOutlet(document.Article.Outlet);
        Dominant = main is not null && weights.Count > 0 && weights[main] * 3 >= weights.Values.Sum() * 2 ? main : null;
    }

    /// <summary>How much of what the article says of countries it says of this one: 0 to 1.</summary>
    public double Share(string country) => weights.TryGetValue(country, out var weight) ? (double)weight / weights.Values.Sum() : 0;

    /// <summary>The country that two thirds of the article speak of, or null: what an unknown person without a title is most likely of.</summary>
    public string? Dominant { get; }

    /// <summary>The country that a bare office at a token is most likely of, or null.</summary>
    public string? At(int token)
    {
        var paragraph = ParagraphOf(token);
        var low = 0;
        for (var high = named.Count; low < high;)
        {
            var middle = (low + high) / 2;
            (low, high) = named[middle].Token < token ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && named[low - 1].Paragraph == paragraph ? named[low - 1].Country : main;
    }

    private void Add(int token, string country) => named.Add((token, ParagraphOf(token), country));

    private int ParagraphOf(int token) => document.Sentences[document.Tokens[token].Sentence].Paragraph;
}
