using System.Text.Json;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>Reads an annotated article and forgives nothing: every span's words, occurrence and offsets agree, every id leads somewhere.</summary>
internal static class GoldSpanCheck
{
    public static void File(string path)
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(path), new JsonDocumentOptions { AllowDuplicateProperties = false });
        var root = json.RootElement;
        Assert.Equal(["id", "outlet", "published", "text", "structure", "entities", "times", "events", "reports", "framing"], root.EnumerateObject().Select(p => p.Name));
        var text = root.GetProperty("text").GetString()!;
        Spans(root, text);
        var entities = Ids(root, "entities");
        var events = Ids(root, "events");
        foreach (var e in root.GetProperty("events").EnumerateArray())
        {
            Assert.All(Strings(e, "actors").Concat(Strings(e, "recipients")), id => Assert.Contains(id, entities));
        }

        foreach (var report in root.GetProperty("reports").EnumerateArray())
        {
            Assert.All(Strings(report, "via"), id => Assert.Contains(id, entities));
            Assert.All(Strings(report, "events"), id => Assert.Contains(id, events));
        }
    }

    private static void Spans(JsonElement element, string text)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Spans(item, text);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("n", out var n))
        {
            var (words, start) = (element.GetProperty("text").GetString()!, element.GetProperty("start").GetInt32());
            Assert.Equal(words, text[start..element.GetProperty("end").GetInt32()]);
            var at = -1;
            for (var i = 0; i < n.GetInt32(); i++)
            {
                at = text.IndexOf(words, at + 1, StringComparison.Ordinal);
            }

            Assert.Equal(start, at);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                Spans(property.Value, text);
            }
        }
    }

    private static List<string> Ids(JsonElement root, string list) => [.. root.GetProperty(list).EnumerateArray().Select(e => e.GetProperty("id").GetString()!)];

    private static IEnumerable<string> Strings(JsonElement element, string list) => element.GetProperty(list).EnumerateArray().Select(e => e.GetString()!);
}
