using Isnad.Actors;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Syntax;
using Isnad.Pipeline;

namespace Isnad.Events;

/// <summary>Parts of an event that a masdar, noun or phrase names, with the verb that carries it.</summary>
internal sealed class NounParticipants(NewsDocument document, ClauseScanner scanner, ImpliedSubjects implied, GovernorFinder governors, NationalActors nations)
{
    private const string Visit = "visit";
    private readonly List<ActorMention> actors = [];
    private readonly List<ActorMention> recipients = [];
    private bool isImplied;

    public Participants Of(Trigger trigger)
    {
        var frame = trigger.Frame;
        var definite = trigger.Cut.Has(Proclitics.Article) || trigger.Cut.Enclitic.Length > 0;
        var (clause, carrierToken, relativeVerb) = scanner.OfNoun(trigger.FirstToken, trigger.EndToken, definite, token => governors.CarrierAt(token) is not null);
        var chain = governors.Of(trigger).ToList();
        if (carrierToken >= 0 && governors.CarrierAt(carrierToken) is { } carrier)
        {
            chain.Add(carrier);
        }

        actors.AddRange(FrameSlots.Agents(clause, scanner.Closed));
        if (!definite && trigger.Cut.Has(Proclitics.By) && actors.Count == 0)
        {
            // «بدعم من إيران», «بدعوة من الرئيس»
            actors.AddRange(clause.After(FrameSlots.From));
        }

        recipients.AddRange(FrameSlots.FillPrepositional(frame.Recipient, clause).Where(m => !actors.Contains(m)));
        if (frame.Type == "CONSULT" && clause.Genitives.Count == 0)
        {
            // «زيارة لأردوغان إلى موسكو», «مباحثات لكيري في القاهرة»: after ل stands who has it, unless it is a place; «مشاورات لإقناع
            // الدول» has a noun of its own after it.
            actors.AddRange(clause.After(FrameSlots.For).Where(m => m.HasPreposition && !IsState(m)));
            recipients.RemoveAll(actors.Contains);
            recipients.AddRange(actors.Count > 0 && recipients.Count == 0 ? clause.After(FrameSlots.To) : []);
        }

        recipients.AddRange(clause.Objects);
        TakeBothSides(clause);
        TakeGenitive(frame, clause, chain.Count > 0);
        TakePronoun(trigger);
        if (actors.Count == 0)
        {
            actors.AddRange(nations.After(trigger));
        }

        foreach (var governor in chain)
        {
            TakeSubject(governor, trigger);
        }

        if (actors.Count == 0)
        {
            actors.AddRange(FrameSlots.FillPrepositional(frame.Actor, clause));
        }

        if (actors.Count == 0 && clause.Genitives.Count == 0 && IsMotive(trigger))
        {
            actors.AddRange(implied.Of(trigger.FirstToken, null));
            isImplied = actors.Count > 0;
        }

        if (actors.Count == 0)
        {
            TakeDecider(trigger, relativeVerb);
        }

        if (actors.Count == 0 && clause.Genitives.Count == 0 && OfMainClause(trigger) is { } visitor)
        {
            actors.Add(visitor);
            isImplied = true;
        }

        if (recipients.Count == 0)
        {
            recipients.AddRange(FrameSlots.FillAlluded([.. frame.Recipient, Clause.Genitive], clause));
        }

        var distinct = FrameSlots.Distinct(actors);
        return new(distinct, FrameSlots.Without(recipients, distinct), clause, chain, isImplied) { RelativeVerb = carrierToken < 0 ? relativeVerb : -1 };
    }

    // «محادثات بين X وY»: neither is the other's object.
    private void TakeBothSides(Clause clause)
    {
        if (actors.Count == 0)
        {
            actors.AddRange(FrameSlots.BothSides(clause, scanner.Closed));
        }
    }

