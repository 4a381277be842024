using Isnad.Language.Morphology;
using Isnad.Pipeline;

namespace Isnad.Language.Syntax;

/// <summary>Decides which tokens are finite verbs here: most forms without vowel signs are a noun as well («قتل»، «بحث»).</summary>
internal sealed class FiniteVerbs(NewsDocument document, ClosedClass closed, MentionMap mentions)
{
    private const int ShortestGuess = 4;

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
            return LooksPresent(token);
        }

        var verb = false;
        var opened = AfterOpener(token);
        foreach (var reading in readings)
        {
            verb |= reading.Sense.Verb is not null;
            if (reading.Sense.Verb is null && !opened && Cuts(reading) <= CutsOfVerb(readings) && !OpensClause(token))
            {
                return false;
            }
        }

        return verb && (opened || !FollowsPreposition(token));
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

    private static int Cuts(WordReading reading) =>
        System.Numerics.BitOperations.PopCount((uint)(reading.Cut.Proclitics & ~(Proclitics.And | Proclitics.So))) + (reading.Cut.Enclitic.Length > 0 ? 1 : 0);

    private static int CutsOfVerb(IReadOnlyList<WordReading> readings) =>
        readings.Where(r => r.Sense.Verb is not null).Select(Cuts).DefaultIfEmpty(int.MaxValue).Min();

    /// <summary>
    /// A verb that no entry derives: a word that begins with the ya of the present («يتضمن»). Names with ya are mentions, months
    /// are temporal expressions, and after a preposition no verb stands.
    /// </summary>
    private bool LooksPresent(int token)
    {
        var current = document.Tokens[token];
        var word = current.Folded is ['و' or 'ف', ..] ? current.Folded[1..] : current.Folded;
        return word.Length >= ShortestGuess && word[0] == 'ي' && word[^1] is not ('ه' or 'ا') && mentions.TimeEndAt(token) == 0
            && closed[current] == FunctionWord.None && !FollowsPreposition(token);
    }
}
