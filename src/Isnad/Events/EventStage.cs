using Isnad.Actors;
using Isnad.Knowledge;
using Isnad.Language.Syntax;
using Isnad.Pipeline;
using Isnad.Reading;

namespace Isnad.Events;

/// <summary>Codes events with their participants, status, date and place.</summary>
internal sealed class EventStage : IStage
{
    // An article longer than any is read to here; «events» says so in a diagnostic.
    private const int MostCandidates = 2000;

    public string Name => "events";

    public string Purpose => "Codes events with their participants, status, date and place.";

    public Layers Reads => Layers.Tokens | Layers.Structure | Layers.Quotations | Layers.Words | Layers.Times | Layers.Places | Layers.Mentions | Layers.Entities | Layers.Reports;

    public Layers Writes => Layers.Events;

    public void Run(NewsDocument document, KnowledgeBase knowledge)
    {
        var lexicon = EventLexicon.Of(knowledge);
        var scanner = new ClauseScanner(document, knowledge);
        var gates = new EventGates(document, scanner, GateLexicon.Of(knowledge));
        var triggers = new TriggerFinder(document, lexicon, scanner, gates).Find().Take(MostCandidates).ToList();
        if (triggers.Count == MostCandidates)
        {
            document.Report("KH1030", $"more than {MostCandidates} event words; the rest of the article was not coded");
        }

        var participants = new ParticipantFinder(document, scanner);
        var status = new StatusFinder(document, lexicon, scanner);
        var circumstances = new CircumstanceFinder(document, scanner);
        var counts = new CountFinder(document, knowledge);
        var content = new DemandedContent(document, scanner);
        var candidates = new List<EventCandidate>();
        foreach (var trigger in triggers)
        {
            var found = participants.Of(trigger);
            if (gates.Refuses(trigger, found) is not null || content.IsOnlyDemanded(trigger))
            {
                continue;
            }

            content.Add(trigger);
            candidates.Add(Candidate(trigger, found, triggers));
        }

        document.Events = [.. EventMerger.Merge(candidates).Select(group => Event(document, group))];

        EventCandidate Candidate(Trigger trigger, Participants found, IReadOnlyList<Trigger> all)
        {
            var (state, why) = status.Of(trigger);
            var time = circumstances.TimeOf(trigger, all);
            var place = circumstances.PlaceOf(trigger, found);
            if (state is EventStatus.Occurred or EventStatus.Ongoing && time?.Earliest > document.Article.Published)
            {
                (state, why) = (EventStatus.Scheduled, new("event.status.future-date", null, document.Quote(time!.Span), "its date lies after publication"));
            }

            List<Evidence> because = [new("event.trigger", trigger.Frame.Entry.Id, document.Quote(trigger.Span), $"{trigger.Frame.Type} named by a {trigger.Class.ToString().ToLowerInvariant()}"), why];
            because.AddRange(found.Actors.Select(m => new Evidence("event.actor", null, document.Quote(m.Span))));
            because.AddRange(found.Recipients.Select(m => new Evidence("event.recipient", null, document.Quote(m.Span))));
            if (time is not null)
            {
                because.Add(new("event.date", null, document.Quote(time.Span), CircumstanceFinder.DateOf(time)));
            }

            var actors = Resolve(document, found.Actors);
            var recipients = Resolve(document, found.Recipients);
            return new(trigger, trigger.Frame.Mode, state, actors, [.. recipients.Except(actors)],
                time is null ? null : CircumstanceFinder.DateOf(time), place?.Name, place?.Country, counts.Near(trigger),
                document.Tokens[trigger.FirstToken].Sentence, document.Structure.Title.Contains(trigger.Span.Start),
                0.5 + (actors.Count > 0 ? 0.2 : 0) + (recipients.Count > 0 ? 0.15 : 0) + (trigger.IsVerb ? 0.1 : 0), because);
        }
    }

    private static List<int> Resolve(NewsDocument document, IReadOnlyList<ActorMention> mentions) =>
        [.. mentions.SelectMany(m => m.EntityId >= 0 && m.EntityId < document.Entities.Count && document.Entities[m.EntityId] is { IsDual: true, Members.Count: > 0 } dual ? dual.Members : [m.EntityId])
            .Where(e => e >= 0 && e < document.Entities.Count).Distinct()];

    private static NewsEvent Event(NewsDocument document, List<EventCandidate> group)
    {
        // The clearest mention first: the one that says most.
        var ordered = group.OrderByDescending(c => c.Confidence + (c.Date is null ? 0 : 0.1)).ThenBy(c => c.Span.Start).ToList();
        var lead = ordered[0];
        var triggers = ordered.Select(c => c.Span).Distinct().ToList();
        var actors = (ordered.Find(c => c.Actors.Count > 0) ?? lead).Actors;
        var recipients = ordered.Where(c => c.Actors.SequenceEqual(actors) || c.Actors.Count == 0).Select(c => c.Recipients).FirstOrDefault(r => r.Count > 0) ?? [];
        var counts = group.SelectMany(c => c.Counts).DistinctBy(c => c.What).ToList();
        var reports = document.Reports.Select((report, index) => (report, index))
            .Where(r => r.report.Content.Any(span => triggers.Any(span.Contains))).Select(r => r.index).ToList();
        var status = ordered.Select(c => c.Status).FirstOrDefault(s => s is not (EventStatus.Occurred or EventStatus.Ongoing), lead.Status);
        return new(lead.Type, ordered.Select(c => c.Mode).FirstOrDefault(m => m is not null), status, triggers, actors, [.. recipients.Except(actors)],
            ordered.Select(c => c.Date).Where(d => d is not null).MaxBy(d => d!.Length), ordered.Select(c => c.Place).FirstOrDefault(p => p is not null),
            ordered.Where(c => c.Place is not null).Select(c => c.PlaceCountry).FirstOrDefault(), counts, reports,
            Math.Min(0.95, lead.Confidence + (0.05 * (group.Count - 1))), [.. group.SelectMany(c => c.Because)]);
    }
}
