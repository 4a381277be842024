using System.Globalization;
using System.Text;

namespace Isnad.Archive.Export;

/// <summary>Rows of a table: comma-separated with quotes (RFC 4180), or tab-separated without any, as the older formats are.</summary>
internal sealed class TableWriter : IDisposable
{
    private readonly StreamWriter writer;
    private readonly bool tabs;

    /// <param name="stream">Where it is written; closed at the end.</param>
    /// <param name="tabs">Fields are parted by tabs.</param>
    public TableWriter(Stream stream, bool tabs) => (writer, this.tabs) = (new StreamWriter(stream, new UTF8Encoding(false), 1 << 16) { NewLine = tabs ? "\n" : "\r\n" }, tabs);

    /// <summary>Writes a row. Texts come from articles; numbers, dates and codes are ours.</summary>
    public void Row(params ReadOnlySpan<object?> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0)
            {
                writer.Write(tabs ? '\t' : ',');
            }

            writer.Write(Field(fields[i]));
        }

        writer.WriteLine();
    }

    public void Dispose() => writer.Dispose();

    private string Field(object? value)
    {
        var text = value switch
        {
            null => "",
            string s => Harmless(s),
            bool truth => truth ? "true" : "false",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        if (tabs)
        {
            return text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');
        }

        return text.AsSpan().ContainsAny('"', ',') || text.AsSpan().ContainsAny('\n', '\r') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    // A title that begins with «=» is a formula to a spreadsheet; an apostrophe before it makes it text.
    private static string Harmless(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
}
