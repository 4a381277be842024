using System.Text;
using Isnad.Fuzz.Making;
using Isnad.Knowledge;
using Isnad.KnowledgeSource;

namespace Isnad.Fuzz.Targets;

/// <summary>Knowledge files of a user: read, checked, compiled, and now and then read with.</summary>
internal static class KnowledgeFiles
{
    private const int Context = 4_000;

    private static readonly string[] Parts =
    [
        "- ", "  - ", "    ", "\t", ":", ": ", ": [", "]", "{", "}", "&a ", "*a", "!!binary ", "!x ", "|", ">", "|-\n", "? ", "---\n", "...\n", "%YAML 9.9\n", "#", "'", "\"", "\\", "<<: *a\n", "- verb: قصف\n", "  root: ق ص ف\n", "  form: I\n", "  form: XX\n", "  root: ق\n", "  root: ا ا ا\n", "  present: \n", "  masdar: none\n", "  plural: \n", "  roles:\n", "- noun: ا\n", "- month: 13\n", "  number: 99999999999\n", "- place: إدلب\n", "- state: س\n", "- person: فلان\n", "~", "null", "yes", "no", "2024-02-31", "\n", "\r",
    ];

    public static FuzzTarget Target { get; } = new("knowledge", ".yaml", 1, Make, Try);

    public static byte[] Make(Dice dice)
    {
        var (path, text) = dice.Of(Authored.Knowledge);
        var at = text.IndexOf("\n- ", dice.Below(text.Length), StringComparison.Ordinal) is >= 0 and var found ? found + 1 : 0;
        var part = text.Substring(at, Math.Min(dice.Size(Context), text.Length - at));
        part = dice.OneIn(200) ? Mutation.Longer(dice, part + "\n", dice.Size(200_000)) : part;
        return Encoding.UTF8.GetBytes($"{path}\n{Mutation.Of(dice, part, Parts)}");
    }

    // The first line is the path of the file, whose folder says which records it may hold.
    public static void Try(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var issues = new List<KnowledgeIssue>();
        using var reader = new StringReader(text[(end + 1)..]);
        var records = YamlRecordReader.Read(reader, end > 0 ? text[..end] : "x.yaml", issues);
        foreach (var record in records)
        {
            KnowledgeSchema.Shipped.Check(record, issues);
            record.Id = $"fuzz#{record.Headword}";
        }

        if (issues.Count == 0)
        {
            var knowledge = KnowledgeBase.Default.With(PackWriter.Write(records));
            // Building all tables takes a third of a second.
            if (input.Length % 500 == 0)
            {
                new NewsEngine(knowledge, Pipeline.StandardPipeline.Instance).Read(new("fuzz", Authored.Articles[0]));
            }
        }
    }
}
