using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Pipeline;
using Isnad.Time.Grammar;
using Isnad.Time.Meaning;

namespace Isnad.Time;

/// <summary>
/// Whether the clause around an expression speaks of the past or of the future: «سيعقد الأربعاء» means the next Wednesday,
/// «عقد الأربعاء» the last. Looks back to the nearest verb, then a little ahead.
/// </summary>
/// <param name="document">Its tokens.</param>
/// <param name="text">The same, as the grammar sees them.</param>
/// <param name="words">Readings of a token.</param>
internal sealed class TenseFinder(NewsDocument document, TimeText text, Func<int, IReadOnlyList<WordReading>> words)
{
    private const int Back = 14;
    private const int Ahead = 6;
    private const int ShortestFuture = 4;

    public Direction At(TimeMatch match)
    {
        text.Enter(document.Tokens[match.FirstToken].Sentence);
        for (var token = match.FirstToken - 1; token >= Math.Max(text.First, match.FirstToken - Back); token--)
        {
            if (Tense(token) is not Direction.Unknown and var found)
            {
                return found;
            }
        }

        for (var token = match.EndToken; token < Math.Min(text.End, match.EndToken + Ahead); token++)
        {
            if (Tense(token) is not Direction.Unknown and var found)
            {
                return found;
            }
        }

        return Direction.Unknown;
    }

    private Direction Tense(int token)
    {
        if (!text.IsWord(token))
        {
            return Direction.Unknown;
        }

        if (text.Small(token, "future-cue", bare: false) is not null)
        {
            return Direction.Future;
        }

        if (text.Small(token, "past-cue", bare: false) is not null)
        {
            return Direction.Past;
        }

        var future = IsFutureForm(document.Tokens[token]);
        foreach (var reading in words(token))
        {
            if (reading.Cut.Has(Proclitics.Future))
            {
                return Direction.Future;
            }

            if (reading.Sense.Verb is { Tense: Language.Morphology.Tense.Past })
            {
                return future ? Direction.Future : Direction.Past;
            }
        }

        return future && text.Small(token, "not-future", bare: false) is null ? Direction.Future : Direction.Unknown;
    }

    // «سيـ» and «ستـ» open a future verb unless the word is listed as another («سياسة»، «ستين»).
    private bool IsFutureForm(Token token)
    {
        var word = token.Folded.AsSpan();
        word = word.Length > ShortestFuture && word[0] is 'و' or 'ف' && word[1] == 'س' ? word[1..] : word;
        return word.Length >= ShortestFuture && word[0] == 'س' && word[1] is 'ي' or 'ت' && text.AtomsAt(token.Index).Length == 0
            && !word.EndsWith("ه") && !word.EndsWith("ات");
    }
}