    /// <summary>
    /// The genitive of a masdar is who did it or who underwent it, as the entry says; where it says nothing, who did it if the
    /// other side is named by a preposition or an object, else who underwent it if the verb takes an object.
    /// </summary>
    private void TakeGenitive(EventFrame frame, Clause clause, bool carried)
    {
        // «محادثات الدوحة», «قمة الرياض»: one city after what takes two sides is where they met.
        if (clause.Genitives.Count == 0 || (frame.IsSymmetric && IsOfAct(clause)) || (frame.IsSymmetric && frame.Mode != Visit && clause.Genitives is [var only] && IsState(only) && recipients.Count == 0))
        {
            return;
        }

        var undergoes = frame.GenitiveIsRecipient || (frame.Mode == Visit && clause.Genitives.TrueForAll(IsState))
            ? clause.Objects.Count == 0 && recipients.Count == 0
            : !frame.GenitiveIsActor && !frame.IsSymmetric && frame.Recipient is [EventFrame.Object, ..] && recipients.Count == 0 && (carried || actors.Count > 0);
        (undergoes ? recipients : actors).AddRange(clause.Genitives);
    }

    // «صفقات [تبادل] الأسرى»: whom the agreement is about, not who makes it.
    private bool IsOfAct(Clause clause)
    {
        for (var at = clause.FirstToken + 1; at < clause.Genitives[0].FirstToken; at++)
        {
            if (document.Words[at].Any(r => r.Sense.Class == WordClass.Masdar))
            {
                return true;
            }
        }

        return false;
    }

    // «زيارة القاهرة» is a visit to it, «زيارة الوزير» one by him.
    private bool IsState(ActorMention mention) => document.Entities[mention.EntityId].Type == ActorType.Geopolitical;

    private void TakePronoun(Trigger trigger)
    {
        if (trigger.Cut.Enclitic.Length == 0 || (NamedJustBefore(trigger) ?? implied.Antecedent(trigger.FirstToken, trigger.Cut.Enclitic)) is not { } owner)
        {
            return;
        }

        if (trigger.Frame.GenitiveIsRecipient || Decider(trigger) is not null)
        {
            // «اعتقاله», «عزم واشنطن دعوتها»
            recipients.Add(owner);
        }
        else if (actors.Count == 0)
        {
            actors.Add(owner);
            isImplied = true;
        }
    }

    /// <summary>«… تضامناً مع الأسرى واستنكاراً لاعتقالهم»: a masdar in the accusative says why its sentence's subject acts.</summary>
    private bool IsMotive(Trigger trigger) =>
        trigger.Class == WordClass.Masdar && trigger.Cut.Enclitic.Length == 0 && scanner.Chunks[scanner.ChunkAt(trigger.FirstToken)] is { Accusative: true, Dependent: false, Preposition: null };

    /// <summary>«دعم الشعب الليبي عند ثورته»: where nothing but a preposition parts a name from the pronoun, it is meant.</summary>
    private ActorMention? NamedJustBefore(Trigger trigger)
    {
        var chunk = scanner.ChunkAt(trigger.FirstToken);
        return chunk > 0 && scanner.Chunks[chunk] is { Preposition: not null } own && scanner.Marks.SameSentence(chunk - 1, chunk)
            && scanner.Chunks[chunk - 1] is { Kind: ChunkKind.Nominal, Mention: { } mention } && own.First == trigger.FirstToken
            && scanner.Agreement.MayBeMeant(mention, trigger.Cut.Enclitic) ? mention : null;
    }

    /// <summary>«قرار الحكومة رفع القيود», «الهجوم الذي تبناه التنظيم»: whose decision it is, and who does to it what the relative clause says.</summary>
    private void TakeDecider(Trigger trigger, int relativeVerb)
    {
        if (Decider(trigger) is { } decider)
        {
            actors.Add(decider);
        }
        else if (relativeVerb >= 0 && scanner.VerbWithPronoun(relativeVerb) is { Voice: Voice.Active } features)
        {
            actors.AddRange(scanner.OfVerb(relativeVerb, relativeVerb + 1, features).Subjects);
        }
    }

    // «قرار [الحكومة] رفع القيود», «عزم [واشنطن] دعوتها»
    private ActorMention? Decider(Trigger trigger)
    {
        var chunk = scanner.ChunkAt(trigger.FirstToken);
        return chunk > 1 && scanner.Chunks[chunk] is { Preposition: null, Joined: false } own && own.First == trigger.FirstToken && scanner.Marks.SameSentence(chunk - 2, chunk)
            && scanner.Chunks[chunk - 1] is { Kind: ChunkKind.Nominal, Dependent: true, Mention: { } decider } && scanner.Chunks[chunk - 2] is { Kind: ChunkKind.Nominal, Mention: null } ? decider : null;
    }

