namespace Isnad.Formats.Import;

/// <summary>
/// A piece of input that is opened and parsed on its own: a file, or a line of a file of JSON lines. Making one is cheap;
/// the work is in <see cref="Read"/>, which may run on another thread.
/// </summary>
public sealed class ArticleUnit
{
    private readonly Func<IEnumerable<ArticleOrProblem>> read;

    internal ArticleUnit(string source, Func<IEnumerable<ArticleOrProblem>> read) => (Source, this.read) = (source, read);

    /// <summary>File name, with a line number for JSON lines.</summary>
    public string Source { get; }

    /// <summary>The articles in it, or why there are none. Never throws on content.</summary>
    public IEnumerable<ArticleOrProblem> Read() => read();
}
