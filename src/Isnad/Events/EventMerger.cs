using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Events;

/// <summary>
/// Joins the mentions of one event: the headline, the lead and the fourth paragraph speak of one visit. Two candidates are
/// one event where type and status agree and neither participants, date, place nor mode speak against it.
/// </summary>
internal static class EventMerger
{
    private const int NearSentences = 2;

    public static IReadOnlyList<List<EventCandidate>> Merge(IReadOnlyList<EventCandidate> candidates)
    {
        var groups = new List<List<EventCandidate>>();
        foreach (var candidate in candidates)
        {
            var best = groups.Where(g => g[0].Type == candidate.Type).Select(g => (Group: g, Score: Score(g, candidate))).Where(x => x.Score > 0)
                .OrderByDescending(x => x.Score).Select(x => x.Group).FirstOrDefault();
            if (best is null)
            {
                groups.Add([candidate]);
            }
            else
            {
                best.Add(candidate);
            }
        }

        return groups;
    }

    /// <summary>How well a candidate fits a group; 0 or less refuses.</summary>
    private static double Score(List<EventCandidate> group, EventCandidate next)
    {
        var modes = group.Select(c => c.Mode).OfType<string>().ToHashSet();
        var dates = group.Select(c => c.Date).OfType<string>().ToList();
        var score = 0.0;
        if (next.Date is { } date && dates.Count > 0)
        {
            if (!dates.All(d => d.StartsWith(date, StringComparison.Ordinal) || date.StartsWith(d, StringComparison.Ordinal)))
            {
                return 0;
            }

            score += 1;
        }

        if (next.Mode is { } mode && modes.Count > 0)
        {
            score += modes.Contains(mode) ? 0.5 : -1;
        }

        if (!Compatible(group, next))
        {
            return 0;
        }

        var actors = Agreement(group.SelectMany(c => c.Actors.Concat(c.Recipients)), next.Actors.Concat(next.Recipients));
        if (actors < 0)
        {
            return 0;
        }

        var distance = group.Min(c => Math.Abs(c.Sentence - next.Sentence));
        score += actors;
        score += next.Place is { } place && group.Any(c => c.Place is not null) ? group.Any(c => c.Place == place) ? 0.5 : -0.5 : 0;
        score += distance <= NearSentences ? 0.5 : 0;
        score += group.Any(c => c.InTitle) || next.InTitle ? 0.5 : 0;
        score += group.Any(c => c.Trigger.Frame.Entry == next.Trigger.Frame.Entry) ? 0.5 : 0;
        score += !next.Trigger.IsVerb && next.Trigger.Cut.Has(Language.Proclitics.Article) ? 0.5 : 0;
        return score - 1;
    }

    private static bool Compatible(List<EventCandidate> group, EventCandidate next) => group.All(c =>
        c.Status == next.Status || (!next.Trigger.IsVerb && next.Status == EventStatus.Occurred) || (!c.Trigger.IsVerb && c.Status == EventStatus.Occurred));

    // Somebody in common speaks for it, nobody in common against it; who is not named says nothing.
    private static double Agreement(IEnumerable<int> known, IEnumerable<int> next)
    {
        var a = known.ToHashSet();
        var b = next.ToHashSet();
        if (a.Count == 0 || b.Count == 0)
        {
            return 0.25;
        }

        var common = b.Count(a.Contains);
        return common == 0 ? -1 : common == b.Count ? 1.5 : 1;
    }
}
