using CsCheck;
using Isnad.Language.Tagging;
using Xunit;

namespace Isnad.Tests.Language;

public sealed class TaggingTests
{
    private const string Gap = "gap: ";

    public static TheoryData<string, string> Sentences()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Language", "Tags.md"));
        var data = new TheoryData<string, string>();
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            if (lines[i].StartsWith("- ", StringComparison.Ordinal))
            {
                data.Add(lines[i][2..], lines[i + 1].Trim());
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Cuts_and_tags_as_written(string text, string expected)
    {
        var isGap = text.StartsWith(Gap, StringComparison.Ordinal);
        var document = NewsEngine.Default.Analyze(new Article("test", isGap ? text[Gap.Length..] : text));
        var words = expected.Split(' ');
        var found = new List<string>();
        for (var t = 0; t < document.Tokens.Count; t++)
        {
            var surface = document.Quote(document.Tokens[t].Span).Text;
            var tagged = document.Tags[t];
            found.AddRange(surface[..tagged.Prefix].Select(c => $"{c}+"));
            var stem = surface[tagged.Prefix..^tagged.Suffix];
            found.Add(words.Contains(stem) ? stem : $"{stem}/{tagged.Tag.ToString().ToUpperInvariant()}");
            if (tagged.Suffix > 0)
            {
                found.Add("+" + surface[^tagged.Suffix..]);
            }
        }

        if (isGap)
        {
            Assert.NotEqual(words, found);
        }
        else
        {
            Assert.Equal(words, found);
        }
    }

    [Fact]
    public void A_model_is_read_back_as_it_was_written()
    {
        var features = new Dictionary<uint, float[]> { [7] = [1, 0, -0.5f], [0xFFFF_FFF1] = [0, 0.25f, 0], [9] = [0, 0, 0] };
        using var stream = new MemoryStream();
        LinearModel.Write(stream, ["a", "b", "c"], features);
        var model = LinearModel.Read(new MemoryStream(stream.ToArray()));
        Span<int> scores = stackalloc int[3];
        model.Add([7], scores);
        model.Add([0xFFFF_FFF1], scores);
        model.Add([12345], scores);
        Assert.Equal(["a", "b", "c"], model.Labels);
        Assert.Equal([127, 32, -64], scores.ToArray());
        Assert.Equal((127, 63, -64, 0), (model.Weight(7, 0, 0), model.Weight(7, 0, 2), model.Weight(7, 2, 1), model.Weight(12345, 0, 1)));
    }

    [Fact]
    public void Word_classes_are_read_back_as_they_were_written() =>
        Gen.String[Gen.Char['ء', 'ي'], 1, 12].Array[1, 40].Sample(words =>
        {
            var profiles = words.Distinct().Select((word, i) => KeyValuePair.Create(word, new WordProfile((byte)i, (byte)(i * 3), (ushort)(i * 300)))).ToList();
            using var stream = new MemoryStream();
            WordClusters.Write(stream, profiles);
            var read = WordClusters.Read(new MemoryStream(stream.ToArray()));
            return read.Count == profiles.Count && profiles.TrueForAll(p => read[p.Key] == p.Value);
        });

    [Fact]
    public void Every_cut_leaves_a_stem() =>
        Gen.String[Gen.Char['ء', 'ي'], 1, 20].Sample(word =>
        {
            var cuts = new List<WordCut>();
            WordCut.Candidates(WrittenWord.Of(word, word), cuts);
            Assert.Equal(default, cuts[0]);
            Assert.All(cuts, cut => Assert.True(cut.Prefix + cut.Suffix < word.Length));
        });
}
