using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Pipeline;
using Isnad.Time.Grammar;
using Isnad.Time.Meaning;

namespace Isnad.Time;

/// <summary>
/// Whether the clause around an expression speaks of the past or of the future: «سيعقد الأربعاء» means the next Wednesday,
/// «عقد الأربعاء» the last. Looks back to the nearest verb, then a little ahead. A present just before a day announces:
/// «تنطلق يوم الجمعة».
/// </summary>
/// <param name="document">Its tokens.</param>
/// <param name="text">The same, as the grammar sees them.</param>
/// <param name="words">Readings of a token.</param>
internal sealed class TenseFinder(NewsDocument document, TimeText text, Func<int, IReadOnlyList<WordReading>> words)
{
    private const int Back = 14;
    private const int Ahead = 6;
    private const int ShortestFuture = 4;
    private const int ClauseOfPresent = 4;
    private const int ClauseOfPast = 6;
    private const int ReachOfWas = 3;

    public Direction At(TimeMatch match)
    {
        text.Enter(document.Tokens[match.FirstToken].Sentence);
        if (text.Follows(match.FirstToken, "until-a-day"))
        {
            // «تأجلت الجلسة إلى الخميس»
            return Direction.Future;
        }

        var together = true;
        for (var token = match.FirstToken - 1; token >= Math.Max(text.First, match.FirstToken - Back); token--)
        {
            together &= document.Tokens[token].Kind != TokenKind.Punctuation;
            if ((together && match.FirstToken - token <= ClauseOfPresent ? Present(token, match.FirstToken - token) : Direction.Unknown) is not Direction.Unknown and var announced)
            {
                return announced;
            }

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

    /// <summary>
    /// Whether a verb of the same clause tells the date as over: «زار موسكو في نيسان». What somebody announced may be to
    /// come: «أعلن إجراء الانتخابات في نيسان».
    /// </summary>
    public bool Happened(TimeMatch match)
    {
        text.Enter(document.Tokens[match.FirstToken].Sentence);
        for (var token = match.FirstToken - 1; token >= Math.Max(text.First, match.FirstToken - ClauseOfPast) && document.Tokens[token].Kind != TokenKind.Punctuation; token--)
        {
            var readings = words(token);
            if (readings.Any(reading => reading.Sense.Verb is not null))
            {
                return readings.All(reading => reading.Sense is { Verb.Tense: Language.Morphology.Tense.Past, Entry.Kind: "verb" });
            }

            if (text.Small(token, "clause-opener", bare: false) is not null)
            {
                return false;
            }
        }

        return false;
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

    // «تعقد اللجنة جلسة يوم الثلاثاء»; but «لم تعقد» and «كانت تعقد» are past.
    private Direction Present(int token, int distance)
    {
        if (!text.IsWord(token) || !IsPresent(token, distance))
        {
            return Direction.Unknown;
        }

        for (var before = token - 1; before >= Math.Max(text.First, token - ReachOfWas); before--)
        {
            if (text.Small(before, "was", bare: false) is not null || (before == token - 1 && text.Small(before, "did-not", bare: false) is not null))
            {
                return Direction.Past;
            }
        }

        return Direction.Future;
    }

    private bool IsPresent(int token, int distance)
    {
        var word = document.Tokens[token].Folded;
        var readings = words(token);
        if (readings.Count > 0)
        {
            // «تقدم» is both: he came forward, she presents.
            return readings.All(reading => reading.Sense.Verb is { Tense: Language.Morphology.Tense.Present, Person: 3 });
        }

        // A verb that no entry derives; many nouns begin with ت, few with ي.
        return word.Length >= ShortestFuture && word[0] == 'ي' && distance <= 2 && text.AtomsAt(token).Length == 0;
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
