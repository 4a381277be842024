using System.Runtime.CompilerServices;
using Isnad.Knowledge;
using Isnad.Text;

namespace Isnad.Archive.Query;

/// <summary>Which knowledge entries and countries a name stands for: «تركيا» the state and TUR, «المرصد» an organisation.</summary>
internal sealed class NameIndex
{
    private static readonly ConditionalWeakTable<KnowledgeBase, NameIndex> Indexes = [];
    private static readonly string[] NameFields = ["name", "also", "en", "capital"];
    private readonly ILookup<string, string> entries;
    private readonly Dictionary<string, string> countries;
    private readonly Dictionary<string, string> headwords;

    private NameIndex(KnowledgeBase knowledge)
    {
        var named = knowledge.Records.Where(r => r.Kind is "state" or "organization" or "person" or "armed-group").ToList();
        entries = named.SelectMany(r => NameFields.SelectMany(r.Values).Append(r.Headword).Select(name => (Name: ArabicFolding.Fold(name), r.Id)).Distinct()).ToLookup(x => x.Name, x => x.Id, StringComparer.Ordinal);
        headwords = knowledge.Records.GroupBy(r => r.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First()["name"] ?? g.First().Headword, StringComparer.Ordinal);
        countries = new(StringComparer.Ordinal);
        foreach (var state in named.Where(r => r.Kind == "state"))
        {
            foreach (var name in state.Values("name").Concat(state.Values("also")).Concat(state.Values("en")))
            {
                countries.TryAdd(ArabicFolding.Fold(name), state.Headword);
            }
        }
    }

    /// <summary>The index of a knowledge base, made once.</summary>
    public static NameIndex Of(KnowledgeBase knowledge) => Indexes.GetValue(knowledge, k => new(k));

    /// <summary>What the entry with an id is called; the id itself where there is none.</summary>
    public string Name(string entry) => headwords.GetValueOrDefault(entry, entry);

    /// <summary>Ids of the entries with this name or another of theirs.</summary>
    public IEnumerable<string> Entries(string folded) => entries[folded].Distinct();

    /// <summary>Code of the country with this name, or null.</summary>
    public string? Country(string folded) => countries.GetValueOrDefault(folded);
}
