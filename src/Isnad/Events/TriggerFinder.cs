using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Syntax;
using Isnad.Pipeline;

namespace Isnad.Events;

/// <summary>Finds the words that may name events and decides, where a form is both verb and noun, which it is here.</summary>
internal sealed class TriggerFinder(NewsDocument document, EventLexicon lexicon, ClauseScanner scanner, EventGates gates)
{
    private readonly UnlikelyForms unlikely = new(document, scanner);

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

            if (!scanner.IsInsideMention(token) && WordAt(token) is { } word)
            {
                yield return word;
            }

            token++;
        }
    }

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
        foreach (var reading in document.Words[token])
        {
            if (lexicon.FrameOf(reading.Sense.Entry) is not { } frame || reading.Sense.Entry.Headword.Contains(' ', StringComparison.Ordinal)
                || unlikely.Has(token, reading) || !gates.Suits(frame, token, token + 1))
            {
                continue;
            }

            var span = Text.TextSpan.FromBounds(document.Tokens[token].OffsetOf(reading.Cut.Offset), document.Tokens[token].Span.End);
            var trigger = new Trigger(frame, token, token + 1, span, reading.Sense.Verb, reading.Cut, reading.Sense.Class);
            if (trigger.IsVerb)
            {
                verb = Better(verb, trigger);
            }
            else if (noun is null || Cost(trigger) < Cost(noun) || (Cost(trigger) == Cost(noun) && IsNarrower(trigger, noun)))
            {
                noun = trigger;
            }
        }

        if (verb is null || noun is null)
        {
            // A verb right after a preposition or an idafa's first noun cannot be one.
            return verb is not null && !MayBeVerb(token, verb) ? null : verb ?? noun;
        }

        return MayBeVerb(token, verb) && (scanner.AfterVerbOpener(token) || OpensClause(token) || Cost(verb) < Cost(noun)) ? verb : noun;
    }

    // Of active and passive, the active one, unless nobody stands there to do it: decided with the participants.
    private static Trigger Better(Trigger? known, Trigger next)
    {
        if (known is null)
        {
            return next;
        }

        if (Cost(next) != Cost(known))
        {
            return Cost(next) < Cost(known) ? next : known;
        }

        return IsNarrower(next, known) || (!IsNarrower(known, next) && known.IsPassive && !next.IsPassive) ? next : known;
    }

    // «استدعى السفير» and «استدعى القضاء»: of two entries of one word, the one whose words stand near is the closer description.
    private static bool IsNarrower(Trigger one, Trigger other) => one.Frame.When.Count > 0 && other.Frame.When.Count == 0;

    private static int Cost(Trigger trigger) =>
        System.Numerics.BitOperations.PopCount((uint)trigger.Cut.Proclitics) + (trigger.Cut.Enclitic.Length > 0 ? 2 : 0) + (trigger.Class == WordClass.Participle ? 1 : 0);

    private bool MayBeVerb(int token, Trigger verb)
    {
        if (token == 0 || document.Tokens[token - 1].Sentence != document.Tokens[token].Sentence || verb.Cut.Has(Proclitics.Future))
        {
            return true;
        }

        return scanner.AfterVerbOpener(token) || scanner.Closed.PrepositionOf(document.Tokens[token - 1]) is null;
    }

    private bool OpensClause(int token)
    {
        if (token == 0 || document.Tokens[token - 1].Sentence != document.Tokens[token].Sentence)
        {
            return true;
        }

        var before = document.Tokens[token - 1];
        return before.Kind is TokenKind.Punctuation or TokenKind.QuoteMark || scanner.IsInsideMention(token - 1);
    }
}
