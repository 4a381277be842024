using Isnad.Pipeline;
using Isnad.Reading;

namespace Isnad.Events;

/// <summary>
/// Joins the mentions of one event: the headline, the lead and the fourth paragraph speak of one visit. Two candidates are
/// one event where the type is the same and neither participants, date, mode nor reality speak against it.
/// </summary>
internal sealed class EventMerger(NewsDocument document)
{
    private const int NearSentences = 2;

    public IReadOnlyList<List<EventCandidate>> Merge(IReadOnlyList<EventCandidate> candidates)
    {
        var groups = new List<List<EventCandidate>>();
        foreach (var candidate in candidates)
        {
            var best = groups.Where(g => g[0].Type == candidate.Type).Select(g => (Group: g, Score: Score(g, candidate))).Where(x => x.Score > 0)
                .OrderByDescending(x => x.Score).ThenByDescending(x => x.Group[^1].Sentence).Select(x => x.Group).FirstOrDefault();
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
    private double Score(List<EventCandidate> group, EventCandidate next)
    {
        if (!SameReality(group, next) || Agreement(group, c => c.Date, next.Date, IsWithin) is not { } dates)
        {
            return 0;
        }

        if (Parties(group, next) is not { } parties)
        {
            return 0;
        }

        var modes = Agreement(group, c => c.Mode, next.Mode, static (a, b) => a == b) ?? -1;
        var places = Agreement(group, c => c.Place, next.Place, static (a, b) => a == b) ?? -0.5;
        var score = dates + parties + (modes / 2) + (places / 2);
        score += group.Min(c => Math.Abs(c.Sentence - next.Sentence)) <= NearSentences ? 0.5 : 0;
        score += group.Exists(c => c.InTitle) || next.InTitle ? 0.5 : 0;
        score += group.Exists(c => c.Trigger.Frame.Entry == next.Trigger.Frame.Entry) ? 0.5 : 0;
        score += next.IsDefiniteNoun ? 0.5 : 0;
        return score - 1;
    }

    /// <summary>1 where somebody of the group says the same, 0 where nothing is said, null where they contradict.</summary>
    private static double? Agreement(List<EventCandidate> group, Func<EventCandidate, string?> what, string? next, Func<string, string, bool> same)
    {
        var known = group.Select(what).OfType<string>().ToList();
        return next is null || known.Count == 0 ? 0 : known.TrueForAll(k => same(k, next)) ? 1 : null;
    }

    // «2019» holds «2019-04», which holds «2019-04-08».
    private static bool IsWithin(string a, string b) => a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal);

    // A bare noun takes the reality of what it points back to.
    private static bool SameReality(List<EventCandidate> group, EventCandidate next) =>
        group.TrueForAll(c => c.Status == next.Status || !next.Says || !c.Says || (c.Status, next.Status) is (EventStatus.Occurred, EventStatus.Ongoing) or (EventStatus.Ongoing, EventStatus.Occurred));

    /// <summary>
    /// Somebody in common speaks for it, nobody in common against it; who is not named says nothing. What a noun with the article points
    /// back to may be told of others from the same country: «التقى وزير البترول … وفي اللقاء أكد الوزير».
    /// </summary>
    private double? Parties(List<EventCandidate> group, EventCandidate next)
    {
        var known = group.SelectMany(c => c.Actors.Concat(c.Recipients)).ToHashSet();
        var named = next.Actors.Concat(next.Recipients).ToHashSet();
        if (known.Count == 0 || named.Count == 0)
        {
            return 0.25;
        }

        var common = named.Count(known.Contains);
        return common > 0 ? common == named.Count ? 1.5 : 1 : next.IsDefiniteNoun && Countries(named).Any(Countries(known).Contains) ? 0.25 : null;
    }

    private HashSet<string> Countries(IEnumerable<int> entities) => [.. entities.Select(e => document.Entities[e].Country).OfType<string>()];
}
