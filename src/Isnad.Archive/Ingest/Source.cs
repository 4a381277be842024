using System.Globalization;
using Isnad.Formats.Import;
using Isnad.Sources;

namespace Isnad.Archive.Ingest;

/// <summary>A file, an address of the web, or standard input, that articles are taken from.</summary>
internal sealed class Source
{
    private readonly Func<Stream?, IEnumerable<ArticleUnit>> open;
    private readonly string? path;
    private Func<long> position = () => 0;

    private Source(string name, string? path, long size, string fingerprint, Func<Stream?, IEnumerable<ArticleUnit>> open) =>
        (Name, this.path, Size, Fingerprint, this.open) = (name, path, size, fingerprint, open);

    /// <summary>Full path or address: the same file is the same source wherever the program is run.</summary>
    public string Name { get; }

    /// <summary>Bytes; 0 where that is not known.</summary>
    public long Size { get; }

    /// <summary>Pages are fetched one by one.</summary>
    public bool IsWeb { get; private init; }

    /// <summary>Changes when the file changes; empty where that cannot be told.</summary>
    public string Fingerprint { get; }

    /// <summary>Bytes taken in so far, where the file is read piece by piece.</summary>
    public long Position => position();

    /// <summary>The files behind names of files and folders, and <c>-</c>; a folder stands for the article files below it.</summary>
    /// <param name="fetch">Opens an address of the web.</param>
    public static List<Source> Find(IEnumerable<string> names, ArticleDefaults defaults, Func<string, IEnumerable<ArticleUnit>> fetch) =>
        [.. names.SelectMany(name => name == "-"
            ? [StandardInput(defaults)]
            : WebArticles.IsAddress(name) ? [new(name, null, 0, "", _ => fetch(name)) { IsWeb = true }]
            : Directory.Exists(name) ? Folder(name, defaults) : [File(name, defaults)])];

    /// <summary>The pieces of the source, in order. To be enumerated once.</summary>
    public IEnumerable<ArticleUnit> Units()
    {
        if (path is null || !ArticleFiles.IsStreamed(path))
        {
            return open(null);
        }

        try
        {
            // Closed by whoever enumerates the units to their end.
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            position = () => stream.CanRead ? stream.Position : Size;
            return open(stream);
        }
        catch (Exception x) when (x is IOException or UnauthorizedAccessException)
        {
            return open(null);
        }
    }

    private static IEnumerable<Source> Folder(string folder, ArticleDefaults defaults)
    {
        var files = ArticleFiles.In(folder).Select(file => File(file, defaults)).ToList();
        // An empty folder says so itself when it is read.
        return files.Count > 0 ? files : [new(Path.GetFullPath(folder), null, 0, "", _ => ArticleFiles.Open(folder, defaults))];
    }

    private static Source File(string file, ArticleDefaults defaults)
    {
        var info = new FileInfo(file);
        var full = Path.GetFullPath(file);
        return info.Exists
            ? new(full, full, info.Length, string.Create(CultureInfo.InvariantCulture, $"{info.Length} {info.LastWriteTimeUtc.Ticks} {defaults.Outlet} {defaults.Published:yyyy-MM-dd}"), stream => stream is null ? ArticleFiles.Open(full, defaults) : ArticleFiles.Open(full, stream, defaults))
            : new(full, null, 0, "", _ => ArticleFiles.Open(full, defaults));
    }

    private static Source StandardInput(ArticleDefaults defaults) =>
        new("standard-input", null, 0, "", _ => ArticleFiles.Open("standard-input", Console.OpenStandardInput(), defaults));
}
