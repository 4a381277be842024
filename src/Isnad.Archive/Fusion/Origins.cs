using Isnad.Archive.Store;

namespace Isnad.Archive.Fusion;

/// <summary>What says where a mention comes from.</summary>
/// <param name="Outlet">The outlet, as it calls itself.</param>
/// <param name="Credit">Byline and dateline.</param>
/// <param name="CopyGroup">The text that its article is a copy of; its own key where it is none.</param>
/// <param name="Carriers">Media that speak in a report of the event or carry it, from the speaker outwards: names and entries.</param>
internal sealed record Provenance(string Outlet, string? Credit, string CopyGroup, IReadOnlyList<string> Carriers);

/// <summary>
/// Counts who found out for himself. An article that relays an agency («ذكرت رويترز»), that an agency signs, or whose text is
/// another's, adds no origin of its own.
/// </summary>
internal static class Origins
{
    private const string Unlisted = "outlet ";

    public static int Count(IEnumerable<Provenance> provenances, OutletNames outlets)
    {
        var roots = new Dictionary<string, string>(StringComparer.Ordinal);
        var sources = new List<string>();
        var fromAgencies = new List<string>();
        foreach (var p in provenances)
        {
            var source = Source(p, outlets);
            Join(source, $"text {p.CopyGroup}");
            (outlets.IsShared(source) ? fromAgencies : sources).Add(source);
        }

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
            if ($" {whole[Unlisted.Length..]} ".Contains($" {part[Unlisted.Length..]} ", StringComparison.Ordinal))
            {
                Join(whole, part);
            }
        }

        return sources.Concat(fromAgencies).Select(Root).Distinct(StringComparer.Ordinal).Count();

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
        p.Carriers.Select(c => c.Contains('#', StringComparison.Ordinal) ? c : outlets.Find(c) ?? Unlisted + OutletNames.Words(c)).FirstOrDefault()
            ?? outlets.Find(p.Credit) ?? outlets.Find(p.Outlet) ?? Unlisted + OutletNames.Words(p.Outlet);
}
