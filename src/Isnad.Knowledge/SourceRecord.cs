namespace Isnad.KnowledgeSource;

/// <summary>One record of a knowledge file: its kind and headword (the first line), its other fields, its nested records.</summary>
public sealed class SourceRecord(string kind, string headword, string file, int line)
{
    public string Kind { get; } = kind;
    public string Headword { get; } = headword;
    public string File { get; } = file;
    public int Line { get; } = line;

    /// <summary>Name of the entry in evidence: «events/assault#قصف».</summary>
    public string Id { get; set; } = "";

    /// <summary>Fields in file order; a scalar is a list of one.</summary>
    public List<(string Name, int Line, List<string> Values)> Fields { get; } = [];

    /// <summary>Nested lists of maps, such as <c>roles</c> and <c>examples</c>.</summary>
    public List<(string Name, int Line, List<SourceRecord> Records)> Children { get; } = [];
}
