using Isnad.Pipeline;
using Isnad.Reading;

namespace Isnad.Events;

/// <summary>Makes one event of the mentions that speak of it: the clearest mention leads, each part comes from the mention that says it best.</summary>
internal static class EventAssembler
{
    public static NewsEvent Assemble(NewsDocument document, IReadOnlyList<EventCandidate> group)
    {
        var ordered = group.OrderByDescending(c => c.Confidence + (c.Date is null ? 0 : 0.1)).ThenBy(c => c.Span.Start).ToList();
        var lead = ordered[0];
        var triggers = ordered.Select(c => c.Span).Distinct().ToList();
        var actors = (ordered.Find(c => c.Actors.Count > 0) ?? lead).Actors;
        var recipients = ordered.Where(c => c.Actors.Intersect(actors).Any() || c.Actors.Count == 0).Select(c => c.Recipients).FirstOrDefault(r => r.Count > 0) ?? [];
        var because = group.SelectMany(c => c.Because).ToList();
        if (actors.Count == 0)
        {
            actors = Meant(document, ordered.Select(c => c.MeantActor), recipients, "event.actor.meant", because);
        }

        if (recipients.Count == 0)
        {
            recipients = Meant(document, ordered.Select(c => c.MeantRecipient), actors, "event.recipient.meant", because);
        }

        var counts = group.SelectMany(c => c.Counts).DistinctBy(c => c.What).ToList();
        var reports = document.Reports.Select((report, index) => (report, index))
            .Where(r => r.report.Content.Any(span => triggers.Any(span.Contains))).Select(r => r.index).ToList();
        return new(lead.Type, ordered.Select(c => c.Mode).FirstOrDefault(m => m is not null), Status(group), triggers, actors, [.. recipients.Except(actors)],
            Date(document, group, because), ordered.Select(c => c.Place).FirstOrDefault(p => p is not null),
            ordered.Where(c => c.Place is not null).Select(c => c.PlaceCountry).FirstOrDefault(), counts, reports,
            ClaimTest.IsClaim(document, triggers, reports), Math.Min(0.95, lead.Confidence + (0.05 * (group.Count - 1))), because);
    }

    private static IReadOnlyList<int> Meant(NewsDocument document, IEnumerable<int?> guesses, IReadOnlyList<int> others, string rule, List<Evidence> because)
    {
        if (guesses.FirstOrDefault(g => g is { } guess && !others.Contains(guess)) is not { } meant)
        {
            return [];
        }

        because.Add(new(rule, null, null, $"nobody is named; «{document.Entities[meant].Name}» is meant"));
        return [meant];
    }

    /// <summary>A verb or a cue says more of reality than a bare noun, which only names what others have placed; of several the first.</summary>
    private static EventStatus Status(IReadOnlyList<EventCandidate> group) =>
        (group.Where(c => c.Says || c.IsCarried).MinBy(c => c.Span.Start) ?? group.FirstOrDefault(c => c.Lasts) ?? group[0]).Status;

    /// <summary>The most precise of the dates given; of several the first.</summary>
    private static string? Date(NewsDocument document, IReadOnlyList<EventCandidate> group, List<Evidence> because)
    {
        EventCandidate? best = null;
        foreach (var candidate in group.OrderBy(c => c.Span.Start))
        {
            best = candidate.Date is { } date && (best?.Date is null || date.Length > best.Date.Length) ? candidate : best;
        }

        if (best is null && group.Select(c => c.NarrativeDay).FirstOrDefault(d => d is not null) is { } day)
        {
            because.Add(new("event.date.narrative", null, document.Quote(day.Span), "the day that the article tells of"));
            return DateFinder.IsoDate(day);
        }

        return best?.Date;
    }
}