    private void TakeSubject(Governor governor, Trigger trigger)
    {
        var accused = governor.IsAccused && trigger.Frame.Type == "ACCUSE";
        if (governor.Part == EventFrame.Nobody && !accused)
        {
            return;
        }

        var subjects = governor.Verb is { } features ? OfVerb(governor, features, trigger) : OfMasdar(governor, trigger);
        if (governor.Part == "recipient" || accused)
        {
            recipients.AddRange(subjects);
        }
        else if (actors.Count == 0)
        {
            actors.AddRange(subjects);
        }
    }

    private IReadOnlyList<ActorMention> OfVerb(Governor governor, VerbFeatures features, Trigger trigger)
    {
        var outer = scanner.OfVerb(governor.Token, governor.Token + 1, features);
        AddComplements(governor, outer, trigger);
        if (features.Voice == Voice.Passive)
        {
            return [.. FrameSlots.Agents(outer, scanner.Closed)];
        }

        // The noun's own genitive may fill the slot of the subject: «جرت مباحثات الوزيرين».
        var subjects = outer.Subjects.Where(m => governor.Follows || m.FirstToken < trigger.FirstToken).ToList();
        if (subjects.Count > 0 || (outer.HasSubjectPhrase && (governor.Follows || outer.Subjects.Count > 0 || PhraseBetween(governor, trigger))) || actors.Count > 0)
        {
            return subjects;
        }

        var carried = implied.Of(governor.Token, features);
        isImplied |= carried.Count > 0;
        return carried;
    }

    /// <summary>What hangs on the verb that carries the noun: «أجرى الرئيس مع نظيره محادثات», «محادثات أجراها مع نظيره».</summary>
    private void AddComplements(Governor governor, Clause outer, Trigger trigger)
    {
        if (recipients.Count > 0)
        {
            return;
        }

        recipients.AddRange(FrameSlots.FillPrepositional(trigger.Frame.Recipient, outer));
        if (recipients.Count == 0)
        {
            TakeBothSides(outer);
        }
    }

    private bool PhraseBetween(Governor governor, Trigger trigger)
    {
        for (var chunk = scanner.ChunkAt(governor.Token) + 1; chunk < scanner.ChunkAt(trigger.FirstToken); chunk++)
        {
            if (scanner.Chunks[chunk].IsBareNominal)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>«إجراء الوزير محادثات»: a genitive between the carrying masdar and the noun is who did it.</summary>
    private IReadOnlyList<ActorMention> OfMasdar(Governor governor, Trigger trigger)
    {
        var clause = scanner.OfNoun(governor.Token, governor.Token + 1, definite: false);
        return [.. clause.Genitives.Where(m => m.EndToken <= trigger.FirstToken), .. FrameSlots.Agents(clause, scanner.Closed)];
    }

    /// <summary>«وخلال زيارة إلى جاكرتا، قال الرئيس»: an adverbial that opens its sentence tells of who acts in it.</summary>
    private ActorMention? OfMainClause(Trigger trigger)
    {
        var chunk = scanner.ChunkAt(trigger.FirstToken);
        if (scanner.Chunks[chunk].Preposition is not { } preposition || (scanner.Closed[preposition] & FunctionWord.Setting) == 0 || (chunk > 0 && scanner.Marks.SameSentence(chunk - 1, chunk)))
        {
            return null;
        }

        for (var at = chunk + 1; at < scanner.Chunks.Count && at < chunk + 12 && scanner.Marks.SameSentence(at, chunk); at++)
        {
            if (scanner.Chunks[at].Kind == ChunkKind.Verb && scanner.Marks.IsComma(at - 1) && at + 1 < scanner.Chunks.Count)
            {
                return scanner.Chunks[at + 1] is { Kind: ChunkKind.Nominal, Preposition: null, Mention: { } mention } ? mention : null;
            }
        }

        return null;
    }
}
