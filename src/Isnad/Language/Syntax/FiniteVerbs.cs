using Isnad.Language.Morphology;
using Isnad.Language.Tagging;
using Isnad.Pipeline;

namespace Isnad.Language.Syntax;

/// <summary>Decides which tokens are finite verbs here: most forms without vowel signs are a noun as well («قتل»، «بحث»).</summary>
internal sealed class FiniteVerbs(NewsDocument document, ClosedClass closed, MentionMap mentions)
{
    private const int ShortestGuess = 4;
    private const int ClauseReach = 15;

    /// <summary>True where a token can only be a finite verb, or is one by its surroundings.</summary>
    public bool IsVerb(int token)
    {
        var current = document.Tokens[token];
        if (current.Kind != TokenKind.Word || mentions.IsInside(token))
        {
            return false;
        }

        var readings = document.Words[token];
        if (readings.Count == 0)
        {
            return IsUnlistedVerb(token);
        }

        if (closed[current] != FunctionWord.None)
        {
            return false;
        }

        var noun = false;
        var verb = false;
        var cuts = CutsOfVerb(readings);
        foreach (var reading in readings)
        {
            verb |= IsReported(reading);
            noun |= reading.Sense.Verb is null && Cuts(reading) <= cuts;
        }

        return verb && (AfterOpener(token) || (!FollowsPreposition(token) && (!noun || IsVerbHere(token))));
    }

    /// <summary>Of a form that is verb and noun: a verb where it opens its clause, or where a subject stands before it and no verb yet.</summary>
    private bool IsVerbHere(int token)
    {
        if (OpensClause(token))
        {
            return !IsDescribed(token + 1);
        }

        if (document.Tokens[token].Folded is ['و', ..] && document.Words[token].Any(r => r.Sense.Verb is not null && r.Cut.Has(Proclitics.And)))
        {
            return token + 1 < document.Tokens.Count && mentions.StartingAt(token + 1) is { HasPreposition: false };
        }

        return mentions.IsInside(token - 1) && !HasVerbBefore(token);
    }

    /// <summary>«قصف مدفعي»، «قصف على»: what stands there belongs to a noun.</summary>
    private bool IsDescribed(int next)
    {
        if (next >= document.Tokens.Count || mentions.StartingAt(next) is not null)
        {
            return false;
        }

        var token = document.Tokens[next];
        return token.Kind == TokenKind.Word && (closed.PrepositionOf(token) is not null
            || (token.Folded.EndsWith('ي') || token.Folded.EndsWith("يه", StringComparison.Ordinal)) && !token.Folded.StartsWith("ال", StringComparison.Ordinal));
    }

    /// <summary>Whether the clause has a verb already, so that «أعلن الجيش قصف مواقع» goes on with a masdar.</summary>
    private bool HasVerbBefore(int token)
    {
        for (var at = token - 1; at >= 0 && at >= token - ClauseReach && document.Tokens[at].Sentence == document.Tokens[token].Sentence; at--)
        {
            if (document.Tokens[at].Kind == TokenKind.Punctuation || closed.Is(document.Tokens[at], FunctionWord.Complementizer | FunctionWord.Subordinator))
            {
                return false;
            }

            var readings = document.Words[at];
            if (!mentions.IsInside(at) && (readings.Count == 0 ? IsUnlistedVerb(at) : readings.Any(r => r.Sense.Verb is not null)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True right after a word that a verb follows: قد، لم، أن، الذي، كان.</summary>
    public bool AfterOpener(int token) => token > 0
        && document.Tokens[token - 1].Sentence == document.Tokens[token].Sentence
        && closed.Is(document.Tokens[token - 1], FunctionWord.Auxiliary | FunctionWord.Negator | FunctionWord.Complementizer | FunctionWord.Relative)
        && !closed.Is(document.Tokens[token - 1], FunctionWord.Preposition);

    /// <summary>First word of a sentence, or after a mark: where an Arabic verb stands, and a masdar seldom.</summary>
    public bool OpensClause(int token) =>
        token == 0 || document.Tokens[token - 1].Sentence != document.Tokens[token].Sentence || document.Tokens[token - 1].Kind is TokenKind.Punctuation;

    public bool FollowsPreposition(int token) => token > 0
        && document.Tokens[token - 1].Sentence == document.Tokens[token].Sentence && closed.PrepositionOf(document.Tokens[token - 1]) is not null;

    // A report commands nobody and says «you» to nobody.
    private static bool IsReported(WordReading reading) => reading.Sense.Verb is { Tense: not Tense.Imperative, Person: not 2 };

    private static int Cuts(WordReading reading) =>
        System.Numerics.BitOperations.PopCount((uint)(reading.Cut.Proclitics & ~(Proclitics.And | Proclitics.So))) + (reading.Cut.Enclitic.Length > 0 ? 1 : 0);

    private static int CutsOfVerb(IReadOnlyList<WordReading> readings) =>
        readings.Where(IsReported).Select(Cuts).DefaultIfEmpty(int.MaxValue).Min();

    /// <summary>
    /// A verb that no entry derives: what the tagger calls one, and without a tagger a word that begins with the ya of the present
    /// («يتضمن»).
    /// </summary>
    private bool IsUnlistedVerb(int token)
    {
        var current = document.Tokens[token];
        if (closed[current] != FunctionWord.None || mentions.TimeEndAt(token) > 0 || FollowsPreposition(token))
        {
            return false;
        }

        if (document.Tags[token].Tag is not WordTag.Unknown and var tag)
        {
            return tag == WordTag.Verb;
        }

        var word = current.Folded is ['و' or 'ف', ..] ? current.Folded[1..] : current.Folded;
        return word.Length >= ShortestGuess && word[0] == 'ي' && word[^1] is not ('ه' or 'ا');
    }
}
