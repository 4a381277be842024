using Isnad.Actors;
using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Places;

/// <summary>
/// Finds the place names of one document in four passes: listed names that need no more proof or have it beside them; names
/// that the first pass vouches for elsewhere in the article; names of the compiled gazetteer; unlisted names after a head noun. Then each is given its country.
/// </summary>
internal sealed class PlaceFinder
{
    private readonly NewsDocument document;
    private readonly Gazetteer gazetteer;
    private readonly ClosedClass closed;
    private readonly ActorLexicon actors;
    private readonly IReadOnlyList<Token> tokens;
    private readonly PlaceNoun?[] nounBefore;
    private readonly int[] nounStart;
    private readonly int[] takenUntil;
    private readonly WorldPlaceReader world;
    private readonly AreaFinder areas;
    private readonly DirectionLexicon directions;
    private readonly CountryEvidence evidence;
    private readonly HashSet<string> vouched = new(StringComparer.Ordinal);
    private readonly List<FoundPlace> found = [];

    public PlaceFinder(NewsDocument document, Gazetteer gazetteer, KnowledgeBase knowledge)
    {
        (this.document, this.gazetteer) = (document, gazetteer);
        closed = ClosedClass.Of(knowledge);
        actors = ActorLexicon.Of(knowledge);
        evidence = new() { Home = actors.CountryOfOutlet(document.Article.Outlet) };
        tokens = document.Tokens;
        world = new(document, gazetteer, closed);
        directions = DirectionLexicon.Of(knowledge);
        areas = new(tokens, directions);
        nounBefore = new PlaceNoun?[tokens.Count + 1];
        nounStart = new int[tokens.Count + 1];
        takenUntil = new int[tokens.Count + 1];
    }

    public IReadOnlyList<PlaceMention> Find()
    {
        MarkNouns();
        MarkLongNames();
        FindListed();
        FindNationalAreas();
        FindWorld();
        FindUnlisted();
        found.Sort((a, b) => a.First - b.First);
        return new PlaceResolver(document, gazetteer, evidence, nounStart, areas, directions, new(document, actors, evidence)).Resolve(found);
    }

    private void MarkNouns()
    {
        for (var token = 0; token < tokens.Count; token++)
        {
            if (tokens[token].Kind == TokenKind.Word && gazetteer.Nouns.At(tokens, token) is [var match, ..])
            {
                var next = match.EndToken;
                while (next < tokens.Count && next < match.EndToken + 1 && tokens[next].Kind == TokenKind.QuoteMark)
                {
                    next++;
                }

                if (nounBefore[next] is null && next < tokens.Count && tokens[next].Sentence == tokens[token].Sentence)
                {
                    (nounBefore[next], nounStart[next]) = (match.Value, token);
                }
            }
        }
    }

    // «القدس العربي», «جورج واشنطن»: a place inside a longer known name is none.
    private void MarkLongNames()
    {
        for (var token = 0; token < tokens.Count; token++)
        {
            if (takenUntil[token] == 0 && tokens[token].Kind == TokenKind.Word && gazetteer.LongNames.At(tokens, token) is [var match, ..])
            {
                for (var inside = token; inside < match.EndToken; inside++)
                {
                    takenUntil[inside] = match.EndToken;
                }
            }
        }
    }

