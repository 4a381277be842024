namespace Isnad.Knowledge;

/// <summary>One compiled record of a knowledge file. Immutable.</summary>
public sealed class KnowledgeRecord
{
    private static readonly string[] None = [];
    private readonly KeyValuePair<string, string[]>[] fields;
    private readonly KeyValuePair<string, KnowledgeRecord[]>[] children;

    internal KnowledgeRecord(string kind, string headword, string id, string file, int line,
        KeyValuePair<string, string[]>[] fields, KeyValuePair<string, KnowledgeRecord[]>[] children)
    {
        (Kind, Headword, Id, File, Line) = (kind, headword, id, file, line);
        this.fields = fields;
        this.children = children;
    }

    /// <summary>Kind of the record: the first key, such as <c>verb</c> or <c>person</c>.</summary>
    public string Kind { get; }

    /// <summary>Value of the first key.</summary>
    public string Headword { get; }

    /// <summary>Stable name of the entry, cited as evidence: «events/assault#قصف».</summary>
    public string Id { get; }

    /// <summary>Path of the file below <c>knowledge/</c>.</summary>
    public string File { get; }

    /// <summary>1-based line in <see cref="File"/>.</summary>
    public int Line { get; }

    /// <summary>Names of the fields that it has, in the order of the file.</summary>
    public IEnumerable<string> Fields => fields.Select(f => f.Key);

    /// <summary>Names under which it has nested records.</summary>
    public IEnumerable<string> Nested => children.Select(c => c.Key);

    /// <summary>First value of a field, or null.</summary>
    public string? this[string name] => Values(name) is [var first, ..] ? first : null;

    /// <summary>All values of a field; empty where it is absent.</summary>
    public IReadOnlyList<string> Values(string name)
    {
        foreach (var (key, values) in fields)
        {
            if (key == name)
            {
                return values;
            }
        }

        return None;
    }

    /// <summary>Nested records, such as <c>roles</c>; empty where absent.</summary>
    public IReadOnlyList<KnowledgeRecord> Children(string name)
    {
        foreach (var (key, records) in children)
        {
            if (key == name)
            {
                return records;
            }
        }

        return [];
    }

    /// <summary>True where the field says yes.</summary>
    public bool Is(string name) => this[name] is "yes" or "true";
}
