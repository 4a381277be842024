using System.Text;

namespace Isnad.Knowledge;

/// <summary>Reads the compiled form of the knowledge folder (written by Isnad.Knowledge's PackWriter).</summary>
internal static class KnowledgePack
{
    private const string Magic = "ISNADPK1";

    /// <exception cref="InvalidDataException">The bytes are not a pack.</exception>
    public static KnowledgeRecord[] Read(byte[] pack)
    {
        using var reader = new BinaryReader(new MemoryStream(pack, writable: false), Encoding.UTF8);
        if (pack.Length < Magic.Length || Encoding.ASCII.GetString(reader.ReadBytes(Magic.Length)) != Magic)
        {
            throw new InvalidDataException("not an Isnad knowledge pack; build one with «isnad knowledge check»");
        }

        var strings = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < strings.Length; i++)
        {
            strings[i] = reader.ReadString();
        }

        return Records(reader, strings);
    }

    private static KnowledgeRecord[] Records(BinaryReader reader, string[] strings)
    {
        var records = new KnowledgeRecord[reader.Read7BitEncodedInt()];
        for (var i = 0; i < records.Length; i++)
        {
            var kind = Next();
            var headword = Next();
            var id = Next();
            var file = Next();
            var line = reader.Read7BitEncodedInt();
            var fields = new KeyValuePair<string, string[]>[reader.Read7BitEncodedInt()];
            for (var f = 0; f < fields.Length; f++)
            {
                var name = Next();
                var values = new string[reader.Read7BitEncodedInt()];
                for (var v = 0; v < values.Length; v++)
                {
                    values[v] = Next();
                }

                fields[f] = new(name, values);
            }

            var children = new KeyValuePair<string, KnowledgeRecord[]>[reader.Read7BitEncodedInt()];
            for (var c = 0; c < children.Length; c++)
            {
                children[c] = new(Next(), Records(reader, strings));
            }

            records[i] = new(kind, headword, id, file, line, fields, children);
        }

        return records;

        string Next() => strings[reader.Read7BitEncodedInt()];
    }
}
