using Isnad.Actors;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Syntax;
using Isnad.Pipeline;

namespace Isnad.Events;

/// <summary>Who fills the parts of an event.</summary>
/// <param name="Actors">Mentions of those who did it.</param>
/// <param name="Recipients">Mentions of those who underwent it.</param>
/// <param name="Clause">The complements it was read from.</param>
internal sealed record Participants(IReadOnlyList<ActorMention> Actors, IReadOnlyList<ActorMention> Recipients, Clause Clause);

/// <summary>Fills the slots of a trigger's frame from its clause.</summary>
internal sealed class ParticipantFinder(NewsDocument document, ClauseScanner scanner)
{
    private const string Between = "بين";
    private ActorMention? lastSubject;

    public Participants Of(Trigger trigger)
    {
        var found = trigger.IsVerb ? OfVerb(trigger) : OfNoun(trigger);
        if (found.Actors.Count > 0)
        {
            lastSubject = found.Actors[0];
        }

        return found;
    }

    private Participants OfVerb(Trigger trigger)
    {
        var frame = trigger.Frame;
        var clause = scanner.OfVerb(trigger.FirstToken, trigger.EndToken, trigger.Verb!.Value);
        var passive = trigger.IsPassive || (frame.Actor.Count > 0 && SpelledPassive(trigger, clause));
        List<ActorMention> actors = [], recipients = [];
        if (passive)
        {
            recipients.AddRange(clause.Subjects);
            actors.AddRange(Agents(clause));
        }
        else
        {
            actors.AddRange(Fill(frame.Actor, clause));
            recipients.AddRange(Fill(frame.Recipient, clause));
            if (clause.Subjects.Count == 0 && !clause.HasSubjectPhrase && frame.Actor is [EventFrame.Subject, ..] && Implied(trigger) is { } subject)
            {
                actors.Add(subject);
            }

            // «يلتقي خلالها الرئيس»: a two-sided verb whose subject is understood and whose one phrase is the other side.
            if (frame.IsSymmetric && recipients.Count == 0 && actors.Count == 1 && clause.Objects.Count == 0 && HasAdverbialPronoun(trigger) && Implied(trigger) is { } other && other.EntityId != actors[0].EntityId)
            {
                recipients.Add(actors[0]);
                actors[0] = other;
            }
        }

        if (trigger.Cut.Enclitic.Length > 0 && recipients.Count == 0 && lastSubject is { } antecedent && !actors.Contains(antecedent))
        {
            recipients.Add(antecedent);
        }

        return new(actors, Without(recipients, actors), clause);
    }

    private Participants OfNoun(Trigger trigger)
    {
        var frame = trigger.Frame;
        var clause = scanner.OfNoun(trigger.FirstToken, trigger.EndToken, trigger.Cut.Has(Proclitics.Article));
        List<ActorMention> actors = [], recipients = [];
        var light = LightVerbBefore(trigger);
        if (light is { } governor)
        {
            var outer = scanner.OfVerb(governor.Token, governor.Token + 1, governor.Features);
            var subjects = outer.Subjects.Where(m => m.FirstToken < trigger.FirstToken || m.FirstToken < governor.Token);
            if (governor.Part == "recipient")
            {
                recipients.AddRange(subjects);
            }
            else if (governor.Part != "none")
            {
                actors.AddRange(governor.Features.Voice == Voice.Passive ? [] : subjects);
                if (actors.Count == 0 && !outer.HasSubjectPhrase && lastSubject is { } implied)
                {
                    actors.Add(implied);
                }
            }
        }

        actors.AddRange(clause.Subjects);
        if (frame.GenitiveIsRecipient)
        {
            recipients.AddRange(clause.Genitives);
        }
        else if (frame.GenitiveIsActor || frame.IsSymmetric)
        {
            actors.AddRange(clause.Genitives);
        }

        actors.AddRange(Agents(clause));
        recipients.AddRange(Fill([.. frame.Recipient.Where(s => s is not (EventFrame.Subject or EventFrame.Object))], clause));
        var both = clause.After(Between).ToList();
        if (both.Count > 0)
        {
            actors.Add(both[0]);
            recipients.AddRange(both.Skip(1));
        }

        if (trigger.Cut.Enclitic.Length > 0 && lastSubject is { } owner)
        {
            if (frame.GenitiveIsRecipient)
            {
                recipients.Add(owner);
            }
            else if (actors.Count == 0)
            {
                actors.Add(owner);
            }
        }

        return new(Distinct(actors), Without(Distinct(recipients), actors), clause);
    }