    private void FindListed()
    {
        var deferred = new List<FoundPlace>();
        var token = 0;
        while (token < tokens.Count)
        {
            if (tokens[token].Kind is TokenKind.Punctuation or TokenKind.QuoteMark)
            {
                token++;
                continue;
            }

            var next = token + 1;
            foreach (var match in gazetteer.Names.At(tokens, token))
            {
                if (match.EndToken < takenUntil[token] || IsBlocked(token) || IsAdjective(token, match) || (match.EndToken == takenUntil[token] && IsQuoted(token, match.EndToken)))
                {
                    continue;
                }

                var candidates = Candidates(token, match);
                if (candidates.Count == 0)
                {
                    continue;
                }

                var place = new FoundPlace(token, match.EndToken, match.Span, candidates, nounBefore[token]);
                if (candidates.FindAll(c => HasProof(place, c, match.Proclitics)) is not { Count: > 0 } proven)
                {
                    deferred.Add(place);
                    continue;
                }

                Accept(place with { Candidates = proven });
                next = match.EndToken;
                break;
            }

            token = next;
        }

        evidence.CountAdjectives(tokens, gazetteer.Nationalities);
        foreach (var place in deferred)
        {
            if (takenUntil[place.First] == 0 && vouched.Contains(place.Candidates[0].Name) && HasPreposition(place))
            {
                Accept(place);
            }
        }
    }

    private List<PlaceEntry> Candidates(int token, PhraseMatch<PlaceEntry> longest)
    {
        var candidates = new List<PlaceEntry>();
        foreach (var match in gazetteer.Names.At(tokens, token))
        {
            if (match.EndToken == longest.EndToken && match.Span == longest.Span && IsWrittenSo(match.Span, match.Value) && !candidates.Exists(c => c.Id == match.Value.Id && c.Kind == match.Value.Kind))
            {
                candidates.Add(match.Value);
            }
        }

        return candidates;
    }

    private void Accept(FoundPlace place)
    {
        found.Add(place);
        for (var inside = place.First; inside < place.End; inside++)
        {
            takenUntil[inside] = place.End;
        }

        vouched.Add(place.Candidates[0].Name);
        if (place.Candidates is [var only])
        {
            evidence.Count(only);
        }
    }

    private bool IsWrittenSo(TextSpan span, PlaceEntry entry)
    {
        if (!entry.ExactSpelling)
        {
            return true;
        }

        Span<char> written = stackalloc char[64];
        var length = 0;
        for (var at = span.Start; at < span.End && length < written.Length; at++)
        {
            if (!ArabicFolding.IsIgnorable(document.Text[at]))
            {
                written[length++] = document.Text[at];
            }
        }

        return written[..length].SequenceEqual(entry.Spelling);
    }

    // «في تصريحات لـ«الشرق الأوسط»»: a listed body's name between quotation marks is the body.
    private bool IsQuoted(int first, int end) =>
        first > 0 && end < tokens.Count && tokens[first - 1].Kind == TokenKind.QuoteMark && tokens[end].Kind == TokenKind.QuoteMark;

    // «الحكومة السعودية»: after a noun with the article it is an adjective, «السعودية» alone the state.
    private bool IsAdjective(int token, PhraseMatch<PlaceEntry> match) =>
        match is { Value.Kind: "country", Proclitics: Proclitics.Article or Proclitics.None } && match.EndToken == token + 1 && token > 0
            && tokens[token - 1].Sentence == tokens[token].Sentence && tokens[token - 1].Kind == TokenKind.Word
            && gazetteer.Nationalities.Of(tokens[token], definite: true) is not null
            && tokens[token - 1].Shape.Segmentations.Any(cut => cut.Has(Proclitics.Article)) && !gazetteer.IsCue(tokens[token - 1]);

    private bool IsBlocked(int token)
    {
        var before = token - 1;
        while (before >= 0 && before >= token - 2 && tokens[before].Kind == TokenKind.QuoteMark)
        {
            before--;
        }

        return before >= 0 && tokens[before].Sentence == tokens[token].Sentence && tokens[token].Folded[0] != 'و' && gazetteer.IsBlocker(tokens[before]);
    }

    private bool HasProof(FoundPlace place, PlaceEntry candidate, Proclitics proclitics) => candidate.Needs switch
    {
        PlaceEvidence.None => true,
        _ when place.Noun is { IsCapital: false } || IsJoined(place.First) => true,
        PlaceEvidence.Preposition => (proclitics & Proclitics.By) != 0 || HasPreposition(place),
        _ => false,
    };

