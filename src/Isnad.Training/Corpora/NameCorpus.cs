namespace Isnad.Training.Corpora;

/// <summary>A sentence with a BIO label a token.</summary>
internal sealed record NameSentence(IReadOnlyList<string> Tokens, IReadOnlyList<string> Labels)
{
    /// <summary>Reads a file of «token label» lines with empty lines between sentences; only the first label of a line counts.</summary>
    public static IEnumerable<NameSentence> Read(string path)
    {
        var tokens = new List<string>();
        var labels = new List<string>();
        foreach (var line in File.ReadLines(path).Append(""))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length >= 2)
            {
                tokens.Add(parts[0]);
                labels.Add(Unified(parts[1]));
            }
            else if (tokens.Count > 0)
            {
                yield return new([.. tokens], [.. labels]);
                tokens.Clear();
                labels.Clear();
            }
        }
    }

    /// <summary>Spans of names as (first token, end, type).</summary>
    public static HashSet<(int First, int End, string Type)> Names(IReadOnlyList<string> labels)
    {
        var names = new HashSet<(int, int, string)>();
        for (var i = 0; i < labels.Count; i++)
        {
            if (labels[i].StartsWith("B-", StringComparison.Ordinal) || (labels[i].StartsWith("I-", StringComparison.Ordinal) && (i == 0 || labels[i - 1] == "O")))
            {
                var end = i + 1;
                while (end < labels.Count && labels[end].StartsWith("I-", StringComparison.Ordinal))
                {
                    end++;
                }

                names.Add((i, end, labels[i][2..]));
            }
        }

        return names;
    }

    private static string Unified(string label) => label.Replace("PERS", "PER", StringComparison.Ordinal) is "B-PER" or "I-PER" or "B-LOC" or "I-LOC" or "B-ORG" or "I-ORG" or "B-MISC" or "I-MISC"
        ? label.Replace("PERS", "PER", StringComparison.Ordinal)
        : "O";
}
