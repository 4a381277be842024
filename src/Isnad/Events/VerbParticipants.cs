using Isnad.Actors;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Syntax;
using Isnad.Pipeline;

namespace Isnad.Events;

/// <summary>Parts of an event that a finite verb or a participle in its place names.</summary>
internal sealed class VerbParticipants(NewsDocument document, ClauseScanner scanner, ImpliedSubjects implied)
{
    // «داعياً إلى …»: an active participle in the accusative carries on the subject of its sentence.
    private static readonly VerbFeatures Participle = new(Tense.Past, Voice.Active, 3, Gender.None, Number.Plural, Mood.Any);

    public Participants Of(Trigger trigger)
    {
        var frame = trigger.Frame;
        var clause = scanner.OfVerb(trigger.FirstToken, trigger.EndToken, trigger.Verb ?? Participle);
        List<ActorMention> actors = [], recipients = [];
        var isImplied = false;
        if (trigger.Verb is null && implied.SpeakerBefore(trigger.FirstToken) is { } speaker)
        {
            // «قال الوزير إن القوات انسحبت، داعياً الجيش إلى …»: it goes on from who speaks, not from whom he speaks of.
            clause.SubjectIsElsewhere();
            actors.Add(speaker);
            recipients.AddRange(FrameSlots.Fill(frame.Recipient, clause));
            isImplied = true;
        }
        else if (CarriesSubjectOn(trigger, clause) is { } carried)
        {
            clause.SubjectIsElsewhere();
            actors.AddRange(carried);
            recipients.AddRange(FrameSlots.Fill(frame.Recipient, clause));
            isImplied = true;
        }
        else if (IsPassive(trigger, clause))
        {
            recipients.AddRange(clause.Subjects);
            actors.AddRange(FrameSlots.Agents(clause, scanner.Closed));
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

        if (actors.Count == 0)
        {
            // «اشتباكات بين X وY»: both named after one preposition.
            actors.AddRange(FrameSlots.BothSides(clause, scanner.Closed));
        }

        if (recipients.Count == 0 && trigger.Frame.IsSpoken && OfRelative(clause) is { } praised)
        {
            recipients.AddRange(praised.Where(m => actors.TrueForAll(a => a.EntityId != m.EntityId)));
        }

        TakeAlluded(trigger, clause, actors, recipients);
        var distinct = FrameSlots.Distinct(actors);
        return new(distinct, FrameSlots.Without(recipients, distinct), clause, [], isImplied);
    }

    /// <summary>Nobody is named, but what stands there is some state's: «حظرت البورصة منتجات روسية», «استهدفت الغارات أحياء حلب».</summary>
    private static void TakeAlluded(Trigger trigger, Clause clause, List<ActorMention> actors, List<ActorMention> recipients)
    {
        if (recipients.Count == 0)
        {
            recipients.AddRange(trigger.IsPassive ? clause.AlludedIn(Clause.Subject) : FrameSlots.FillAlluded(trigger.Frame.Recipient, clause));
        }

        if (actors.Count == 0 && !trigger.IsPassive)
        {
            actors.AddRange(FrameSlots.FillAlluded(trigger.Frame.Actor, clause));
        }
    }

    /// <summary>«أشاد بالتحضيرات التي باشرتها الجزائر»: who did what is spoken of is who is meant.</summary>
    private IReadOnlyList<ActorMention>? OfRelative(Clause clause)
    {
        var relative = scanner.ChunkAt(Math.Max(0, clause.EndToken));
        if (relative + 1 >= scanner.Chunks.Count || scanner.Chunks[relative] is not { Kind: ChunkKind.Relative } || scanner.Chunks[relative].First != clause.EndToken
            || !scanner.Marks.SameSentence(relative, relative + 1))
        {
            return null;
        }

        var next = relative + 1;
        while (next < scanner.Chunks.Count && scanner.Chunks[next].Kind is ChunkKind.Particle)
        {
            next++;
        }

        // Verb and subject, whether or not an entry derives the verb.
        var subject = next < scanner.Chunks.Count && scanner.Chunks[next].Kind == ChunkKind.Verb ? next + 1
            : next + 1 < scanner.Chunks.Count && scanner.Chunks[next] is { Kind: ChunkKind.Nominal, Mention: null } ? next + 1 : -1;
        return subject > 0 && subject < scanner.Chunks.Count && scanner.Chunks[subject] is { Kind: ChunkKind.Nominal, Preposition: null, Mention: { } mention } ? [mention] : null;
    }

    /// <summary>
    /// «صدت الهجوم واستعادت الأراضي», «زار القاهرة والتقى الرئيس»: a joined verb with one phrase after it, of those that need an
    /// object, goes on with the subject before it.
    /// </summary>
    private IReadOnlyList<ActorMention>? CarriesSubjectOn(Trigger trigger, Clause clause)
    {
        if (!(trigger.Cut.Has(Proclitics.And) || VisitsState(trigger, clause) || IsWithin(trigger)) || clause.VerbBefore < 0 || trigger.IsPassive || !clause.HasSubjectPhrase || clause.HasObjectPhrase || clause.SubjectIsCounted
            || trigger.Frame is not { Recipient: [EventFrame.Object, ..], Actor: [EventFrame.Subject, ..] } || (clause.Subjects.Count > 0 && trigger.Frame.IsSpoken))
        {
            return null;
        }

        var carried = implied.Of(trigger.FirstToken, trigger.Verb);
        return carried.Count > 0 && clause.Subjects.TrueForAll(m => carried.All(c => c.EntityId != m.EntityId)) ? carried : null;
    }

    // «وكان قد زار مصر»: states are visited, they do not visit.
    private bool VisitsState(Trigger trigger, Clause clause) =>
        trigger.Frame.Mode == "visit" && clause.Subjects.Count > 0 && clause.Subjects.TrueForAll(m => document.Entities[m.EntityId].Type == ActorType.Geopolitical);

    // «سيزور موسكو، يلتقي خلالها الرئيس»: what happens during or after a visit is done by the visitor.
    private bool IsWithin(Trigger trigger)
    {
        var next = scanner.ChunkAt(trigger.EndToken - 1) + 1;
        return next < scanner.Chunks.Count && scanner.Chunks[next] is { Pronoun: true, Preposition: { } preposition } && (scanner.Closed[preposition] & (FunctionWord.During | FunctionWord.Sequence)) != 0;
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
