using Isnad.Knowledge;
using Isnad.Text;

namespace Isnad.Language.Tagging;

/// <summary>Which words occur in the names that knowledge lists, and as what.</summary>
internal sealed class NameListing
{
    private readonly Dictionary<string, NameLists> lists = new(StringComparer.Ordinal);

    private NameListing(KnowledgeBase knowledge)
    {
        foreach (var record in knowledge.Records)
        {
            switch (record.Kind)
            {
                case "person":
                    Add(NameLists.PersonName, record.Values("also").Prepend(record.Headword));
                    break;
                case "place":
                    Add(NameLists.Place, record.Values("also").Prepend(record.Headword));
                    break;
                case "organization":
                    Add(NameLists.Organization, record.Values("also").Prepend(record.Headword));
                    break;
                case "title":
                    Add(NameLists.Title, record.Values("also").Prepend(record.Headword));
                    break;
                case "state":
                    Add(NameLists.Place, [.. record.Values("name"), .. record.Values("also"), .. record.Values("capital")]);
                    Add(NameLists.Nationality, record.Values("adjective"));
                    break;
            }
        }
    }

    public static NameListing Of(KnowledgeBase knowledge) => knowledge.Table(k => new NameListing(k));

    public NameLists this[string stem] => lists.GetValueOrDefault(stem);

    private void Add(NameLists kind, IEnumerable<string> names)
    {
        foreach (var word in names.SelectMany(name => name.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            var folded = ArabicFolding.Fold(word);
            lists[folded] = lists.GetValueOrDefault(folded) | kind;
        }
    }
}
