using Isnad.Archive.Reviews;
using Isnad.Archive.Store;

namespace Isnad.Archive.Fusion;

/// <summary>
/// Makes events of mentions. What is new is grouped together with everything that it is linked to, directly or through others,
/// so that the events depend on what the archive holds and not on the order in which it came.
/// </summary>
public sealed class Fuser(NewsArchive archive, NewsEngine engine)
{
    private const int BatchSize = 200;
    private const double WorthNoting = 1.5;

    // Another process that writes meanwhile may free a mention once more, but not again and again.
    private const int MostRepeats = 100;
    private readonly Sql sql = archive.Sql;
    private readonly FeatureReader features = new(archive.Sql);
    private readonly PairScorer scorer = new(new PlaceTree(engine.Knowledge));
    private readonly ReviewLog reviews = new(archive.Sql);
    private FusionRules rules = FusionRules.None;
    private long rulesVersion;
    private readonly EventRows events = new(archive.Sql, archive.Sums, new OutletNames(engine.Knowledge));

    /// <summary>Fuses what is not fused yet, a batch per transaction; returns how many mentions that were.</summary>
    /// <param name="progress">Called with the number done.</param>
    /// <exception cref="InvalidOperationException">The same mentions come back again and again: a defect of fusion, which must not run for ever.</exception>
    public long Run(Action<long>? progress = null, CancellationToken cancellation = default) => Run(
        () => sql.Rows("SELECT id FROM mention WHERE event_id IS NULL AND COALESCE(verdict, '') <> 'rejected' ORDER BY day, type, id LIMIT @p1", r => r.GetInt64(0), BatchSize), progress, cancellation);

    /// <summary>Fuses what is not fused yet of some articles only: what another process is adding meanwhile it fuses itself.</summary>
    internal void RunOf(IReadOnlyCollection<long> articles) => Run(
        () => [.. articles.SelectMany(article => sql.Rows("SELECT id FROM mention WHERE article_id = @p1 AND event_id IS NULL AND COALESCE(verdict, '') <> 'rejected' ORDER BY id", r => r.GetInt64(0), article)).Take(BatchSize)],
        null, CancellationToken.None);

    private long Run(Func<List<long>> next, Action<long>? progress, CancellationToken cancellation)
    {
        var done = 0L;
        var seen = new HashSet<long>();
        var repeats = 0;
        while (next() is { Count: > 0 } fresh)
        {
            cancellation.ThrowIfCancellationRequested();
            if (fresh.FindAll(seen.Add).Count == 0 && ++repeats > MostRepeats)
            {
                throw new InvalidOperationException($"Fusion does not come to an end with mention {fresh[0]}: that is a defect of Isnad, please report it with the archive. The articles are stored, nothing is lost.");
            }

            archive.Write(() => Fuse(fresh));
            done += fresh.Count;
            progress?.Invoke(done);
        }

        return done;
    }

    private void Fuse(List<long> fresh)
    {
        // Read in the transaction: what another process adds meanwhile holds from the next batch on.
        features.Refresh();
        if (reviews.Version is var version && version != rulesVersion)
        {
            (rules, rulesVersion) = (FusionRules.Load(sql), version);
        }

        var placed = new HashSet<long>();
        foreach (var id in fresh.Where(id => !placed.Contains(id)))
        {
            var component = Component(features.Mention(id));
            placed.UnionWith(component.Members.Select(m => m.Id));
            Place(component);
        }
    }

    /// <param name="Members">In the order of their keys.</param>
    /// <param name="Noted">The pairs for which much speaks, with the reasons.</param>
    private sealed record Linked(List<MentionFeatures> Members, Dictionary<(string, string), FusionScore> Noted);

