using System.Globalization;

namespace Isnad.Tests.Stories;

/// <summary>A story that several outlets tell, with what a careful reader says of it.</summary>
internal sealed record StoryFile(string Name, IReadOnlyList<StoryArticle> Articles, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Events)
{
    public static IReadOnlyList<StoryFile> All { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Stories"), "*.md").Where(f => char.IsAsciiDigit(Path.GetFileName(f)[0])).Order(StringComparer.Ordinal).Select(Read)];

    private static StoryFile Read(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var articles = new List<StoryArticle>();
        var events = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var section in File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n## ").Skip(1))
        {
            var lines = section.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
            var items = lines.Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..].Split(": ", 2)).ToList();
            if (lines[0] == "events")
            {
                foreach (var item in items)
                {
                    events.Add(item[0], item[1].Split('·').Select(field => field.Trim().Split(' ', 2)).ToDictionary(f => f[0], f => f[1], StringComparer.Ordinal));
                }

                continue;
            }

            var head = lines[1].Split('·').Select(field => field.Trim().Split(": ", 2)).ToDictionary(f => f[0], f => f[1], StringComparer.Ordinal);
            articles.Add(new(
                new Article($"{name}-{lines[0]}", string.Join('\n', lines.Where(l => l.StartsWith('>')).Select(l => l[1..].Trim())))
                {
                    Outlet = head["outlet"],
                    Published = DateOnly.ParseExact(head["published"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                },
                [.. items.SelectMany(item => item[1].Split('،').Select(word => (Event: item[0], Word: word.Trim())))]));
        }

        return new(name, articles, events);
    }
}

/// <summary>An article of a story, and which of its words name which event.</summary>
internal sealed record StoryArticle(Article Article, IReadOnlyList<(string Event, string Word)> Words);
