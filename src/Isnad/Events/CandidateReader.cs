using Isnad.Actors;
using Isnad.Knowledge;
using Isnad.Language;
using Isnad.Language.Morphology;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Reading;

namespace Isnad.Events;

/// <summary>Reads everything around one trigger: participants, state of reality, mode, date, place, counts; or refuses it.</summary>
internal sealed class CandidateReader(NewsDocument document, KnowledgeBase knowledge, ClauseScanner scanner, EventGates gates, IReadOnlyList<Trigger> triggers)
{
    private readonly ParticipantFinder participants = new(document, knowledge, scanner);
    private readonly StatusFinder status = new(document, StatusCues.Of(knowledge), scanner);
    private readonly DateFinder dates = new(document, scanner, triggers);
    private readonly NarrativeDay narrative = new(document, scanner);
    private readonly PlaceFinder places = new(document, scanner);
    private readonly CountFinder counts = new(document, knowledge);
    private readonly ModeFinder modes = new(document, scanner, knowledge);
    private readonly UnnamedParties unnamed = new(document);
    private readonly UncodedContent content = new(document, scanner);

    /// <summary>The candidates of the article, in text order.</summary>
    public List<EventCandidate> Read()
    {
        var candidates = new List<EventCandidate>();
        var carriers = new HashSet<int>();
        foreach (var trigger in triggers)
        {
            var found = participants.Of(trigger);
            if (gates.Refuses(trigger, found, triggers) is not null || content.Holds(trigger))
            {
                continue;
            }

            content.Add(trigger);
            carriers.UnionWith(found.Governors.Where(g => g.IsLight).Select(g => g.Token));
            candidates.Add(Candidate(trigger, found, candidates));
        }

        // «عقد اجتماعاً»: the light verb names the event together with its noun, not a second one.
        candidates.RemoveAll(c => carriers.Contains(c.Trigger.FirstToken));
        return candidates;
    }

    private EventCandidate Candidate(Trigger trigger, Participants found, IReadOnlyList<EventCandidate> before)
    {
        var time = dates.Of(trigger, found.Governors.LastOrDefault(g => g.Verb is not null)?.Token ?? found.RelativeVerb);
        var (state, why) = status.Of(trigger, found, time);
        var place = places.Of(trigger, found);
        var (mode, modeWhy) = modes.Of(trigger);
        if (state is EventStatus.Occurred or EventStatus.Ongoing && trigger.Verb is not { Tense: Tense.Past } && time?.Earliest > document.DayOfWriting)
        {
            (state, why) = (EventStatus.Scheduled, new("event.status.future-date", null, document.Quote(time!.Span), "its date lies after publication"));
        }

        List<Evidence> because = [new("event.trigger", trigger.Frame.Entry.Id, document.Quote(trigger.Span), $"{trigger.Frame.Type} named by a {trigger.Class.ToString().ToLowerInvariant()}"), why];
        because.AddRange(found.Governors.Select(g => new Evidence(g.IsLight ? "event.light-verb" : "event.governor", g.Entry.Id, document.Quote(document.Tokens[g.Token].Span))));
        because.AddRange(found.Actors.Select(m => new Evidence(found.IsImplied ? "event.actor.implied" : "event.actor", null, document.Quote(m.Span))));
        because.AddRange(found.Recipients.Select(m => new Evidence("event.recipient", null, document.Quote(m.Span))));
        var date = time is null ? null : DateFinder.IsoDate(time);
        if (time is not null)
        {
            because.Add(new("event.date", null, document.Quote(time.Span), date));
        }
        else if (CarriesOn(trigger, found) && before is [.., { Date: { } same } last] && last.Status == state && last.Sentence == document.Tokens[trigger.FirstToken].Sentence)
        {
            date = same;
            because.Add(new("event.date.joined", null, document.Quote(last.Trigger.Span), date));
        }

        if (modeWhy is not null)
        {
            because.Add(modeWhy);
        }

        var actors = Entities(found.Actors);
        var recipients = Entities(found.Recipients);
        return new(trigger, mode, state, actors, [.. recipients.Except(actors)], date, place?.Name, place?.Country, counts.Near(trigger),
            document.Tokens[trigger.FirstToken].Sentence, document.Structure.Title.Contains(trigger.Span.Start), Confidence(trigger, found, time is not null), because)
        {
            NarrativeDay = narrative.Holds(trigger, state) ? narrative.Time : null,
            IsCarried = found.Governors.Any(g => g.Verb is not null),
            MeantActor = unnamed.Actor(trigger, found),
            MeantRecipient = unnamed.Recipient(trigger, found, mode, place),
        };
    }

    /// <summary>«زار القاهرة الاثنين والتقى الرئيس»: a joined verb without a subject of its own goes on at the same time.</summary>
    private static bool CarriesOn(Trigger trigger, Participants found) =>
        trigger is { IsVerb: true } && trigger.Cut.Has(Proclitics.And) && (found.IsImplied || !found.Clause.HasSubjectPhrase);

    // A judgement of how much of an event is there, not a measured probability.
    private static double Confidence(Trigger trigger, Participants found, bool dated) => Math.Min(0.95,
        0.45 + (found.Actors.Count > 0 ? found.IsImplied ? 0.1 : 0.2 : 0) + (found.Recipients.Count > 0 ? 0.15 : 0) + (trigger.IsVerb ? 0.1 : 0)
        + (found.Governors.Any(g => g.IsLight) ? 0.05 : 0) + (dated ? 0.05 : 0));

    /// <summary>Entities behind mentions; «الجانبان» stands for its two.</summary>
    private List<int> Entities(IReadOnlyList<ActorMention> mentions)
    {
        var found = new List<int>();
        foreach (var mention in mentions)
        {
            if (mention.EntityId >= 0 && mention.EntityId < document.Entities.Count)
            {
                found.AddRange(document.Entities[mention.EntityId] is { IsDual: true, Members.Count: > 0 } dual ? dual.Members : [mention.EntityId]);
            }
        }

        return [.. found.Distinct()];
    }
}