    /// <summary>Everything that a mention is linked to, directly or through others.</summary>
    private Linked Component(MentionFeatures start)
    {
        var members = new SortedDictionary<string, MentionFeatures>(StringComparer.Ordinal) { [start.Key] = start };
        var noted = new Dictionary<(string, string), FusionScore>();
        var queue = new Queue<MentionFeatures>([start]);
        while (queue.TryDequeue(out var mention))
        {
            foreach (var other in features.Near(mention))
            {
                // Weighed first: few of the thousands that a day of war holds are worth a note.
                if (scorer.Weigh(mention, other) is not { Score: >= WorthNoting } weight)
                {
                    continue;
                }

                if (Pair(mention, other) is var pair && !noted.ContainsKey(pair))
                {
                    noted.Add(pair, scorer.Score(mention, other)!);
                }

                if (weight.Links && members.TryAdd(other.Key, other))
                {
                    queue.Enqueue(other);
                }
            }

            // What people hold together is looked at together, however far apart it was told.
            foreach (var other in rules.With(mention.Key).Select(features.Find).OfType<MentionFeatures>().Where(o => o.Type == mention.Type))
            {
                noted[Pair(mention, other)] = FusionScore.Told;
                if (members.TryAdd(other.Key, other))
                {
                    queue.Enqueue(other);
                }
            }

            foreach (var other in rules.Without(mention.Key))
            {
                noted[Pair(mention.Key, other)] = FusionScore.Told;
            }
        }

        return new([.. members.Values], noted);
    }

    private void Place(Linked component)
    {
        // What copies of one text tell with one word is told once: of its readings the one for which most speaks counts.
        var members = component.Members;
        var nodes = members.GroupBy(m => m.CopyGroup is null || rules.SpeakOf(m.Key) ? m.Key : $"{m.CopyGroup} {m.Word} {m.Status}", StringComparer.Ordinal).Select(g => g.ToList()).ToList();
        var nodeOf = nodes.SelectMany((alike, node) => alike.Select(m => (m.Key, node))).ToDictionary(x => x.Key, x => x.node, StringComparer.Ordinal);
        var groups = MentionClusters.Group(nodes.Count, Scores(nodes), Nodes(members, rules.With, nodeOf), Nodes(members, rules.Without, nodeOf));
        var groupOf = groups.SelectMany((alike, group) => alike.SelectMany(n => nodes[n]).Select(m => (m.Key, group))).ToDictionary(x => x.Key, x => x.group, StringComparer.Ordinal);
        foreach (var ((first, second), score) in component.Noted)
        {
            var merged = groupOf.TryGetValue(first, out var i) && groupOf.TryGetValue(second, out var j) && i == j;
            sql.Run(
                """
                INSERT INTO fusion_decision (first_key, second_key, score, merged, reasons) VALUES (@p1, @p2, @p3, @p4, @p5)
                ON CONFLICT (first_key, second_key) DO UPDATE SET score = excluded.score, merged = excluded.merged, reasons = excluded.reasons
                """,
                first, second, score.Weight.Score, merged ? 1 : 0, score.ToString());
        }

        events.Replace(groups.ConvertAll(group => group.SelectMany(n => nodes[n]).ToList()));
    }

    // What speaks for two nodes being one event: the pair of their mentions for which most does.
    private Dictionary<(int, int), double> Scores(List<List<MentionFeatures>> nodes)
    {
        var scores = new Dictionary<(int, int), double>();
        for (var i = 0; i < nodes.Count; i++)
        {
            for (var j = i + 1; j < nodes.Count; j++)
            {
                foreach (var first in nodes[i])
                {
                    foreach (var second in nodes[j])
                    {
                        if (scorer.Weigh(first, second) is { } weight)
                        {
                            var score = weight.Refused ? Math.Min(weight.Score, 0) : weight.Score;
                            scores[(i, j)] = Math.Max(score, scores.GetValueOrDefault((i, j), double.MinValue));
                        }
                    }
                }
            }
        }

        return scores;
    }

    // The pairs of nodes that a rule names, each once and in order.
    private static List<(int, int)> Nodes(List<MentionFeatures> members, Func<string, IEnumerable<string>> rule, Dictionary<string, int> nodeOf) =>
    [
        .. members.SelectMany(m => rule(m.Key).Where(nodeOf.ContainsKey).Select(other => (A: nodeOf[m.Key], B: nodeOf[other])))
            .Where(pair => pair.A < pair.B).Distinct().Order(),
    ];

    private static (string, string) Pair(MentionFeatures a, MentionFeatures b) => Pair(a.Key, b.Key);

    private static (string, string) Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
}
