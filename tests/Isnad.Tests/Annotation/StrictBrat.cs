using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Isnad.Tests.Annotation;

/// <summary>Reads brat's standoff exactly as its description says, counting characters of Unicode.</summary>
internal static partial class StrictBrat
{
    public static void Check(string text, string annotation)
    {
        var runes = text.EnumerateRunes().ToList();
        var lines = annotation.Split('\n');
        Assert.Equal("", lines[^1]);
        var ids = lines[..^1].Where(l => l[0] != '*').Select(l => l[..l.IndexOf('\t')]).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        foreach (var line in lines[..^1])
        {
            Assert.Matches(Form(), line);
            if (line[0] == 'T')
            {
                var fields = line.Split('\t', 3);
                var pieces = fields[1][(fields[1].IndexOf(' ') + 1)..].Split(';').Select(p => p.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray()).ToList();
                Assert.All(pieces, p => Assert.True(p[0] < p[1] && p[1] <= runes.Count));
                Assert.Equal(string.Join(' ', pieces.Select(p => string.Concat(runes[p[0]..p[1]].Select(r => r.ToString())))).Replace(" ", "", StringComparison.Ordinal), fields[2].Replace(" ", "", StringComparison.Ordinal));
                Assert.DoesNotContain(pieces, p => runes[p[0]..p[1]].Contains(new Rune('\n')));
            }
            else
            {
                // What a line points to must be there.
                Assert.All(Pointer().Matches(line.Split('\t')[1]).Select(m => m.Value.TrimStart(':', ' ')), id => Assert.Contains(id, ids));
            }
        }
    }

    [GeneratedRegex(@"^(T\d+\t[A-Z0-9]+ \d+ \d+(;\d+ \d+)*\t.*|E\d+\t[A-Z]+:T\d+( [A-Za-z]+\d*:[TE]\d+)*|A\d+\t[A-Za-z]+ E\d+( [a-z]+)?|R\d+\tSame Arg1:E\d+ Arg2:E\d+|\*\tEquiv( T\d+)+|#\d+\tAnnotatorNotes [TE]\d+\t.+)$", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex(@"[: ][TE]\d+\b")]
    private static partial Regex Pointer();
}
