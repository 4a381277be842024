using System.Globalization;
using Isnad.Archive.Query;
using Isnad.Archive.Reviews;
using Isnad.Archive.Store;
using Isnad.Formats.Annotation;

namespace Isnad.Archive.Export;

/// <summary>Writes the articles that tell of events in the formats of <see cref="AnnotationFormats"/>, with what people say of them.</summary>
public sealed class ArticleExport(NewsArchive archive, NewsEngine engine)
{
    /// <summary>Writes each article once; returns how many.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public int Write(string format, IEnumerable<StoredEvent> events, string folder)
    {
        ArgumentNullException.ThrowIfNull(events);
        var written = new HashSet<string>(StringComparer.Ordinal);
        var log = new ReviewLog(archive.Sql);
        foreach (var key in events.SelectMany(e => e.Reports).Select(r => r.Article.Key).Where(written.Add))
        {
            var article = archive.Sql.Rows(
                "SELECT name, text, outlet, published, url FROM article WHERE key = @p1",
                r => new Article(r.GetString(0), r.GetString(1))
                {
                    Outlet = r.TextOrNull(2),
                    Published = r.TextOrNull(3) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
                    Url = r.TextOrNull(4),
                }, key)[0];
            var document = engine.Analyze(article);
            AnnotationFormats.Write(format, folder, key, document, ReviewedReading.Of(key, engine.ReadingOf(document), log.Of(key), engine).Reading);
        }

        return written.Count;
    }
}
