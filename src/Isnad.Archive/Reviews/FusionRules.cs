using Isnad.Archive.Store;

namespace Isnad.Archive.Reviews;

/// <summary>
/// Which mentions people hold to be one event, and which not. The reviews are taken in the order in which they were made, and a
/// later one prevails: what is split is no longer held together, and what is merged no longer kept apart.
/// </summary>
internal sealed class FusionRules
{
    private readonly Dictionary<string, HashSet<string>> together = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> apart = new(StringComparer.Ordinal);

    /// <summary>Nobody has said anything.</summary>
    public static FusionRules None { get; } = new();

    /// <summary>The rules that the reviews of an archive amount to.</summary>
    public static FusionRules Load(Sql sql)
    {
        var rules = new FusionRules();
        foreach (var review in new ReviewLog(sql).OfEvents())
        {
            // By the keys that the mentions have now: reading again may have moved a word or changed its type.
            var sides = review.Targets.Select(t => (t.Side, Key: Key(sql, t))).Where(t => t.Key is not null).ToLookup(t => t.Side, t => t.Key!);
            if (review.Action == "merge")
            {
                rules.Merge([.. sides[0].Distinct(StringComparer.Ordinal)]);
            }
            else
            {
                rules.Split([.. sides[0].Distinct(StringComparer.Ordinal)], [.. sides[1].Distinct(StringComparer.Ordinal)]);
            }
        }

        return rules;
    }

    /// <summary>The mentions that are held to be one event with this one.</summary>
    public IEnumerable<string> With(string key) => together.TryGetValue(key, out var others) ? others.Order(StringComparer.Ordinal) : [];

    /// <summary>The mentions that are held to be other events than this one.</summary>
    public IEnumerable<string> Without(string key) => apart.TryGetValue(key, out var others) ? others.Order(StringComparer.Ordinal) : [];

    /// <summary>Somebody has said something of this mention.</summary>
    public bool SpeakOf(string key) => together.ContainsKey(key) || apart.ContainsKey(key);

    private void Merge(List<string> keys)
    {
        foreach (var other in keys.Skip(1))
        {
            Add(together, keys[0], other);
        }

        var all = keys.Count > 0 ? Reach(keys[0]) : [];
        foreach (var key in all)
        {
            foreach (var other in Without(key).Where(all.Contains).ToList())
            {
                Remove(apart, key, other);
            }
        }
    }

    private void Split(List<string> staying, List<string> leaving)
    {
        var taken = leaving.ToHashSet(StringComparer.Ordinal);
        foreach (var key in leaving)
        {
            foreach (var other in With(key).Where(other => !taken.Contains(other)).ToList())
            {
                Remove(together, key, other);
            }

            foreach (var other in staying.Where(other => !taken.Contains(other)))
            {
                Add(apart, key, other);
            }
        }
    }

    private HashSet<string> Reach(string from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { from };
        var queue = new Queue<string>([from]);
        while (queue.TryDequeue(out var key))
        {
            foreach (var other in With(key).Where(reached.Add))
            {
                queue.Enqueue(other);
            }
        }

        return reached;
    }

    private static string? Key(Sql sql, ReviewTarget target) =>
        (string?)sql.Value("SELECT key FROM mention WHERE key = @p1", target.Mention)
        ?? (string?)sql.Value(
            "SELECT m.key FROM mention m JOIN article a ON a.id = m.article_id WHERE a.key = @p1 AND m.start_at < @p2 AND m.end_at > @p3 ORDER BY CASE WHEN m.type = @p4 THEN 0 ELSE 1 END, m.key LIMIT 1",
            target.Article, target.End, target.Start, target.Type);

    private static void Add(Dictionary<string, HashSet<string>> pairs, string a, string b)
    {
        foreach (var (one, other) in new[] { (a, b), (b, a) })
        {
            if (!pairs.TryGetValue(one, out var others))
            {
                pairs[one] = others = new(StringComparer.Ordinal);
            }

            others.Add(other);
        }
    }

    private static void Remove(Dictionary<string, HashSet<string>> pairs, string a, string b)
    {
        foreach (var (one, other) in new[] { (a, b), (b, a) })
        {
            if (pairs.TryGetValue(one, out var others) && others.Remove(other) && others.Count == 0)
            {
                pairs.Remove(one);
            }
        }
    }
}