    private static IEnumerable<ActorMention> Agents(Clause clause) =>
        clause.Prepositional.Where(p => p.Preposition is "قبل" or "يد" or "جانب").Select(p => p.Mention);

    /// <summary>First slot that somebody fills.</summary>
    private static IEnumerable<ActorMention> Fill(IReadOnlyList<string> slots, Clause clause)
    {
        foreach (var slot in slots)
        {
            List<ActorMention> fillers = slot switch
            {
                EventFrame.Subject => clause.Subjects,
                EventFrame.Object => clause.Objects,
                _ => [.. clause.After(slot)],
            };
            if (fillers.Count > 0)
            {
                return fillers;
            }
        }

        return [];
    }

    /// <summary>
    /// «قُتل 12 مدنياً» without vowel signs: a transitive verb with one phrase after it, and that phrase no one who acts, reads
    /// as a passive.
    /// </summary>
    private static bool SpelledPassive(Trigger trigger, Clause clause) =>
        trigger.Verb is { Tense: Tense.Past or Tense.Present } && trigger.Frame.GenitiveIsRecipient && !clause.HasObjectPhrase
            && trigger.Frame.Recipient is [EventFrame.Object, ..] && trigger.Cut.Enclitic.Length == 0;

    /// <summary>The subject that a verb without one carries on from before.</summary>
    private ActorMention? Implied(Trigger trigger) => lastSubject is { } mention && mention.FirstToken < trigger.FirstToken
        && document.Tokens[trigger.FirstToken].Sentence - document.Tokens[mention.FirstToken].Sentence <= 1 ? mention : null;

    private bool HasAdverbialPronoun(Trigger trigger) =>
        trigger.EndToken < document.Tokens.Count && document.Tokens[trigger.EndToken] is var next
            && scanner.Closed.PrepositionOf(next) is { } preposition && next.Folded.Length > preposition.Length;

    private (int Token, VerbFeatures Features, string Part)? LightVerbBefore(Trigger trigger)
    {
        var start = document.Sentences[document.Tokens[trigger.FirstToken].Sentence].FirstToken;
        for (var token = trigger.FirstToken - 1; token >= Math.Max(start, trigger.FirstToken - 12); token--)
        {
            foreach (var reading in document.Words[token])
            {
                if (reading.Sense.Entry.Kind == "light-verb" && reading.Sense.Verb is { } features && Governs(reading.Sense.Entry["complement"], trigger))
                {
                    return (token, features, reading.Sense.Entry["subject"] ?? "actor");
                }
            }

            if (document.Tokens[token].Kind == TokenKind.Punctuation || scanner.IsFiniteVerb(token))
            {
                return null;
            }
        }

        return null;
    }

    private bool Governs(string? complement, Trigger trigger) => complement switch
    {
        null or EventFrame.Object or EventFrame.Subject => !trigger.Cut.HasPreposition,
        "ب" => trigger.Cut.Has(Proclitics.By),
        "ل" => trigger.Cut.Has(Proclitics.For),
        _ => trigger.FirstToken > 0 && scanner.Closed.PrepositionOf(document.Tokens[trigger.FirstToken - 1]) is not null,
    };

    private static List<ActorMention> Distinct(IEnumerable<ActorMention> mentions) => [.. mentions.DistinctBy(m => m.EntityId)];

    private static List<ActorMention> Without(IReadOnlyList<ActorMention> mentions, IReadOnlyList<ActorMention> others) =>
        [.. mentions.Where(m => others.All(o => o.EntityId != m.EntityId)).DistinctBy(m => m.EntityId)];
}
