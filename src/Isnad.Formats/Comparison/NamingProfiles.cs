using Isnad.Knowledge;
using Isnad.Reading;

namespace Isnad.Formats.Comparison;

/// <summary>
/// Counts which outlet calls which actor what, over any number of readings. Only actors that knowledge lists are compared, since only
/// they are known to be the same in two articles; words verbatim between quotation marks are their speaker's and are left out.
/// Holds names and counts, never articles.
/// </summary>
public sealed class NamingProfiles
{
    // A collection has a few thousand listed actors; what an outlet calls one of them in hundreds of ways is noise.
    private const int MostActors = 20_000;
    private const int MostNames = 400;
    private const int MostOutlets = 5_000;
    private readonly HashSet<string> pointers;
    private readonly Dictionary<string, ActorTally> actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> articles = new(StringComparer.Ordinal);

    /// <param name="knowledge">Says which words only point back («الأخير») and name nobody.</param>
    public NamingProfiles(KnowledgeBase knowledge)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        pointers = [.. knowledge.OfKind("back-reference").SelectMany(r => r.Values("also").Prepend(r.Headword)).Select(NameKey.Of)];
    }

    /// <summary>Readings counted.</summary>
    public int Articles { get; private set; }

    /// <summary>Counts the names of one reading.</summary>
    public void Add(NewsReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var outlet = reading.Outlet ?? "";
        if (!articles.ContainsKey(outlet) && articles.Count >= MostOutlets)
        {
            return;
        }

        Articles++;
        articles[outlet] = articles.GetValueOrDefault(outlet) + 1;
        var verbatim = new VerbatimWords(reading);
        var marks = reading.Framing.Where(f => f is { Target: not null, Kind: "loaded" }).ToLookup(f => f.Target!, StringComparer.Ordinal);
        foreach (var entity in reading.Entities)
        {
            if (entity.Known is null || Tally(entity) is not { } tally)
            {
                continue;
            }

            var loaded = marks[entity.Id].ToList();
            foreach (var mention in entity.Mentions)
            {
                // «رئيس النظام التركي»: the mark says more than the name inside it.
                if (!verbatim.Holds(mention) && !pointers.Contains(NameKey.Of(mention.Text)) && !loaded.Exists(f => Overlap(f.Span, mention)))
                {
                    tally.Count(mention.Text, null, outlet, reading.Published);
                }
            }

            foreach (var mark in loaded)
            {
                tally.Count(mark.Span.Text, mark, outlet, reading.Published);
            }
        }
    }

    /// <summary>What was counted, the actor most often named first.</summary>
    public NamingComparison Compare() => new(
        Articles,
        [.. articles.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => new OutletArticles(a.Key, a.Value))],
        [.. actors.Values.Select(a => a.Build()).Where(a => a.Total > 0).OrderByDescending(a => a.Total).ThenBy(a => a.Id, StringComparer.Ordinal)]);

    private ActorTally? Tally(EntityReading entity)
    {
        if (actors.TryGetValue(entity.Known!, out var tally))
        {
            return tally;
        }

        return actors.Count < MostActors ? actors[entity.Known!] = new(entity, MostNames) : null;
    }

    private static bool Overlap(SpanText a, SpanText b) => a.Start < b.End && b.Start < a.End;
}
