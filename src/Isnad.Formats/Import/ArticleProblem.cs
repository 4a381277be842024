namespace Isnad.Formats.Import;

/// <summary>Why an input gave no reading; docs/diagnostics.md says what to do about each.</summary>
public enum ProblemKind
{
    /// <summary>No such file, or no permission.</summary>
    Unreadable,

    /// <summary>Nothing but white space.</summary>
    Empty,

    /// <summary>A PDF, an image, an archive or other bytes that are no text.</summary>
    NotText,

    /// <summary>Larger than the limits in <see cref="ArticleLimits"/>.</summary>
    TooLarge,

    /// <summary>Text in another language than Arabic.</summary>
    NotArabic,

    /// <summary>JSON or HTML in which no article can be found.</summary>
    Malformed,

    /// <summary>The engine failed on the article: a defect of Isnad, never of the article.</summary>
    EngineFailed,

    /// <summary>A server that does not answer, answers too slowly or is out of order.</summary>
    NotFetched,

    /// <summary>A server that has no such page, or gives it to nobody.</summary>
    NotThere,

    /// <summary>A page that may not be fetched: robots.txt forbids it, or it leads to a private address.</summary>
    Forbidden,
}

/// <summary>An input that gave no reading, said so that its owner can mend it.</summary>
/// <param name="Source">File name, with a line number for JSON lines.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record ArticleProblem(string Source, ProblemKind Kind, string Message)
{
    /// <summary>Code of the kind, as docs/diagnostics.md lists it.</summary>
    public string Code => $"KH{5001 + (int)Kind}";

    public override string ToString() => $"{Source}: {Code}: {Message}";
}

/// <summary>Either an article or the reason why there is none.</summary>
public readonly record struct ArticleOrProblem(Article? Article, ArticleProblem? Problem)
{
    internal static ArticleOrProblem Fail(string source, ProblemKind kind, string message) => new(null, new(source, kind, message));
}
