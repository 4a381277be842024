using Isnad.Reading;

namespace Isnad.Archive.Reviews;

/// <summary>
/// Names the mentions of an article by what the engine reads: the article, the type and where the word stands. A correction
/// does not change the name.
/// </summary>
internal static class MentionKeys
{
    public static IReadOnlyList<string> Of(string article, NewsReading reading)
    {
        var keys = new List<string>(reading.Events.Count);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var e in reading.Events)
        {
            // One word may name two events: «اشتباكات» in Aleppo and in Hama.
            var own = $"{article}-{e.Type}-{e.Mentions[0].Start}";
            for (var n = 2; !taken.Add(own); n++)
            {
                own = $"{article}-{e.Type}-{e.Mentions[0].Start}-{n}";
            }

            keys.Add(own);
        }

        return keys;
    }

    /// <summary>The event that a review means: of the same key; else of the same type where the word stood; else any there. -1 for none.</summary>
    public static int Find(ReviewTarget target, IReadOnlyList<string> keys, NewsReading reading)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i] == target.Mention)
            {
                return i;
            }
        }

        var there = Enumerable.Range(0, keys.Count).Where(i => reading.Events[i].Mentions.Any(m => m.Start < target.End && m.End > target.Start)).ToList();
        return there.Where(i => reading.Events[i].Type == target.Type).Concat(there).DefaultIfEmpty(-1).First();
    }
}
