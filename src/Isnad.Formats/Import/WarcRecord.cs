using System.Globalization;
using System.Text;

namespace Isnad.Formats.Import;

/// <summary>The named fields at the head of a WARC record or of an HTTP answer.</summary>
internal sealed class WarcFields
{
    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    private WarcFields(string first) => First = first;

    /// <summary>The first line: «WARC/1.0», «HTTP/1.1 200 OK».</summary>
    public string First { get; }

    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>Length of what follows; null where none or no number is given.</summary>
    public long? Length => long.TryParse(this["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    public static WarcFields Parse(ReadOnlySpan<byte> head)
    {
        var lines = Encoding.UTF8.GetString(head).Split('\n');
        var fields = new WarcFields(lines[0].Trim());
        foreach (var line in lines.AsSpan(1))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                fields.values.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
            }
        }

        return fields;
    }
}

/// <summary>A record of a WARC file.</summary>
/// <param name="At">Which one it is, from 1.</param>
/// <param name="Fields">Its head.</param>
/// <param name="Content">What follows; empty where it is not wanted.</param>
/// <param name="Problem">Why it cannot be used.</param>
/// <param name="Kind">What kind of problem.</param>
internal sealed record WarcRecord(long At, WarcFields Fields, byte[] Content, string? Problem, ProblemKind Kind = ProblemKind.Malformed);
