using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Isnad.Tests.Annotation;

/// <summary>Reads CoNLL-U as strictly as the validator of Universal Dependencies does where it looks at form (its levels 1 and 2).</summary>
internal static partial class StrictConllU
{
    private static readonly string[] Tags = ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"];

    private static readonly string[] Relations =
    [
        "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "compound", "conj", "cop", "csubj", "dep", "det", "fixed", "flat", "iobj", "mark", "nmod", "nsubj", "nummod",
        "obj", "obl", "parataxis", "punct", "root", "xcomp",
    ];

    public static void Check(string text, string file)
    {
        if (file.Count(c => c == '\n') == 1)
        {
            return;
        }

        Assert.EndsWith("\n\n", file, StringComparison.Ordinal);
        var runes = text.EnumerateRunes().ToList();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in file[..^2].Split("\n\n"))
        {
            var lines = block.Split('\n');
            Assert.True(ids.Add(lines.Single(l => l.StartsWith("# sent_id = ", StringComparison.Ordinal))));
            Sentence([.. lines.Where(l => l[0] != '#').Select(l => l.Split('\t'))], lines.Single(l => l.StartsWith("# text = ", StringComparison.Ordinal))["# text = ".Length..], runes);
        }
    }

    private static void Sentence(List<string[]> rows, string text, List<Rune> runes)
    {
        Assert.All(rows, row => Assert.True(row.Length == 10 && row.All(cell => cell.Length > 0 && !cell.Any(char.IsWhiteSpace))));
        var words = rows.Where(r => !r[0].Contains('-', StringComparison.Ordinal)).ToList();
        Assert.Equal(Enumerable.Range(1, words.Count).Select(n => n.ToString(CultureInfo.InvariantCulture)), words.Select(w => w[0]));
        var heads = words.Select(w => int.Parse(w[6], CultureInfo.InvariantCulture)).ToList();
        Assert.All(words, w => Assert.True(Tags.Contains(w[3]) && Relations.Contains(w[7]) && (w[6] == "0") == (w[7] == "root")));
        Assert.Single(heads, 0);
        for (var word = 1; word <= words.Count; word++)
        {
            var steps = 0;
            for (var at = word; at != 0; at = heads[at - 1])
            {
                Assert.True(++steps <= words.Count && heads[at - 1] is >= 0 && heads[at - 1] <= words.Count);
            }
        }

        var built = new StringBuilder();
        var covered = 0;
        foreach (var row in rows)
        {
            var range = row[0].Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            if (range.Length == 2)
            {
                Assert.Equal(covered + 1, range[0]);
                Assert.Equal(row[1], string.Concat(words[(range[0] - 1)..range[1]].Select(w => w[1])));
                covered = range[1];
            }
            else if (range[0] > covered)
            {
                covered = range[0];
            }
            else
            {
                continue;
            }

            built.Append(row[1]).Append(row[9].Split('|').Contains("SpaceAfter=No") ? "" : " ");
            var (start, end) = (int.Parse(Offset().Match(row[9]).Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(Offset().Match(row[9]).Groups[2].Value, CultureInfo.InvariantCulture));
            Assert.Equal(row[1].EnumerateRunes().Count(), end - start);
            Assert.True(end <= runes.Count);
        }

        Assert.Equal(text, built.ToString().TrimEnd(' '));
    }

    [GeneratedRegex(@"Start=(\d+)\|End=(\d+)")]
    private static partial Regex Offset();
}
