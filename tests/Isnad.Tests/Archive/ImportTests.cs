using System.Globalization;
using System.Text.Json;
using Isnad.Archive.Export;
using Isnad.Archive.Ingest;
using Isnad.Archive.Query;
using Isnad.Archive.Store;
using Isnad.Formats.Annotation;
using Isnad.Formats.Json;
using Xunit;

namespace Isnad.Tests.Archive;

/// <summary>Readings go into an archive as they are, and what comes out is what ingesting the articles gives.</summary>
public sealed class ImportTests
{
    [Fact]
    public void Readings_give_the_archive_that_their_articles_give()
    {
        using var ingested = new ArchiveFolder();
        var lines = InventedNews.Lines(Enumerable.Range(0, 40));
        var file = ingested.Write("a.jsonl", lines);
        ingested.Ingest(file);

        using var imported = new ArchiveFolder();
        var readings = imported.Write("readings.jsonl", string.Join('\n', Articles(lines).Select(a => ReadingJson.Write(NewsEngine.Default.Read(a)))));
        using (var archive = NewsArchive.Open(imported.Location))
        {
            var import = new ReadingImport(archive, NewsEngine.Default);
            Assert.Equal((40L, 0L), import.Run(AnnotatedFiles.Read([readings])));
            Assert.Equal((0L, 40L), import.Run(AnnotatedFiles.Read([readings])));
        }

        Assert.Equal(ingested.Find("").Select(ArchiveJson.Write), imported.Find("").Select(ArchiveJson.Write));
    }

    private static IEnumerable<Article> Articles(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
    {
        using var json = JsonDocument.Parse(line);
        string Text(string name) => json.RootElement.GetProperty(name).GetString()!;
        return new Article(Text("id"), Text("text")) { Outlet = Text("outlet"), Published = DateOnly.ParseExact(Text("published"), "yyyy-MM-dd", CultureInfo.InvariantCulture) };
    });
}
