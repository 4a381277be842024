namespace Isnad.Formats.Import;

/// <summary>Why an input could not be read; documented in docs/diagnostics.md.</summary>
public enum ProblemKind
{
    /// <summary>No such file, or no permission.</summary>
    Unreadable,

    /// <summary>Nothing but white space.</summary>
    Empty,

    /// <summary>A PDF, an image, an archive or other bytes that are no text.</summary>
    NotText,

    /// <summary>Larger than the limits of <see cref="ArticleReader"/>.</summary>
    TooLarge,

    /// <summary>Text in another language than Arabic.</summary>
    NotArabic,

    /// <summary>JSON or HTML in which no article can be found.</summary>
    Malformed,
}

/// <summary>An input that gave no article, said so that its owner can mend it.</summary>
/// <param name="Source">File name, with a line number for JSON lines.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record ArticleProblem(string Source, ProblemKind Kind, string Message)
{
    /// <summary>Code of the kind, as docs/diagnostics.md lists it.</summary>
    public string Code => $"KH{5001 + (int)Kind}";

    public override string ToString() => $"{Source}: {Code}: {Message}";
}

/// <summary>Either an article or the reason why there is none.</summary>
public readonly record struct ArticleOrProblem(Article? Article, ArticleProblem? Problem);
