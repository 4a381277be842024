using Isnad.Formats.Html;
using Isnad.Reading;

namespace Isnad.Cli;

/// <summary>A folder of HTML pages, one per article, with a table of contents.</summary>
internal sealed class PageFolder
{
    private const string Contents = "index";
    private const int LongestName = 80;
    private readonly string folder;
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { Contents };
    private readonly List<IndexEntry> entries = [];

    /// <exception cref="IOException">The folder cannot be made.</exception>
    public PageFolder(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
    }

    /// <summary>Adds a page.</summary>
    /// <param name="reading">What the page shows.</param>
    /// <param name="page">The page, written beforehand by whichever thread read the article.</param>
    public void Add(NewsReading reading, string page)
    {
        var file = FileName(reading.Id);
        File.WriteAllText(Path.Combine(folder, file), page);
        entries.Add(IndexEntry.Of(file, reading));
    }

    /// <summary>Writes the table of contents.</summary>
    public void Finish() => File.WriteAllText(Path.Combine(folder, Contents + ".html"), IndexPage.Write(entries));

    // An id may hold anything, a file name may not, and two articles may share an id.
    private string FileName(string id)
    {
        var name = string.Concat(id.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')).Trim('.', '-');
        name = name.Length == 0 ? "article" : name[..Math.Min(name.Length, LongestName)];
        var unique = name;
        for (var n = 2; !taken.Add(unique); n++)
        {
            unique = $"{name}-{n}";
        }

        return unique + ".html";
    }
}
