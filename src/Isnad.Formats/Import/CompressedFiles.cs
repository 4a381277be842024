using System.IO.Compression;

namespace Isnad.Formats.Import;

/// <summary>Articles in gzip files and zip archives, unpacked while they are read.</summary>
internal static class CompressedFiles
{
    private const string CutOff = "the gzip archive is empty, cut off or damaged; fetch it again";

    /// <summary>«news.jsonl.gz» is read as «news.jsonl».</summary>
    public static IEnumerable<ArticleUnit> Gzip(string source, Stream packed, ArticleDefaults defaults)
    {
        var inner = source[..^".gz".Length];
        var stream = new WholeGzip(packed);
        try
        {
            return Path.GetExtension(inner).Equals(".zip", StringComparison.OrdinalIgnoreCase)
                ? [ArticleFiles.Failed(source, ProblemKind.NotText, "it is a zip archive inside a gzip archive; unpack it once")]
                : ArticleFiles.Open(inner, stream, defaults);
        }
        catch (InvalidDataException)
        {
            stream.Dispose();
            return [ArticleFiles.Failed(source, ProblemKind.Unreadable, CutOff)];
        }
    }

    /// <summary>A gzip archive that is in memory; null where it is cut off, damaged or unpacks to more than so many bytes.</summary>
    public static byte[]? Unpack(byte[] packed, long limit)
    {
        try
        {
            using var stream = new WholeGzip(new MemoryStream(packed));
            using var bytes = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; (read = stream.Read(buffer)) > 0; bytes.Write(buffer, 0, read))
            {
                if (bytes.Length + read > limit)
                {
                    return null;
                }
            }

            return bytes.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The entries of an archive in their order; archives inside it are not opened.</summary>
    public static IEnumerable<ArticleUnit> Zip(string source, Stream packed, ArticleDefaults defaults)
    {
        ZipArchive archive;
        try
        {
            archive = new ZipArchive(packed, ZipArchiveMode.Read);
        }
        catch (InvalidDataException x)
        {
            packed.Dispose();
            return [ArticleFiles.Failed(source, ProblemKind.Unreadable, $"the zip archive is cut off or damaged: {x.Message}")];
        }

        return Entries(source, archive, defaults);
    }

    private static IEnumerable<ArticleUnit> Entries(string source, ZipArchive archive, ArticleDefaults defaults)
    {
        using var open = archive;
        var any = false;
        foreach (var entry in archive.Entries.Where(e => e.Name.Length > 0 && ArticleFiles.IsArticleFile(e.Name)))
        {
            any = true;
            var name = $"{source}/{entry.FullName}";
            foreach (var unit in Entry(name, entry, defaults))
            {
                yield return unit;
            }
        }

        if (!any)
        {
            yield return ArticleFiles.Failed(source, ProblemKind.Empty, "no article file in the archive");
        }
    }

    private static IEnumerable<ArticleUnit> Entry(string name, ZipArchiveEntry entry, ArticleDefaults defaults)
    {
        if (Path.GetExtension(name).ToLowerInvariant() is ".zip" or ".gz")
        {
            return [ArticleFiles.Failed(name, ProblemKind.NotText, "it is an archive inside an archive; unpack it once")];
        }

        try
        {
            var stream = entry.Open();
            if (ArticleFiles.IsStreamed(name))
            {
                return ArticleFiles.Open(name, stream, defaults);
            }

            // Entries of one archive share its stream, so the bytes are taken now and parsed by whoever reads the unit.
            using (stream)
            {
                var found = ArticleFiles.ReadStream(name, stream, defaults);
                return [new(name, () => found)];
            }
        }
        catch (InvalidDataException x)
        {
            return [ArticleFiles.Failed(name, ProblemKind.Unreadable, $"the entry is damaged: {x.Message}")];
        }
    }
}
