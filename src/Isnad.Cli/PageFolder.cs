using Isnad.Formats.Html;

namespace Isnad.Cli;

/// <summary>A folder of HTML pages, one per article, with a table of contents.</summary>
internal sealed class PageFolder : IDisposable
{
    private const int LongestName = 80;
    private readonly string folder;
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { "index" };

    /// <exception cref="IOException">The folder cannot be made.</exception>
    public PageFolder(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
    }

    public void Write(string id, string page) => File.WriteAllText(Path.Combine(folder, FileName(id)), page);

    public void Dispose()
    {
    }

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
