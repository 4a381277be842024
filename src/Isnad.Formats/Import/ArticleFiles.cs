namespace Isnad.Formats.Import;

/// <summary>
/// Finds the articles behind file and folder names, in order and lazily: nothing is opened before it is asked for, so that
/// a hundred thousand files take no more memory than a few.
/// </summary>
public static class ArticleFiles
{
    private static readonly string[] Extensions = [".txt", ".text", ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".html", ".htm", ".xhtml", ".warc", ".gz", ".zip"];
    private static readonly string[] Streamed = [".jsonl", ".ndjson", ".csv", ".tsv", ".warc", ".gz", ".zip"];

    /// <summary>The pieces of one file, or of every article file below a folder (in the order of their names).</summary>
    public static IEnumerable<ArticleUnit> Open(string path, ArticleDefaults defaults)
    {
        if (!Directory.Exists(path))
        {
            return IsStreamed(path) ? OpenStreamed(path, defaults) : [new(path, () => ReadFile(path, defaults))];
        }

        return OpenFolder(path, defaults);
    }

    /// <summary>Article files below a folder, in the order of their names.</summary>
    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Where(IsArticleFile)
            .Order(StringComparer.Ordinal);

    /// <summary>True for a name that ends as those of articles do.</summary>
    public static bool IsArticleFile(string name) => Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a file of many articles, which is read piece by piece; the others are one article, or a list that fits in memory.</summary>
    public static bool IsStreamed(string path) => Streamed.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>The pieces of a stream such as standard input; its first bytes tell JSON lines from other formats.</summary>
    public static IEnumerable<ArticleUnit> Open(string source, Stream stream, ArticleDefaults defaults)
    {
        ArgumentNullException.ThrowIfNull(stream);
        switch (Path.GetExtension(source).ToLowerInvariant())
        {
            case ".jsonl" or ".ndjson":
                return Lines(source, stream, defaults);
            case ".csv" or ".tsv":
                return CsvArticles.Read(source, stream, defaults);
            case ".warc":
                return WarcArticles.Read(source, stream, defaults);
            case ".gz":
                return CompressedFiles.Gzip(source, stream, defaults);
            case ".zip":
                return CompressedFiles.Zip(source, stream, defaults);
        }

        var head = new byte[TextDecoder.SampleSize];
        var whole = ChainedStream.LookAhead(stream, head, out var length);
        if (LooksLikeLines(head.AsSpan(0, length)))
        {
            return Lines(source, whole, defaults);
        }

        return [new(source, () => ReadStream(source, whole, defaults))];
    }

    private static IEnumerable<ArticleUnit> OpenFolder(string folder, ArticleDefaults defaults)
    {
        var files = In(folder);
        var any = false;
        foreach (var file in files)
        {
            any = true;
            foreach (var unit in Open(file, defaults))
            {
                yield return unit;
            }
        }

        if (!any)
        {
            yield return Failed(folder, ProblemKind.Empty, $"no article file in the folder; articles end in {string.Join(", ", Extensions)}");
        }
    }

    // Standard input has no name: it is lines of JSON where its first line is an object by itself.
    private static bool LooksLikeLines(ReadOnlySpan<byte> head)
    {
        var text = TextDecoder.DecodeSample(head).AsSpan().TrimStart();
        if (text is not ['{', ..])
        {
            return false;
        }

        var end = text.IndexOf('\n');
        return end < 0 || text[..end].TrimEnd() is [.., '}'];
    }

