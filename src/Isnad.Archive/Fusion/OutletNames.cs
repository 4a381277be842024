using System.Text;
using Isnad.Knowledge;
using Isnad.Text;

namespace Isnad.Archive.Fusion;

/// <summary>Finds the agency or outlet that a credit names: «(أ ف ب)», «دمشق-سانا», «BBC Arabic».</summary>
internal sealed class OutletNames
{
    private readonly List<(string Name, string Id)> names;
    private readonly HashSet<string> shared;
    private readonly Dictionary<string, string?> found = new(StringComparer.Ordinal);

    public OutletNames(KnowledgeBase knowledge)
    {
        var media = knowledge.OfKind("organization").Where(r => r["sector"] == "JRN").ToList();
        // An agency may be listed as a credit, as an organisation, or as both; the names decide which are one.
        var ids = media.SelectMany(r => r.Values("also").Concat(r.Values("en")).Prepend(r.Headword).Select(n => (Words(n), r.Id))).ToList();
        var byName = ids.GroupBy(x => x.Item1, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
        foreach (var credit in knowledge.OfKind("credit"))
        {
            var spellings = credit.Values("also").Prepend(credit.Headword).Select(Words).ToList();
            var id = spellings.Select(s => byName.GetValueOrDefault(s)).FirstOrDefault(x => x is not null) ?? credit.Id;
            ids.AddRange(spellings.Select(s => (s, id)));
        }

        names = [.. ids.Where(x => x.Item1.Length > 1).DistinctBy(x => x.Item1).OrderByDescending(x => x.Item1.Length).ThenBy(x => x.Item1, StringComparer.Ordinal)];
        // «وكالات» credits nobody in particular.
        shared = [.. knowledge.OfKind("credit").Where(r => r.Is("shared")).Select(r => r.Id)];
    }

    /// <summary>Entry of the agency that a text names, the longest name first; null where it names none.</summary>
    public string? Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (!found.TryGetValue(text, out var id))
        {
            var words = $" {Words(text)} ";
            id = names.FirstOrDefault(n => words.Contains($" {n.Name} ", StringComparison.Ordinal)).Id;
            found[text] = id;
        }

        return id;
    }

    /// <summary>True for a credit that stands for several agencies.</summary>
    public bool IsShared(string id) => shared.Contains(id);

    /// <summary>Folded words with single spaces: «أ.ف.ب» and «أ ف ب» are one spelling.</summary>
    internal static string Words(string text)
    {
        var words = new StringBuilder();
        foreach (var c in ArabicFolding.Fold(text))
        {
            if (char.IsLetterOrDigit(c))
            {
                words.Append(c);
            }
            else if (words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words.ToString().TrimEnd();
    }
}
