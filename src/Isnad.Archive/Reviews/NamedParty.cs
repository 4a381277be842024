using Isnad.Archive.Query;
using Isnad.Knowledge;
using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Archive.Reviews;

/// <summary>Somebody whom a person names and the article's reading does not: as the knowledge lists him, or by the name alone.</summary>
internal static class NamedParty
{
    public static EntityReading Of(string name, string id, NewsEngine engine)
    {
        var entry = NameIndex.Of(engine.Knowledge).Entries(ArabicFolding.Fold(name)).FirstOrDefault();
        var record = entry is null ? null : engine.Knowledge.Records.FirstOrDefault(r => r.Id == entry);
        return record is null
            ? new(id, name, null, "GRP", null, null, null, [])
            : new(id, record["name"] ?? record.Headword, record["en"], Type(record), record.Kind == "state" ? record.Headword : record["country"], record["sector"] ?? (record.Kind == "state" ? "GOV" : null), record.Id, []);
    }

    private static string Type(KnowledgeRecord record) => record.Kind switch
    {
        "state" => "GPE",
        "person" => "PER",
        _ => "ORG",
    };
}
