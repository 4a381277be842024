using Isnad.Language.Tagging;
using Xunit;

namespace Isnad.Tests.Language;

/// <summary>The engine without trained weights, as it is built with <c>-p:Models=none</c>.</summary>
public sealed class UntrainedTests
{
    private static readonly Article Raid = new("raid", "قصفت طائرات حربية سوقاً شعبية في إدلب صباح أمس. وقال وزير الخارجية إن السوق مغلقة.") { Published = new(2019, 3, 23) };

    [Fact]
    public void Nothing_trained_has_a_say()
    {
        var document = NewsEngine.Untrained.Analyze(Raid);
        Assert.All(Enumerable.Range(0, document.Tags.Count), token => Assert.Equal(WordTag.Unknown, document.Tags[token].Tag));
        Assert.Empty(document.Tags.Names);
        Assert.False(document.Syntax.IsParsed(0));
        Assert.Equal(-1, document.Syntax.Head(0));
        Assert.Empty(document.Syntax.SubjectsOf(0));
    }

    [Fact]
    public void Events_times_and_reports_are_still_read()
    {
        var reading = NewsEngine.Untrained.Read(Raid);
        var raid = Assert.Single(reading.Events, e => e.Type == "ASSAULT");
        Assert.Equal(("aerial", "2019-03-22", "SYR"), (raid.Mode, raid.Date, raid.PlaceCountry));
        Assert.NotEmpty(raid.Actors);
        Assert.Single(reading.Reports);
    }

    [Fact]
    public void Every_sample_is_read() =>
        Assert.All(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples"), "*.json"), file =>
        {
            using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(file));
            Assert.NotEmpty(NewsEngine.Untrained.Read(new("sample", json.RootElement.GetProperty("text").GetString()!)).Events);
        });
}
