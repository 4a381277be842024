using Isnad.Attribution;
using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Syntax;
using Isnad.Language.Tagging;
using Isnad.Pipeline;
using Isnad.Reading;

namespace Isnad.Actors;

/// <summary>
/// Finds those whom no list knows by what they do: who stands between a verb of saying and the words said is somebody, whatever he
/// is called («وقالت جماعة لواء الحق إن …», «وأضاف قيادي في الحركة أن …»).
/// </summary>
internal sealed class SpeakingNouns(NewsDocument document, ActorLexicon lexicon, ClosedClass closed, AttributionLexicon words, Func<int, NameSpan?> nameAt)
{
    private const int LongestPhrase = 7;
    private const int Reach = 16;
    private readonly IReadOnlyList<Token> tokens = document.Tokens;
    // Where words that somebody said open.
    private readonly HashSet<int> speech = [.. document.Quotations.Where(q => q.IsSpeech).Select(q => q.Span.Start)];

    /// <summary>The phrase that begins at a token, or null.</summary>
    public MentionDraft? At(int token)
    {
        var opens = token == document.Sentences[tokens[token].Sentence].FirstToken;
        // What costs least and says most is asked first: few words stand right after a verb of saying.
        if ((!opens && Verb(token - 1) is null) || !IsNoun(token) || words.Statements.At(tokens, token, pronouns: true).Count > 0)
        {
            return null;
        }

        var end = EndOfPhrase(token);
        var at = opens ? end : token - 1;
        if (at >= tokens.Count || tokens[at].Sentence != tokens[token].Sentence || Verb(at) is not { } verb || !Fits(token, verb) || !WordsFollow(Math.Max(end, at + 1), verb.Entry))
        {
            return null;
        }

        var draft = new MentionDraft
        {
            FirstToken = token,
            EndToken = end,
            Start = tokens[token].Span.Start,
            Type = tokens[token].Folded is [.., 'و' or 'ي', 'ن'] ? ActorType.Group : verb.Gender == Gender.Feminine ? ActorType.Organization : ActorType.Person,
            NameTokens = (token, end),
            Sector = "UNK",
            Speaks = true,
        };
        for (var next = token + 1; next < end; next++)
        {
            if (lexicon.Affiliation(tokens[next]) is { } record)
            {
                (draft.Country, draft.Sector) = (draft.Country ?? ActorLexicon.CountryOf(record), record.Kind == "state" ? draft.Sector : record["sector"] ?? draft.Sector);
            }
        }

        draft.Because.Add(new("actor.speaks", verb.Entry.Id, document.Quote(tokens[at].Span), "subject of a verb of saying that words follow"));
        return draft;
    }

    private (KnowledgeRecord Entry, Gender Gender)? Verb(int token)
    {
        if (token > 0 && closed.Is(tokens[token - 1], FunctionWord.Complementizer | FunctionWord.Negator))
        {
            return null;
        }

        foreach (var reading in document.Words[token])
        {
            if (reading is { Cut.Enclitic.Length: 0, Sense: { Entry.Kind: "cue-verb", Verb: { Person: 3, Number: Number.Singular, Voice: Voice.Active, Tense: not Tense.Imperative } features } }
                && (reading.Sense.Entry["role"] == "relay" || reading.Sense.Entry.Values("takes").Contains("clause")))
            {
                return (reading.Sense.Entry, features.Gender);
            }
        }

        return null;
    }

    private bool IsNoun(int token) =>
        tokens[token].Kind == TokenKind.Word && closed[tokens[token]] == FunctionWord.None && !words.IsCourtesy(tokens[token]) && !words.IsObjectOnly(tokens[token])
            && !words.IsPartWord(tokens[token])
            && document.Tags[token] is { Prefix: 0, Suffix: 0, Tag: WordTag.Noun or WordTag.Adj or WordTag.X or WordTag.Propn }
            && tokens[token].Folded[^1] != 'ا'
            && document.Words[token].All(r => r.Sense.Verb is null && r.Sense.Class != WordClass.Masdar);

    // «أكد ضرورة …»: a feminine after a masculine verb is its object, and the other way round.
    // Broken plurals and names of bodies are feminine without a sign («لجان»، «صحف»).
    private bool Fits(int token, (KnowledgeRecord Entry, Gender Gender) verb) => tokens[token].Folded[^1] != 'ه' || verb.Gender == Gender.Feminine;

    private int EndOfPhrase(int token)
    {
        var end = token + 1;
        while (end < tokens.Count && end < token + LongestPhrase && tokens[end].Sentence == tokens[token].Sentence && tokens[end].Kind == TokenKind.Word
            && closed[tokens[end]] == FunctionWord.None && !words.OpensContent(tokens, end) && document.Tags[end] is { Prefix: 0, Suffix: 0, Tag: WordTag.Noun or WordTag.Adj or WordTag.X or WordTag.Propn or WordTag.Num }
            && nameAt(end) is not { Type: "PER" } && tokens[end].Folded[^1] != 'ا')
        {
            end++;
        }

        return end;
    }

    // The words come after «أن», a colon or a mark, or after «عن» and whose they are.
    private bool WordsFollow(int from, KnowledgeRecord verb)
    {
        var sentence = document.Sentences[tokens[from - 1].Sentence];
        for (var at = from; at < sentence.EndToken && at < from + Reach; at++)
        {
            if ((verb["role"] != "relay" && words.OpensContent(tokens, at)) || (document.Tags[at].Prefix > 0 && tokens[at].Folded[0] == 'ب' && verb.Values("takes").Contains("ب")) || tokens[at].Folded == ":" || (tokens[at].Kind == TokenKind.QuoteMark && (!verb.Values("takes").Contains("object") || speech.Contains(tokens[at].Span.Start)))
                || (verb["role"] == "relay" && closed.PrepositionOf(tokens[at]) is { } preposition && verb.Values("source-after").Any(p => Text.ArabicFolding.Fold(p) == preposition)))
            {
                return true;
            }

            if (closed.Is(tokens[at], FunctionWord.Relative) || document.Words[at].Any(r => r.Sense.Verb is not null && r.Sense.Entry.Kind == "cue-verb"))
            {
                return false;
            }
        }

        return false;
    }
}
