using System.Text.Json;
using Isnad.Formats.Evaluation;
using Xunit;

namespace Isnad.Tests.Evaluation;

/// <summary>
/// <c>expected.json</c> was printed once by the reference scorer (the Python program beside the gold annotations) for the
/// articles and the deliberately faulty readings beside it. The C# scorer must give the same figures, to the last digit.
/// </summary>
public sealed class ScorerTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/Isnad.Tests/Evaluation");
    private static readonly ScoreTable Table = Scorer.Score(GoldArticles.Load(Path.Combine(Folder, "gold")), GoldArticles.Load(Path.Combine(Folder, "readings")));

    [Fact]
    public void Figures_are_those_of_the_reference()
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "expected.json")));
        using var actual = JsonDocument.Parse(Table.ToJson());
        // The reference lists event types in no fixed order; all else stands in its order.
        static IEnumerable<string> Lines(JsonDocument figures) =>
            figures.RootElement.EnumerateObject().OrderBy(p => p.Name.All(char.IsUpper) ? p.Name : "").Select(p => $"{p.Name}: {p.Value.GetRawText()}");
        Assert.Equal(Lines(expected), Lines(actual));
    }

    [Fact]
    public void Text_has_the_columns_of_the_reference() =>
        Assert.Equal(
            """
            3 gold articles, 2 predicted
                                                    P      R     F1   gold   pred
            times strict                        0.667  0.500  0.571      4      3
            """,
            string.Join('\n', Table.ToText(3, 2).ReplaceLineEndings("\n").Split('\n').Take(3)));

    [Fact]
    public void Nothing_found_counts_as_nothing() => Assert.Equal((0, 0, 0), new ScoreTable().Figures("event"));

    [Fact]
    public void A_perfect_reading_scores_one()
    {
        var gold = GoldArticles.Load(Path.Combine(Folder, "gold"));
        var table = Scorer.Score(gold, gold);
        Assert.All(table.Lines.Where(line => table[line].Gold > 0), line => Assert.Equal(1, table.Figures(line).F1));
    }
}