    private static IEnumerable<ArticleOrProblem> ReadFile(string path, ArticleDefaults defaults)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            return ReadStream(path, file, defaults);
        }
        catch (Exception x) when (Unreadable(path, x) is { } problem)
        {
            return [new(null, problem)];
        }
    }

    internal static IEnumerable<ArticleOrProblem> ReadStream(string source, Stream stream, ArticleDefaults defaults)
    {
        try
        {
            using var bytes = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; (read = stream.Read(buffer)) > 0; bytes.Write(buffer, 0, read))
            {
                if (bytes.Length + read > ArticleLimits.File)
                {
                    return [ArticleOrProblem.Fail(source, ProblemKind.TooLarge, $"it is larger than {ArticleLimits.File >> 20} MiB; a file holds one article, or one per line if it ends in .jsonl")];
                }
            }

            return ArticleReader.Read(source, bytes.GetBuffer().AsSpan(0, (int)bytes.Length), defaults);
        }
        catch (Exception x) when (Unreadable(source, x) is { } problem)
        {
            return [new(null, problem)];
        }
    }

    private static IEnumerable<ArticleUnit> OpenStreamed(string path, ArticleDefaults defaults)
    {
        try
        {
            return Open(path, new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan), defaults);
        }
        catch (Exception x) when (Unreadable(path, x) is { } problem)
        {
            return [new(path, () => [new(null, problem)])];
        }
    }

    private static IEnumerable<ArticleUnit> Lines(string source, Stream stream, ArticleDefaults defaults)
    {
        var opened = Opened(source, stream, () => (BoundedLines.Open(stream, ArticleLimits.JsonLine, out var notText), notText), out var failure);
        if (opened is null)
        {
            yield return failure!;
            yield break;
        }

        using var lines = opened;
        var name = Path.GetFileNameWithoutExtension(source);
        var any = false;
        while (Next(lines, out var problem) is { } line)
        {
            var (number, text) = (lines.Number, line.Text);
            if (line.TooLong)
            {
                yield return Failed($"{source}:{number}", ProblemKind.TooLarge, $"the line is longer than {ArticleLimits.JsonLine:N0} characters; an article per line is expected");
            }
            else if (problem is not null)
            {
                yield return Failed($"{source}:{number}", ProblemKind.Unreadable, problem);
                yield break;
            }
            else if (!string.IsNullOrWhiteSpace(text))
            {
                yield return new($"{source}:{number}", () => [JsonArticle.ReadLine($"{source}:{number}", text, $"{name}-{number}", defaults)]);
            }
            else
            {
                continue;
            }

            any = true;
        }

        if (!any)
        {
            yield return Failed(source, ProblemKind.Empty, "there is no article in it");
        }
    }

    /// <summary>What reads a stream piece by piece, or why it cannot be read; its first bytes may already be damaged.</summary>
    internal static T? Opened<T>(string source, Stream stream, Func<(T Reader, string? NotText)> open, out ArticleUnit? failure) where T : class, IDisposable
    {
        failure = null;
        try
        {
            var (reader, notText) = open();
            if (notText is null)
            {
                return reader;
            }

            reader.Dispose();
            failure = Failed(source, ProblemKind.NotText, notText);
        }
        catch (Exception x) when (x is IOException or InvalidDataException)
        {
            stream.Dispose();
            failure = Failed(source, ProblemKind.Unreadable, $"cannot be read: {x.Message}");
        }

        return null;
    }

    private static BoundedLines.Line? Next(BoundedLines lines, out string? problem)
    {
        problem = null;
        try
        {
            return lines.Next();
        }
        catch (Exception x) when (x is IOException or InvalidDataException)
        {
            problem = x.Message;
            return new("", false);
        }
    }

    internal static ArticleUnit Failed(string source, ProblemKind kind, string message) => new(source, () => [ArticleOrProblem.Fail(source, kind, message)]);

    private static ArticleProblem? Unreadable(string path, Exception x) => x switch
    {
        FileNotFoundException or DirectoryNotFoundException => new(path, ProblemKind.Unreadable, "no such file"),
        UnauthorizedAccessException => new(path, ProblemKind.Unreadable, "no permission to read it"),
        IOException or InvalidDataException or ArgumentException or NotSupportedException => new(path, ProblemKind.Unreadable, $"cannot be read: {x.Message}"),
        _ => null,
    };
}
