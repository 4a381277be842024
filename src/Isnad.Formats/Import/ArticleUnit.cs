namespace Isnad.Formats.Import;

/// <summary>
/// A piece of input that is opened and parsed on its own: a file, or a line of a file of JSON lines. Making one is cheap;
/// the work is in <see cref="Read"/>, which may run on another thread.
/// </summary>
public sealed class ArticleUnit
{
    private readonly Func<IEnumerable<ArticleOrProblem>> read;

    /// <summary>The page of the web that it is, to be noted as fetched once its articles are stored; null for what is no page.</summary>
    public PageVisit? Page { get; init; }

    internal ArticleUnit(string source, Func<IEnumerable<ArticleOrProblem>> read) => (Source, this.read) = (source, read);

    /// <summary>File name, with a line number for JSON lines.</summary>
    public string Source { get; }

    /// <summary>The articles in it, or why there are none. Never throws on content.</summary>
    public IEnumerable<ArticleOrProblem> Read() => read();
}

/// <summary>What is to be known of a page to ask for it only where it has changed.</summary>
/// <param name="Address">As feeds and sitemaps name it.</param>
/// <param name="ETag">What the server said, to ask with.</param>
/// <param name="LastModified">What the server said, to ask with.</param>
/// <param name="Listed">When the page changed last, as the feed or sitemap says it.</param>
public sealed record PageVisit(string Address, string? ETag, string? LastModified, string? Listed);
