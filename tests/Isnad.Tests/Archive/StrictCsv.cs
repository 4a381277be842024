using System.Text;

namespace Isnad.Tests.Archive;

/// <summary>Reads a table exactly as RFC 4180 says, and throws on anything else.</summary>
internal static class StrictCsv
{
    public static List<string[]> Read(byte[] bytes)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        var rows = new List<string[]>();
        var row = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            row.Add(text[at] == '"' ? Quoted(text, ref at) : Plain(text, ref at));
            if (at < text.Length && text[at] == ',')
            {
                at++;
                continue;
            }

            if (at + 1 >= text.Length || text[at] != '\r' || text[at + 1] != '\n')
            {
                throw new FormatException($"row {rows.Count + 1} does not end with CR LF");
            }

            at += 2;
            rows.Add([.. row]);
            row.Clear();
            if (rows[^1].Length != rows[0].Length)
            {
                throw new FormatException($"row {rows.Count} has {rows[^1].Length} fields, the first has {rows[0].Length}");
            }
        }

        return rows;
    }

    private static string Plain(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is not (',' or '\r'))
        {
            if (text[at] is '"' or '\n')
            {
                throw new FormatException("a field with a mark or a line end is not quoted");
            }

            at++;
        }

        return text[start..at];
    }

    private static string Quoted(string text, ref int at)
    {
        var field = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                field.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                field.Append('"');
                at++;
            }
            else
            {
                at++;
                return field.ToString();
            }
        }

        throw new FormatException("a quoted field is not closed");
    }
}
