namespace Isnad.KnowledgeSource;

/// <summary>What came of compiling a knowledge folder.</summary>
/// <param name="Pack">Bytes that <c>Isnad.Knowledge.KnowledgePack.Read</c> takes; empty records where a file was unreadable.</param>
/// <param name="Records">The records, in path and line order.</param>
/// <param name="Issues">What is wrong, in path and line order.</param>
public sealed record CompiledKnowledge(byte[] Pack, IReadOnlyList<SourceRecord> Records, IReadOnlyList<KnowledgeIssue> Issues);

/// <summary>Turns a folder of YAML knowledge files into a pack.</summary>
public static class KnowledgeCompiler
{
    private const string Examples = "examples";

    /// <summary>Compiles every <c>*.yaml</c> below <paramref name="folder"/> but <c>schema.yaml</c>.</summary>
    /// <param name="folder">The knowledge folder; a folder without any <c>schema.yaml</c> (a user's overlay) is checked against the shipped one.</param>
    /// <param name="includeExamples">Whether the examples stay in the pack; the engine's own pack leaves them out.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static CompiledKnowledge Compile(string folder, bool includeExamples)
    {
        var issues = new List<KnowledgeIssue>();
        var own = KnowledgeSchema.Read(folder, issues);
        var schema = own.IsEmpty ? KnowledgeSchema.Shipped : own;

        var records = new List<SourceRecord>();
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(path => Path.GetFileName(path) != KnowledgeSchema.FileName)
            .Order(StringComparer.Ordinal);

        foreach (var file in files)
        {
            foreach (var record in YamlRecordReader.Read(folder, file, issues))
            {
                schema.Check(record, issues);
                record.Id = UniqueId(record, ids);
                if (!includeExamples)
                {
                    record.Children.RemoveAll(child => child.Name == Examples);
                }

                records.Add(record);
            }
        }

        return new(PackWriter.Write(records), records, issues);
    }

    // Homographs get «~2», «~3» in file order, so that an id always names one record.
    private static string UniqueId(SourceRecord record, Dictionary<string, int> ids)
    {
        var id = $"{Path.ChangeExtension(record.File, null)}#{record.Headword}";
        var count = ids[id] = ids.GetValueOrDefault(id) + 1;
        return count == 1 ? id : $"{id}~{count}";
    }
}
