using System.Text;

namespace Isnad.KnowledgeSource;

/// <summary>
/// Writes the pack that <c>Isnad.Knowledge.KnowledgePack</c> reads: magic, string table, records.
/// Same records in, same bytes out.
/// </summary>
internal sealed class PackWriter
{
    internal const string Magic = "ISNADPK1";
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly List<string> strings = [];

    public static byte[] Write(IReadOnlyList<SourceRecord> records)
    {
        var pack = new PackWriter();
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            pack.WriteRecords(writer, records);
        }

        using var whole = new MemoryStream();
        using (var writer = new BinaryWriter(whole, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Encoding.ASCII.GetBytes(Magic));
            writer.Write7BitEncodedInt(pack.strings.Count);
            foreach (var text in pack.strings)
            {
                writer.Write(text);
            }

            writer.Write(body.ToArray());
        }

        return whole.ToArray();
    }

    private void WriteRecords(BinaryWriter writer, IReadOnlyList<SourceRecord> records)
    {
        writer.Write7BitEncodedInt(records.Count);
        foreach (var record in records)
        {
            writer.Write7BitEncodedInt(Index(record.Kind));
            writer.Write7BitEncodedInt(Index(record.Headword));
            writer.Write7BitEncodedInt(Index(record.Id));
            writer.Write7BitEncodedInt(Index(record.File));
            writer.Write7BitEncodedInt(record.Line);
            writer.Write7BitEncodedInt(record.Fields.Count);
            foreach (var (name, _, values) in record.Fields)
            {
                writer.Write7BitEncodedInt(Index(name));
                writer.Write7BitEncodedInt(values.Count);
                foreach (var value in values)
                {
                    writer.Write7BitEncodedInt(Index(value));
                }
            }

            writer.Write7BitEncodedInt(record.Children.Count);
            foreach (var (name, _, children) in record.Children)
            {
                writer.Write7BitEncodedInt(Index(name));
                WriteRecords(writer, children);
            }
        }
    }

    private int Index(string text)
    {
        if (!indexes.TryGetValue(text, out var index))
        {
            index = strings.Count;
            indexes.Add(text, index);
            strings.Add(text);
        }

        return index;
    }
}
