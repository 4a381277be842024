using System.Numerics;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Syntax;
using Isnad.Language.Tagging;
using Isnad.Pipeline;
using Isnad.Text;

namespace Isnad.Events;

/// <summary>Finds the words that may name events and decides, where a form is both verb and noun, which it is here.</summary>
internal sealed class TriggerFinder(NewsDocument document, EventLexicon lexicon, ClauseScanner scanner, EventGates gates)
{
    private readonly UnlikelyForms unlikely = new(document, scanner);
    private readonly SpanSet places = new(document.Places.Select(p => p.Span));
    private readonly SpanSet times = new(document.Times.Select(t => t.Span));

    /// <summary>Triggers in text order, at most one a token.</summary>
    public IEnumerable<Trigger> Find()
    {
        var tokens = document.Tokens;
        var byline = document.Structure.Byline;
        var token = 0;
        while (token < tokens.Count)
        {
            var current = tokens[token];
            if (current.Kind != TokenKind.Word || byline?.Overlaps(current.Span) == true)
            {
                token++;
                continue;
            }

            if (PhraseAt(token) is { } phrase)
            {
                yield return phrase;
                token = phrase.EndToken;
                continue;
            }

            if (!IsPlaceName(token) && !TellsTime(token) && WordAt(token) is { } word && (!scanner.IsInsideMention(token) || IsAside(word)))
            {
                yield return word;
            }

            token++;
        }
    }

    // «…، متهماً «قوى سوداء» بـ»: the same word names a defendant, but not after a comma and in the accusative.
    private bool IsAside(Trigger word) => word.Class == WordClass.Participle && word.FirstToken > 0 && document.Tokens[word.FirstToken - 1].Folded is "،" or ",";

    // «تشاد» is no «is praised», «سيستان» no «will resent».
    private bool IsPlaceName(int token) => document.Tags[token].Tag == WordTag.Propn && places.Overlaps(document.Tokens[token].Span);

    // «فجر الأربعاء» is dawn, and nobody blew Wednesday up.
    private bool TellsTime(int token) => times.Overlaps(document.Tokens[token].Span);

    private Trigger? PhraseAt(int token)
    {
        foreach (var match in lexicon.Phrases.At(document.Tokens, token, pronouns: true))
        {
            if (lexicon.FrameOf(match.Value) is { } frame && gates.Suits(frame, token, match.EndToken) && !(scanner.MentionAt(token) is { } mention && mention.EndToken >= match.EndToken))
            {
                return new(frame, token, match.EndToken, match.Span, null,
                    new(document.Tokens[token].Folded, match.Proclitics, match.Enclitic, "", 0), WordClass.Noun);
            }
        }

        return null;
    }

    private Trigger? WordAt(int token)
    {
        Trigger? verb = null, noun = null;
        var passive = false;
        foreach (var reading in document.Words[token])
        {
            if (lexicon.FrameOf(reading.Sense.Entry) is not { } frame || reading.Sense.Entry.Headword.Contains(' ', StringComparison.Ordinal)
                || unlikely.Has(token, reading) || !gates.Suits(frame, token, token + 1))
            {
                continue;
            }

            var span = TextSpan.FromBounds(document.Tokens[token].OffsetOf(reading.Cut.Offset), document.Tokens[token].Span.End);
            var trigger = new Trigger(frame, token, token + 1, span, reading.Sense.Verb, reading.Cut, reading.Sense.Class) { Participle = reading.Sense.Participle };
            if (trigger.IsVerb)
            {
                passive |= trigger.IsPassive;
                verb = verb is null || IsBetter(trigger, verb) ? trigger : verb;
            }
            else if ((trigger.Class != WordClass.Participle || StandsAsVerb(trigger)) && (noun is null || IsBetter(trigger, noun)))
            {
                noun = trigger;
            }
        }

        return verb is not null && scanner.IsFiniteVerb(token) ? verb with { MayBePassive = passive } : noun;
    }

    private static bool IsBetter(Trigger one, Trigger other)
    {
        if (Cost(one) != Cost(other))
        {
            return Cost(one) < Cost(other);
        }

        // Of active and passive, the active one, unless nobody stands there to do it: decided with the participants.
        return IsNarrower(one, other) || (!IsNarrower(other, one) && other.IsPassive && !one.IsPassive);
    }

    // «استدعى السفير» and «استدعى القضاء»: of two entries of one word, the one whose words stand near is the closer description.
    private static bool IsNarrower(Trigger one, Trigger other) => one.Frame.When.Count > 0 && other.Frame.When.Count == 0;

    private static int Cost(Trigger trigger) =>
        BitOperations.PopCount((uint)trigger.Cut.Proclitics) + (trigger.Cut.Enclitic.Length > 0 ? 2 : 0) + (trigger.Class == WordClass.Participle ? 1 : 0);

    /// <summary>
    /// «…، داعياً إلى», «ومطالباً بـ»: a participle without article after a comma or و says what the subject did besides. Any
    /// other participle describes somebody («المعتقلون»).
    /// </summary>
    private bool StandsAsVerb(Trigger trigger)
    {
        if (trigger.Participle != ParticipleKind.Active || (trigger.Cut.Proclitics & ~Proclitics.And) != 0 || trigger.Cut.Enclitic.Length > 0 || document.Tokens[trigger.FirstToken].Folded[^1] is not ('ا' or 'ه'))
        {
            return false;
        }

        return trigger.Cut.Has(Proclitics.And)
            || (trigger.FirstToken > 0 && document.Tokens[trigger.FirstToken - 1] is { Folded: "،" or "," } before && before.Sentence == document.Tokens[trigger.FirstToken].Sentence);
    }
}
