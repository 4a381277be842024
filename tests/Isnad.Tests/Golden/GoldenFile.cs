using Isnad.Formats.Expectations;

namespace Isnad.Tests.Golden;

/// <summary>
/// A Markdown file of examples: «## name», an optional line «published: … · outlet: …», the text as a block quote, then one
/// list item per finding with its fields below it.
/// </summary>
internal static class GoldenFile
{
    public static IEnumerable<(string Name, Example Example)> Read(string path)
    {
        string? name = null;
        var text = new List<string>();
        var fields = new List<KeyValuePair<string, string>>();
        var number = 0;
        foreach (var line in File.ReadLines(path).Append("## "))
        {
            number++;
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (name is not null)
                {
                    yield return (name, Parse(path, number, name, text, fields));
                }

                name = line[3..].Trim();
                text.Clear();
                fields.Clear();
            }
            else if (line.StartsWith('>'))
            {
                text.Add(line[1..].TrimStart(' '));
            }
            else if (line.TrimStart().StartsWith("- ", StringComparison.Ordinal))
            {
                fields.Add(Field(path, number, line.TrimStart()[2..]));
            }
            else if (name is not null && text.Count == 0 && line.Contains(':', StringComparison.Ordinal))
            {
                fields.AddRange(line.Split('·').Select(part => Field(path, number, part)));
            }
        }
    }

    /// <summary>The list items of a file that describes one article beside it.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Fields(string path) =>
        File.ReadLines(path).Select((line, index) => (Text: line.TrimStart(), Number: index + 1))
            .Where(line => line.Text.StartsWith("- ", StringComparison.Ordinal))
            .Select(line => Field(path, line.Number, line.Text[2..]));

    private static KeyValuePair<string, string> Field(string path, int line, string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? new(text[..colon].Trim(), text[(colon + 1)..].Trim()) : throw new FormatException($"{path}:{line}: «{text}» is no «key: value»");
    }

    private static Example Parse(string path, int line, string name, List<string> text, List<KeyValuePair<string, string>> fields)
    {
        try
        {
            return Example.Parse(string.Join('\n', text), [.. fields]);
        }
        catch (FormatException x)
        {
            throw new FormatException($"{path}, before line {line}, «{name}»: {x.Message}", x);
        }
    }
}
