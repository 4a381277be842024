using Isnad.Archive.Fusion;
using Isnad.Archive.Ingest;
using Isnad.Archive.Query;
using Isnad.Archive.Store;
using Isnad.Formats.Import;

namespace Isnad.Tests.Archive;

/// <summary>A temporary archive, and articles to fill it with.</summary>
internal sealed class ArchiveFolder : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Location => System.IO.Path.Combine(folder.Path, "news.db");

    public string Path => folder.Path;

    public string Write(string name, string text) => folder.Write(name, text);

    public string Write(string name, byte[] bytes) => folder.Write(name, bytes);

    public IngestResult Ingest(params string[] sources)
    {
        using var archive = NewsArchive.Open(Location);
        var result = new Ingester(archive, NewsEngine.Default, 2).Run(sources, ArticleDefaults.None);
        new Fuser(archive, NewsEngine.Default).Run();
        return result;
    }

    /// <summary>The titles of the articles whose events a query finds.</summary>
    public IReadOnlyList<string> Titles(string query) => [.. Find(query).SelectMany(e => e.Reports).Select(m => m.Article.Title).Distinct().Order(StringComparer.Ordinal)];

    public IReadOnlyList<StoredEvent> Find(string query)
    {
        using var archive = NewsArchive.Open(Location, readOnly: true);
        Assert(EventQuery.TryParse(query, out var parsed, out var error), error?.In(query));
        return [.. new ArchiveSearch(archive, NewsEngine.Default).Find(parsed!)];
    }

    /// <summary>Everything that was read, without the numbers that depend on the order of writing.</summary>
    public string Dump() => ArchiveDump.Write(Location);

    public void Dispose() => folder.Dispose();

    private static void Assert(bool condition, string? message) => Xunit.Assert.True(condition, message);
}
