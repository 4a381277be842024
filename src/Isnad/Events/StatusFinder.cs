using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Events;

/// <summary>Decides the state of reality of a trigger from the cues around it and from its tense.</summary>
internal sealed class StatusFinder(NewsDocument document, EventLexicon lexicon, ClauseScanner scanner)
{
    private const int VerbReach = 3;
    private const int ComplementReach = 7;
    private const int AdjectiveReach = 4;

    /// <summary>Status and the words that decided it.</summary>
    public (EventStatus Status, Evidence Because) Of(Trigger trigger)
    {
        foreach (var (status, entry, span) in Cues(trigger))
        {
            return (status, new("event.status", entry.Id, document.Quote(span), $"«{entry.Headword}» makes it {status.ToString().ToLowerInvariant()}"));
        }

        if (trigger.Frame.Status is { } own)
        {
            return (own, new("event.status", trigger.Frame.Entry.Id, document.Quote(trigger.Span), "the word itself says so"));
        }

        if (trigger.Cut.Has(Proclitics.Future))
        {
            return (EventStatus.Scheduled, new("event.status.future", null, document.Quote(trigger.Span), "future prefix"));
        }

        if (trigger.Verb is { Tense: Tense.Present } && !InHeadline(trigger))
        {
            return (EventStatus.Ongoing, new("event.status.tense", null, document.Quote(trigger.Span), "present tense"));
        }

        return (EventStatus.Occurred, new("event.status.tense", null, document.Quote(trigger.Span), trigger.IsVerb ? "past tense or headline present" : "a noun without any cue"));
    }

    // A headline's present tells what has just happened.
    private bool InHeadline(Trigger trigger) => document.Structure.Title.Contains(trigger.Span.Start);

    private IEnumerable<(EventStatus Status, KnowledgeRecord Entry, TextSpan Span)> Cues(Trigger trigger)
    {
        var tokens = document.Tokens;
        var sentence = document.Sentences[tokens[trigger.FirstToken].Sentence];
        var first = Math.Max(sentence.FirstToken, trigger.FirstToken - ComplementReach);
        for (var token = trigger.FirstToken - 1; token >= first; token--)
        {
            if (tokens[token].Kind == TokenKind.Punctuation && tokens[token].Folded is not ("(" or ")"))
            {
                break;
            }

            var distance = trigger.FirstToken - token;
            foreach (var (status, scope, entry, span) in CuesAt(token))
            {
                var reaches = scope switch
                {
                    "verb" => trigger.IsVerb && distance <= VerbReach && !VerbBetween(token, trigger.FirstToken),
                    "complement" => !trigger.IsVerb ? !VerbBetween(token, trigger.FirstToken) : distance <= VerbReach + 1,
                    _ => false,
                };
                if (reaches)
                {
                    yield return (status, entry, span);
                }
            }
        }

        var last = Math.Min(sentence.EndToken, trigger.EndToken + AdjectiveReach);
        for (var token = trigger.EndToken; token < last && !trigger.IsVerb; token++)
        {
            foreach (var (status, scope, entry, span) in CuesAt(token))
            {
                if (scope == "adjective")
                {
                    yield return (status, entry, span);
                }
            }
        }
    }

    private bool VerbBetween(int cue, int trigger)
    {
        for (var token = cue + 1; token < trigger; token++)
        {
            if (scanner.IsFiniteVerb(token) && !document.Words[token].Any(r => r.Sense.Entry.Kind == "light-verb"))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<(EventStatus Status, string Scope, KnowledgeRecord Entry, TextSpan Span)> CuesAt(int token)
    {
        foreach (var reading in document.Words[token])
        {
            var entry = reading.Sense.Entry;
            if (entry.Kind == "status-cue" && EventStatusNames.Parse(entry["status"]) is { } status)
            {
                yield return (status, entry["scope"] ?? "complement", entry, document.Tokens[token].Span);
            }
        }

        foreach (var match in lexicon.StatusPhrases.At(document.Tokens, token))
        {
            if (EventStatusNames.Parse(match.Value["status"]) is { } status)
            {
                yield return (status, match.Value["scope"] ?? "complement", match.Value, match.Span);
            }
        }
    }
}
