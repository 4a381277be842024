using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Isnad.KnowledgeSource;

/// <summary>Reads one knowledge file: a YAML list of records, block style, every scalar a string.</summary>
internal static class YamlRecordReader
{
    // A record's lists of records need eight.
    private const int MostLevels = 32;

    public static List<SourceRecord> Read(string folder, string file, List<KnowledgeIssue> issues)
    {
        using var text = new StreamReader(Path.Combine(folder, file));
        return Read(text, file, issues);
    }

    /// <param name="text">The file's content.</param>
    /// <param name="file">Name for messages and ids, relative to the knowledge folder.</param>
    public static List<SourceRecord> Read(TextReader text, string file, List<KnowledgeIssue> issues)
    {
        var records = new List<SourceRecord>();
        var content = text.ReadToEnd();
        var stream = new YamlStream();
        try
        {
            if (DeepLine(content) is { } line)
            {
                issues.Add(new(file, line, "KH2001", $"not a knowledge file: more than {MostLevels} levels inside one another"));
                return records;
            }

            stream.Load(new StringReader(content));
        }
        catch (YamlException x)
        {
            issues.Add(new(file, (int)x.Start.Line, "KH2001", $"not valid YAML: {x.Message}"));
            return records;
        }
        catch (Exception x) when (x is ArgumentException or InvalidOperationException)
        {
            // The parser on some broken files, without saying where: «- : ﷺ».
            issues.Add(new(file, 1, "KH2001", $"not valid YAML: {x.Message}"));
            return records;
        }

        foreach (var document in stream.Documents)
        {
            if (document.RootNode is not YamlSequenceNode list)
            {
                issues.Add(new(file, (int)document.RootNode.Start.Line, "KH2002", "a knowledge file is a list of records; start each with «- kind: headword»"));
                continue;
            }

            foreach (var node in list.Children)
            {
                if (Record(node, file, issues) is { } record)
                {
                    records.Add(record);
                }
            }
        }

        return records;
    }

    // Nodes are composed by recursion, which ten thousand «[» would bring down with the whole process; events are not.
    private static int? DeepLine(string content)
    {
        var parser = new Parser(new StringReader(content));
        for (var level = 0; parser.MoveNext();)
        {
            level += parser.Current!.NestingIncrease;
            if (level > MostLevels)
            {
                return (int)parser.Current.Start.Line;
            }
        }

        return null;
    }

    private static SourceRecord? Record(YamlNode node, string file, List<KnowledgeIssue> issues)
    {
        if (node is not YamlMappingNode map || map.Children.Count == 0)
        {
            issues.Add(new(file, (int)node.Start.Line, "KH2002", "a record is a map of fields, one per line"));
            return null;
        }

        SourceRecord? record = null;
        foreach (var (key, value) in map.Children)
        {
            var line = (int)key.Start.Line;
            if (key is not YamlScalarNode { Value: { } name })
            {
                issues.Add(new(file, line, "KH2004", "a field's name must be a single word"));
                return record;
            }

            if (record is null)
            {
                if (value is not YamlScalarNode head)
                {
                    issues.Add(new(file, line, "KH2003", $"the first field of a record names it, so «{name}» needs a single value"));
                    return null;
                }

                record = new SourceRecord(name, head.Value ?? "", file, line);
                continue;
            }

            switch (value)
            {
                case YamlScalarNode scalar:
                    record.Fields.Add((name, line, [scalar.Value ?? ""]));
                    break;
                case YamlSequenceNode { Children: [YamlScalarNode, ..] } scalars:
                    record.Fields.Add((name, line, [.. scalars.Children.OfType<YamlScalarNode>().Select(s => s.Value ?? "")]));
                    break;
                case YamlSequenceNode maps:
                    record.Children.Add((name, line, [.. maps.Children.Select(m => Record(m, file, issues)).OfType<SourceRecord>()]));
                    break;
                default:
                    issues.Add(new(file, line, "KH2004", $"field «{name}» must be a value, a list of values or a list of records"));
                    break;
            }
        }

        return record;
    }
}