    private bool HasPreposition(FoundPlace place) =>
        place.First > 0 && tokens[place.First - 1].Sentence == tokens[place.First].Sentence && gazetteer.IsCue(tokens[place.First - 1])
        || tokens[place.First].Span.Start < place.Span.Start && tokens[place.First].Folded[0] is 'ب';

    // «جرابلس والباب وعفرين»: a name joined to a place is one.
    private bool IsJoined(int token)
    {
        if (found is not [.., var last] || tokens[last.First].Sentence != tokens[token].Sentence)
        {
            return false;
        }

        return last.End == token ? tokens[token].Folded[0] == 'و'
            : last.End == token - 1 && (tokens[token - 1].Folded is "،" or "," or "و");
    }

    // «الأراضي السورية»، «العاصمة السورية»: a noun of place with a nationality; «العاصمة السورية دمشق» is دمشق.
    private void FindNationalAreas()
    {
        for (var token = 1; token < tokens.Count; token++)
        {
            if (nounBefore[token] is not { TakesAdjective: true } noun || takenUntil[token] > 0 || gazetteer.Nationalities.Of(tokens[token], definite: true) is not { } state)
            {
                continue;
            }

            var first = nounStart[token];
            var next = token + 1;
            if (takenUntil[first] > 0 || (next < tokens.Count && takenUntil[next] > 0 && noun.IsCapital && tokens[next].Sentence == tokens[token].Sentence))
            {
                continue;
            }

            var start = gazetteer.Nouns.At(tokens, first)[0].Span.Start;
            var span = TextSpan.FromBounds(start, tokens[token].Span.End);
            var entry = noun.IsCapital && state["capital"] is { } capital
                ? new PlaceEntry(state.Id, capital, capital, state.Headword, "city", null, PlaceEvidence.None, false, false)
                : new PlaceEntry(noun.Id, span.Of(document.Text), "", state.Headword, "region", null, PlaceEvidence.None, false, false);
            found.Add(new(first, token + 1, span, [entry], null));
        }
    }

    private void FindWorld()
    {
        for (var token = 0; token < tokens.Count; token++)
        {
            if (takenUntil[token] > 0 || !gazetteer.MayOpenWorldName(tokens[token]) || IsBlocked(token))
            {
                continue;
            }

            var candidates = world.At(token, nounBefore[token], token > 0 && tokens[token - 1].Sentence == tokens[token].Sentence && gazetteer.IsCue(tokens[token - 1]), evidence, out var match);
            if (candidates.Count > 0)
            {
                Accept(new(token, match.EndToken, match.Span, candidates, nounBefore[token]));
            }
        }
    }

    // «بلدة كفروما»: the name is not listed, its head noun says that it is one.
    private void FindUnlisted()
    {
        for (var token = 1; token < tokens.Count; token++)
        {
            if (nounBefore[token] is not { NamesUnknown: true } noun || takenUntil[token] > 0 || !IsName(token))
            {
                continue;
            }

            var end = token + 1;
            if (gazetteer.OpensName(tokens[token]))
            {
                if (end >= tokens.Count || tokens[end].Sentence != tokens[token].Sentence || !IsName(end))
                {
                    continue;
                }

                end++;
            }

            var first = noun.IsPartOfName ? nounStart[token] : token;
            var start = noun.IsPartOfName ? gazetteer.Nouns.At(tokens, first)[0].Span.Start : tokens[token].Span.Start;
            found.Add(new(first, end, TextSpan.FromBounds(start, tokens[end - 1].Span.End), [], noun));
            takenUntil[token] = end;
        }
    }

    private bool IsName(int token) =>
        tokens[token] is { Kind: TokenKind.Word, Folded.Length: > 2 } word
        && closed[word] == FunctionWord.None
        && !gazetteer.IsNoName(word)
        && !gazetteer.IsCue(word)
        && nounBefore[Math.Min(token + 1, tokens.Count)] is null
        && gazetteer.Nationalities.Of(word, definite: false) is null;
}
