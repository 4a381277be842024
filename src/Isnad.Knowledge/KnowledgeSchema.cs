namespace Isnad.KnowledgeSource;

/// <summary>
/// Which kinds of record each folder may hold and which fields each may have, read from the <c>schema.yaml</c> of every folder.
/// A record of the schema itself: <c>- kind: verb</c>, <c>required</c>, <c>optional</c>, <c>children</c>,
/// and for a closed list of values <c>values</c> with lines such as <c>status = occurred | negated</c>.
/// </summary>
public sealed class KnowledgeSchema
{
    public const string FileName = "schema.yaml";

    private sealed record Kind(string Folder, HashSet<string> Required, HashSet<string> Fields, HashSet<string> Children, Dictionary<string, HashSet<string>> Values);

    private readonly Dictionary<string, Kind> kinds = new(StringComparer.Ordinal);

    /// <summary>The schema of the knowledge that ships with the engine: what a user's folder of additions may say.</summary>
    public static KnowledgeSchema Shipped { get; } = ReadShipped();

    /// <summary>True where no kind is declared.</summary>
    public bool IsEmpty => kinds.Count == 0;

    public static KnowledgeSchema Read(string folder, List<KnowledgeIssue> issues)
    {
        var schema = new KnowledgeSchema();
        foreach (var file in Directory.EnumerateFiles(folder, FileName, SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            schema.Add(YamlRecordReader.Read(folder, Path.GetRelativePath(folder, file).Replace('\\', '/'), issues));
        }

        return schema;
    }

    private static KnowledgeSchema ReadShipped()
    {
        const string prefix = "schema/";
        var schema = new KnowledgeSchema();
        var assembly = typeof(KnowledgeSchema).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            schema.Add(YamlRecordReader.Read(text, name[prefix.Length..], []));
        }

        return schema;
    }

    private void Add(IEnumerable<SourceRecord> records)
    {
        foreach (var record in records)
        {
            HashSet<string> Values(string name) => [.. record.Fields.Where(f => f.Name == name).SelectMany(f => f.Values)];
            var required = Values("required");
            var values = Values("values").Select(line => line.Split('=', 2)).Where(p => p.Length == 2)
                .ToDictionary(p => p[0].Trim(), p => p[1].Split('|').Select(v => v.Trim()).ToHashSet());
            kinds[record.Headword] = new(record.File.Split('/')[0], required, [.. required, .. Values("optional")], [.. Values("children"), "examples"], values);
        }
    }

    internal void Check(SourceRecord record, List<KnowledgeIssue> issues)
    {
        void Report(int line, string code, string message) => issues.Add(new(record.File, line, code, message));

        if (!kinds.TryGetValue(record.Kind, out var kind))
        {
            Report(record.Line, "KH2010", $"unknown kind «{record.Kind}»; known: {string.Join(", ", kinds.Keys.Order(StringComparer.Ordinal))}");
            return;
        }

        if (string.IsNullOrWhiteSpace(record.Headword))
        {
            Report(record.Line, "KH2011", $"the {record.Kind} has no headword");
        }

        var top = record.File.Split('/')[0];
        if (record.File.Contains('/', StringComparison.Ordinal) && kind.Folder != top)
        {
            Report(record.Line, "KH2012", $"a {record.Kind} belongs under {kind.Folder}/, not {top}/");
        }

        foreach (var missing in kind.Required.Where(name => record.Fields.All(f => f.Name != name)))
        {
            Report(record.Line, "KH2013", $"{record.Kind} «{record.Headword}» lacks the field «{missing}»");
        }

        foreach (var (name, line, values) in record.Fields)
        {
            if (!kind.Fields.Contains(name))
            {
                Report(line, "KH2014", $"a {record.Kind} has no field «{name}»; it may have: {string.Join(", ", kind.Fields)}");
            }
            else if (values.Any(string.IsNullOrWhiteSpace))
            {
                Report(line, "KH2015", $"the field «{name}» of «{record.Headword}» is empty");
            }
            else if (kind.Values.TryGetValue(name, out var allowed) && values.Find(v => !allowed.Contains(v)) is { } wrong)
            {
                Report(line, "KH2016", $"«{wrong}» is no value of «{name}»; it may be: {string.Join(", ", allowed)}");
            }
        }

        foreach (var (name, line, _) in record.Children.Where(c => !kind.Children.Contains(c.Name)))
        {
            Report(line, "KH2014", $"a {record.Kind} has no list of records «{name}»");
        }
    }
}
