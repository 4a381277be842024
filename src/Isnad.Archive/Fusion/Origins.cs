namespace Isnad.Archive.Fusion;

/// <summary>Somebody who found out for himself.</summary>
/// <param name="Entry">Entry of the agency or outlet; null where the knowledge has none.</param>
/// <param name="Outlet">The outlet of the first report.</param>
/// <param name="Reports">Places in the list of what comes from him.</param>
internal sealed record OriginGroup(string? Entry, string Outlet, IReadOnlyList<int> Reports);

/// <summary>
/// Counts who found out for himself. An article that relays an agency («ذكرت رويترز»), that an agency signs, or whose text is
/// another's, adds no origin of its own.
/// </summary>
internal static class Origins
{
    private const string Unlisted = "outlet ";

    public static int Count(IEnumerable<Provenance> provenances, OutletNames outlets) => Group([.. provenances], outlets).Count;

    /// <summary>Who found out for himself, each with the places in the list of what comes from him.</summary>
    public static IReadOnlyList<OriginGroup> Group(IReadOnlyList<Provenance> provenances, OutletNames outlets)
    {
        var roots = new Dictionary<string, string>(StringComparer.Ordinal);
        var all = provenances.Select(p => Source(p, outlets)).ToList();
        foreach (var (source, p) in all.Zip(provenances))
        {
            Join(source, $"text {p.CopyGroup}");
        }

        var sources = all.Where(s => !outlets.IsShared(s)).ToList();
        var fromAgencies = all.Where(outlets.IsShared);

        // «وكالات» is one of the agencies that others name, if they name any.
        var named = sources.Where(s => s.Contains('#', StringComparison.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault();
        foreach (var source in fromAgencies)
        {
            Join(source, named ?? source);
        }

        // «وكالة عمّان» is «وكالة عمّان للأنباء», which tells of the event itself.
        var unlisted = sources.Where(s => s.StartsWith(Unlisted, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var (whole, part) in unlisted.SelectMany(whole => unlisted.Where(part => part.Length < whole.Length).Select(part => (whole, part))))
        {
            if (WholeWords.Contain(whole[Unlisted.Length..], part[Unlisted.Length..]))
            {
                Join(whole, part);
            }
        }

        // A group is called after an agency where one is in it, else after the outlet that came first.
        return [.. all.Select((source, at) => (source, at)).GroupBy(x => Root(x.source), StringComparer.Ordinal).Select(g =>
        {
            var name = g.Select(x => x.source).FirstOrDefault(s => s.Contains('#', StringComparison.Ordinal) && !outlets.IsShared(s));
            return new OriginGroup(name, provenances[g.First().at].Outlet, [.. g.Select(x => x.at)]);
        })];

        string Root(string of)
        {
            while (roots.TryGetValue(of, out var up))
            {
                of = up;
            }

            return of;
        }

        void Join(string a, string b)
        {
            var (first, second) = (Root(a), Root(b));
            if (first != second)
            {
                roots[string.CompareOrdinal(first, second) < 0 ? second : first] = string.CompareOrdinal(first, second) < 0 ? first : second;
            }
        }
    }

    // Who found out: the first medium of the chain, else who signs, else the outlet.
    private static string Source(Provenance p, OutletNames outlets) =>
        Carrier(p, outlets) ?? outlets.Find(p.Credit) ?? outlets.Find(p.Outlet) ?? Unlisted + OutletNames.Words(p.Outlet);

    /// <summary>The first medium of the chain; null where there is none.</summary>
    public static string? Carrier(Provenance p, OutletNames outlets) => p.Carriers.Select(c => c.Contains('#', StringComparison.Ordinal) ? c : outlets.Find(c) ?? Unlisted + OutletNames.Words(c)).FirstOrDefault();
}
