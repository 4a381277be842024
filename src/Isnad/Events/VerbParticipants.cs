using Isnad.Actors;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Syntax;
using Isnad.Pipeline;

namespace Isnad.Events;

/// <summary>Parts of an event that a finite verb or a participle in its place names.</summary>
internal sealed class VerbParticipants(NewsDocument document, ClauseScanner scanner, ImpliedSubjects implied)
{
    private const string Between = "بين";

    // «داعياً إلى …»: an active participle in the accusative carries on the subject of its sentence.
    private static readonly VerbFeatures Participle = new(Tense.Past, Voice.Active, 3, Gender.None, Number.Plural, Mood.Any);

    public Participants Of(Trigger trigger)
    {
        var frame = trigger.Frame;
        var clause = scanner.OfVerb(trigger.FirstToken, trigger.EndToken, trigger.Verb ?? Participle);
        List<ActorMention> actors = [], recipients = [];
        var isImplied = false;
        if (IsPassive(trigger, clause))
        {
            recipients.AddRange(clause.Subjects);
            actors.AddRange(FrameSlots.Agents(clause));
            recipients.AddRange(FrameSlots.FillPrepositional(recipients.Count == 0 ? frame.Recipient : [], clause));
        }
        else
        {
            actors.AddRange(FrameSlots.Fill(frame.Actor, clause));
            recipients.AddRange(FrameSlots.Fill(frame.Recipient, clause));
            if (actors.Count == 0 && !clause.HasSubjectPhrase && frame.Actor is [EventFrame.Subject, ..])
            {
                actors.AddRange(implied.Of(trigger.FirstToken, trigger.Verb));
                isImplied = actors.Count > 0;
            }

            if (recipients.Count == 0 && trigger.Cut.Enclitic.Length > 0 && frame.Recipient is [EventFrame.Object, ..] && implied.Antecedent(trigger.FirstToken, trigger.Cut.Enclitic) is { } antecedent)
            {
                recipients.Add(antecedent);
            }
        }

        if (frame.IsSymmetric)
        {
            TakeBothSides(clause, actors, recipients);
        }

        var distinct = FrameSlots.Distinct(actors);
        return new(distinct, FrameSlots.Without(recipients, distinct), clause, [], isImplied);
    }

    // «اشتباكات بين X وY»: both named after one preposition.
    private static void TakeBothSides(Clause clause, List<ActorMention> actors, List<ActorMention> recipients)
    {
        var both = clause.After(Between).ToList();
        if (both.Count > 1 && actors.Count == 0)
        {
            actors.Add(both[0]);
            recipients.AddRange(both.Skip(1));
        }
    }

    private static readonly HashSet<string> Violent = ["ASSAULT", "COERCE", "SANCTION"];

    /// <summary>
    /// Without vowel signs a passive looks like its active: «قتل 12 مدنياً», «اعتقل ناشط». A verb that wants an object, with one
    /// phrase and nothing after it, is read as passive.
    /// </summary>
    private bool IsPassive(Trigger trigger, Clause clause)
    {
        if (trigger.IsPassive)
        {
            return true;
        }

        return trigger.MayBePassive && trigger.Cut.Enclitic.Length == 0 && clause.HasSubjectPhrase && !clause.HasObjectPhrase
            && trigger.Frame is { IsSymmetric: false, Recipient: [EventFrame.Object, ..], Actor: [EventFrame.Subject, ..] }
            && Violent.Contains(trigger.Frame.Type) && (clause.SubjectIsCounted || clause.Subjects.TrueForAll(IsVictim));
    }

    /// <summary>«اعتقل ناشط»: people undergo violence; armies, states and armed men do it.</summary>
    private bool IsVictim(ActorMention mention)
    {
        if (mention.EntityId < 0 || mention.EntityId >= document.Entities.Count)
        {
            return true;
        }

        var entity = document.Entities[mention.EntityId];
        return entity.Type == ActorType.Person || (entity.Type == ActorType.Group && entity.Sector is not ("REB" or "UAF"));
    }
}
