using Xunit;

namespace Isnad.Tests.Documentation;

/// <summary>The C# sample of the README, compiled and run.</summary>
public sealed class ReadmeSample
{
    private const string Begin = "// README begins";
    private const string End = "// README ends";

    [Fact]
    public void Runs()
    {
        // README begins
        var article = new Article("1", "قصفت طائرات حربية سوقاً شعبية في إدلب صباح أمس.") { Published = new DateOnly(2019, 3, 23) };
        var reading = NewsEngine.Default.Read(article);
        foreach (var e in reading.Events)
        {
            Console.WriteLine($"{e.Type} {e.Mode} {e.Status} {e.Date} in {e.PlaceCountry}: {e.Mentions[0].Text}");
        }

        // README ends
        Assert.Equal("ASSAULT", Assert.Single(reading.Events).Type);
    }

    [Fact]
    public void Is_the_code_that_the_README_shows()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests/Isnad.Tests/Documentation/ReadmeSample.cs")).Select(line => line.Trim()).ToList();
        var sample = lines.Skip(lines.IndexOf(Begin) + 1).TakeWhile(line => line != End).Where(line => line.Length > 0);
        var readme = Repository.Text("README.md").Split("```csharp\nusing Isnad;\n")[1].Split("```")[0];
        Assert.Equal(sample, readme.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
    }
}
