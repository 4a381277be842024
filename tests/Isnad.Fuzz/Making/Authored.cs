using System.Text;
using System.Text.Json;

namespace Isnad.Fuzz.Making;

/// <summary>What the project's authors wrote, to be damaged: the sample articles and the knowledge files.</summary>
internal static class Authored
{
    private static readonly Lazy<string[]> Loaded = new(() => [.. Load("sample/").Select(json => JsonDocument.Parse(json).RootElement.GetProperty("text").GetString()!)]);
    private static readonly Lazy<string[]> Lines = new(() => [.. Loaded.Value.SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries))]);
    private static readonly Lazy<(string, string)[]> Files = new(() => [.. Names("knowledge/").Select(name => (name["knowledge/".Length..], Read(name)))]);

    public static IReadOnlyList<string> Articles => Loaded.Value;

    public static IReadOnlyList<string> Paragraphs => Lines.Value;

    /// <summary>Knowledge files by their path.</summary>
    public static IReadOnlyList<(string Path, string Text)> Knowledge => Files.Value;

    private static IEnumerable<string> Load(string folder) => Names(folder).Select(Read);

    private static IEnumerable<string> Names(string folder) =>
        typeof(Authored).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Authored).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
