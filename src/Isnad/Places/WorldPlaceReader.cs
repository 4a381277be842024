using Isnad.Language;
using Isnad.Language.Syntax;
using Isnad.Language.Tagging;
using Isnad.Pipeline;

namespace Isnad.Places;

/// <summary>
/// Says where a name of the compiled gazetteer is a place. Most of its names are small towns called like a word, a person or a
/// state, so a name counts only where its surroundings make it one: a head noun («بلدة»), or a preposition before a word that the
/// models take for a name; and where the article gives a reason to think of the country.
/// </summary>
internal sealed class WorldPlaceReader
{
    // So large that it needs no reason to be named.
    private const int WellKnown = 200_000;
    private const int ShortestName = 3;
    private readonly NewsDocument document;
    private readonly Gazetteer gazetteer;
    private readonly ClosedClass closed;
    private readonly NameSpan?[] names;

    public WorldPlaceReader(NewsDocument document, Gazetteer gazetteer, ClosedClass closed)
    {
        (this.document, this.gazetteer, this.closed) = (document, gazetteer, closed);
        names = new NameSpan?[document.Tokens.Count];
        foreach (var name in document.Tags.Names)
        {
            for (var token = name.FirstToken; token < name.EndToken; token++)
            {
                names[token] = name;
            }
        }
    }

    /// <summary>The places that the words at a token may name; empty for none.</summary>
    /// <param name="token">Where the name begins.</param>
    /// <param name="noun">The head noun before it, or null.</param>
    /// <param name="hasPreposition">Whether a preposition of place stands before it.</param>
    /// <param name="evidence">What the article says of countries.</param>
    /// <param name="match">The words.</param>
    public List<PlaceEntry> At(int token, PlaceNoun? noun, bool hasPreposition, CountryEvidence evidence, out WorldMatch match)
    {
        match = default;
        if (document.Tokens[token].Kind != TokenKind.Word || closed[document.Tokens[token]] != FunctionWord.None || gazetteer.World.At(document.Tokens, token) is not { } found
            || found.EndToken - token == 1 && found.Span.Length < ShortestName)
        {
            return [];
        }

        match = found;
        var single = found.EndToken == token + 1;
        var (isLocation, isForeign) = (IsLocation(token, found.EndToken), IsForeign(token, found.EndToken));
        // «قاعدة تشابمان» and «مستوطنة …» have names of their own; the town called so is another place.
        var isNamed = noun is { IsCapital: false, IsPartOfName: false, Kind: not ("country" or "water") } && !IsPerson(token)
            && (noun.Kind is not null || !gazetteer.IsHomograph(document.Tokens[token]))
            || (hasPreposition || found.Proclitics.HasFlag(Proclitics.By)) && (isLocation || isForeign) && !(single && gazetteer.IsHomograph(document.Tokens[token]));
        if (IsWord(token, single) || IsListed(token, found.EndToken) || !HasClitics(token, found.Proclitics) || !isNamed && !(isLocation && isForeign && found.Places.Any(p => p.Population >= WellKnown)))
        {
            return [];
        }

        return [.. found.Places.Where(p => p.Kind == "country" || p.Population >= WellKnown || evidence.Speaks(p.Country)).Select(AsEntry)];
    }

    private static PlaceEntry AsEntry(WorldPlace place) =>
        new(place.Id, place.Name, place.Name, place.Country, place.Kind, null, PlaceEvidence.None, false, place.Population >= WellKnown, place.Point);

    private bool IsPerson(int token) => names[token] is { Type: "PER" };

    private bool IsLocation(int token, int end) => names[token] is { Type: "LOC" } name && name.FirstToken == token && name.EndToken == end;

    // «ببابا», «لادا», «كبرى»: the models too must see a preposition there.
    private bool HasClitics(int token, Proclitics clitics) =>
        !clitics.HasFlag(Proclitics.Like) && ((clitics & ~Proclitics.Article) == 0 || document.Tags[token].Prefix > 0);

    // What knowledge lists with a country and with what must stand beside it is not found again.
    private bool IsListed(int token, int end) => gazetteer.Names.At(document.Tokens, token).Exists(m => m.EndToken == end);

    // «مدينة», «البلاد», «عين» are towns somewhere; «محافظة إدلب» is a name there and a head noun with a name here.
    private bool IsWord(int token, bool single) =>
        gazetteer.Nouns.At(document.Tokens, token).Exists(m => single || m.Value is { IsPartOfName: false, Kind: not null })
            || single && (gazetteer.IsNoName(document.Tokens[token]) || gazetteer.OpensName(document.Tokens[token]));

    // «في الباب» may be in the door: a preposition proves a place only before what the models take for a name.
    private bool IsForeign(int token, int end)
    {
        for (var at = token; at < end; at++)
        {
            if (names[at] is { Type: "PER" or "ORG" or "MISC" } || document.Tags[at].Tag is not (WordTag.X or WordTag.Propn))
            {
                return false;
            }
        }

        return true;
    }
}
