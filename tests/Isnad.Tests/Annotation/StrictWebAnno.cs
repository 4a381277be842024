using System.Globalization;
using Xunit;

namespace Isnad.Tests.Annotation;

/// <summary>Reads WebAnno TSV 3.3 exactly as its description says.</summary>
internal static class StrictWebAnno
{
    public static void Check(string text, string file)
    {
        var lines = file.Split('\n');
        Assert.Equal("#FORMAT=WebAnno TSV 3.3", lines[0]);
        var columns = lines.Where(l => l.StartsWith("#T_SP=", StringComparison.Ordinal)).Sum(l => l.Count(c => c == '|'));
        var (sentence, token, part, end) = (0, 0, 0, 0);
        foreach (var line in lines.Skip(1).Where(l => !l.StartsWith("#T_", StringComparison.Ordinal)))
        {
            if (line.StartsWith("#Text=", StringComparison.Ordinal))
            {
                (sentence, token) = (sentence + 1, 0);
            }
            else if (line.Length > 0)
            {
                var cells = line.Split('\t');
                Assert.Equal((columns + 4, ""), (cells.Length, cells[^1]));
                var offsets = cells[1].Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
                if (cells[0].Contains('.', StringComparison.Ordinal))
                {
                    Assert.Equal($"{sentence}-{token}.{++part}", cells[0]);
                    Assert.True(offsets[1] <= end);
                }
                else
                {
                    (token, part) = (token + 1, 0);
                    Assert.Equal($"{sentence}-{token}", cells[0]);
                    Assert.True(offsets[0] >= end && offsets[1] > offsets[0]);
                    end = offsets[1];
                }

                Assert.Equal(text[offsets[0]..offsets[1]].Replace('\t', ' ').Replace('\r', ' '), cells[2]);
                Assert.All(cells[3..^1], cell => Assert.NotEqual("", cell));
            }
        }
    }
}
