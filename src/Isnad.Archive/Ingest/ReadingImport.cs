using System.Globalization;
using Isnad.Archive.Fusion;
using Isnad.Archive.Store;
using Isnad.Reading;

namespace Isnad.Archive.Ingest;

/// <summary>
/// Takes readings into an archive as they are, whoever made them: another engine, another archive, or people with an annotation
/// tool. An article that the archive has already keeps its reading.
/// </summary>
public sealed class ReadingImport(NewsArchive archive, NewsEngine engine)
{
    private const int BatchSize = 64;

    /// <summary>Stores readings and fuses their events; says how many were added and how many were known.</summary>
    public (long Added, long Known) Run(IEnumerable<NewsReading> readings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(readings);
        var (added, known) = (0L, 0L);
        foreach (var batch in readings.Select(Archived).Chunk(BatchSize))
        {
            cancellation.ThrowIfCancellationRequested();
            var stored = 0;
            archive.Write(() => stored = batch.Count(archive.Add));
            added += stored;
            known += batch.Length - stored;
        }

        new Fuser(archive, engine).Run(cancellation: cancellation);
        return (added, known);
    }

    private ArchivedArticle Archived(NewsReading reading)
    {
        var article = new Article(reading.Id, reading.Text)
        {
            Outlet = reading.Outlet,
            Published = DateOnly.TryParseExact(reading.Published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        };
        var (words, stems) = SearchWords.Of(engine.Analyze(article));
        return new(ArchivedArticle.KeyOf(article), article, reading, words, stems);
    }
}
