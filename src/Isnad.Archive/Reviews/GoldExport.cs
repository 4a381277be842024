using System.Globalization;
using System.IO.Compression;
using Isnad.Archive.Query;
using Isnad.Archive.Store;

namespace Isnad.Archive.Reviews;

/// <summary>Writes reviewed articles as annotation that <c>isnad evaluate</c> scores readings against.</summary>
public sealed class GoldExport(NewsArchive archive, NewsEngine engine)
{
    private readonly Sql sql = archive.Sql;

    /// <summary>Writes a file per article; returns how many.</summary>
    /// <param name="folder">Where; it is made where there is none.</param>
    /// <param name="partly">Also articles of which some events only were reviewed.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public int Write(string folder, bool partly = false)
    {
        Directory.CreateDirectory(folder);
        return Each(partly, (key, reading) =>
        {
            using var file = File.Create(Path.Combine(folder, key + ".json"));
            GoldFile.Write(reading, file);
        }, CancellationToken.None);
    }

    /// <summary>Writes the same files into one that is packed (ZIP); returns how many.</summary>
    /// <param name="packed">A stream that can be written to.</param>
    /// <param name="partly">Also articles of which some events only were reviewed.</param>
    public int Pack(Stream packed, bool partly = false, CancellationToken cancellation = default)
    {
        using var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true);
        return Each(partly, (key, reading) =>
        {
            using var file = zip.CreateEntry(key + ".json").Open();
            GoldFile.Write(reading, file);
        }, cancellation);
    }

    private int Each(bool partly, Action<string, ReviewedReading> write, CancellationToken cancellation)
    {
        var log = new ReviewLog(sql);
        var reviewed = 0;
        foreach (var key in sql.Rows("SELECT DISTINCT article_key FROM review_target ORDER BY article_key", r => r.GetString(0)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Article(key) is not { } article)
            {
                continue;
            }

            var reading = ReviewedReading.Of(key, engine.Read(article, cancellation), log.Of(key), engine);
            if (reading.Verdicts.All(v => v is not null) || (partly && reading.Verdicts.Any(v => v is not null)))
            {
                write(key, reading);
                reviewed++;
            }
        }

        return reviewed;
    }

    private Article? Article(string key) => sql.Rows(
        "SELECT key, text, outlet, published, url FROM article WHERE key = @p1",
        r => new Article(r.GetString(0), r.GetString(1))
        {
            Outlet = r.TextOrNull(2),
            Published = r.TextOrNull(3) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            Url = r.TextOrNull(4),
        }, key).FirstOrDefault();
}
