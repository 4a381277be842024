using Isnad.Archive.Fusion;
using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Pages;

/// <summary>Works out what a page of one event shows.</summary>
internal sealed class EventDetailReader(Sql sql, NewsEngine engine)
{
    public EventDetail Read(StoredEvent e)
    {
        var passages = new PassageReader(sql);
        var evidence = e.Reports.Select(m => new EvidenceItem(m, passages.Of(m))).ToList();
        var denials = e.Denials.SelectMany(d => evidence
            .Where(x => x.Mention.Article.Key == d.Article && (x.Mention.Status == "negated" || x.Mention.Reports.Any(r => r.Stance == "denies"))).Take(1)
            .Select(x => new EventDenial(d, x.Mention, x.Passage)));
        return new(
            e, Claims(e), [.. denials], Origins(e), [.. evidence.GroupBy(x => x.Mention.Article.Outlet, StringComparer.Ordinal).Select(g => new OutletEvidence(g.Key, [.. g]))],
            new DecisionReader(sql).Of(e));
    }

    private static List<ClaimedNumbers> Claims(StoredEvent e) =>
    [
        .. e.Claims.GroupBy(c => c.What, StringComparer.Ordinal).Select(g => new ClaimedNumbers(
            g.Key, e.Disagreements.Contains(g.Key),
            [.. g.GroupBy(c => (c.Min, c.Max)).OrderByDescending(v => v.Select(c => c.Article).Distinct().Count()).Select(v => new ClaimedValue(v.Key.Min, v.Key.Max, [.. v]))])),
    ];

    private List<EventOrigin> Origins(StoredEvent e)
    {
        var (outlets, names) = (new OutletNames(engine.Knowledge), NameIndex.Of(engine.Knowledge));
        var reader = new ProvenanceReader(sql);
        // Who only denies the event is no origin of it, unless nobody does anything else.
        var asserting = e.Reports.Where(m => !Denies(m)).ToList();
        var mentions = asserting.Count > 0 ? asserting : [.. e.Reports];
        var provenances = mentions.ConvertAll(m => reader.Of(m.Id));
        return [.. Fusion.Origins.Group(provenances, outlets).Select(group =>
        {
            var texts = new HashSet<string>(StringComparer.Ordinal);
            var reports = group.Reports.Select(at =>
            {
                var (mention, p) = (mentions[at], provenances[at]);
                var another = !texts.Add(p.CopyGroup) && group.Reports.Any(o => o < at && provenances[o].CopyGroup == p.CopyGroup && mentions[o].Article.Key != mention.Article.Key);
                var how = Fusion.Origins.Carrier(p, outlets) is not null ? "relayed" : another ? "copy" : outlets.Find(p.Credit) is not null ? "signed" : "own";
                return new OriginReport(mention.Key, mention.Article.Outlet, how);
            });
            return new EventOrigin(group.Entry is null ? group.Outlet : names.Name(group.Entry), group.Entry, [.. reports]);
        })];
    }

    private static bool Denies(StoredMention m) => m.Status == "negated" || m.Reports.Any(r => r.Stance == "denies");
}
