using Isnad.Formats.Export;
using Isnad.Reading;
using Xunit;

namespace Isnad.Tests.Formats;

/// <summary>Terminals do not order mixed directions, so that Arabic stands alone at the end of a line.</summary>
public sealed class TerminalTextTests
{
    public static TheoryData<string> Samples() => [.. Repository.Files("samples", ".json")];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Nothing_but_Arabic_follows_Arabic_on_a_line(string file)
    {
        using var json = System.Text.Json.JsonDocument.Parse(Repository.Text(file));
        var reading = NewsEngine.Default.Read(new Article("a", json.RootElement.GetProperty("text").GetString()!) { Published = new DateOnly(2020, 1, 1) });
        var lines = ReadingSummary.Write(reading).Split('\n').Concat(ReadingExplanation.Write(reading).Split('\n').Where(line => !line.Contains("entry", StringComparison.Ordinal) && !line.Contains("why", StringComparison.Ordinal)));
        Assert.All(lines, line => Assert.DoesNotMatch("[\u0600-\u06FF].*[A-Za-z]", line));
    }

    [Theory]
    [InlineData(12, 12, "12")]
    [InlineData(12, null, "12 or more")]
    [InlineData(null, 12, "up to 12")]
    [InlineData(100, 999, "100–999")]
    public void Counts_are_said_in_words(int? min, int? max, string expected) => Assert.Equal(expected, ReadingSummary.CountText(new CountReading("dead", min, max)));
}
