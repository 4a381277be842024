using Isnad.Formats.Import.Pages;

namespace Isnad.Formats.Import;

/// <summary>
/// Reads the articles of one input: text, JSON or saved HTML. Never throws on content: every input gives articles or the
/// reason why not.
/// </summary>
public static class ArticleReader
{
    /// <param name="source">Name for messages and ids; its extension says the format, the content where it has none.</param>
    /// <param name="bytes">The whole file, in any of the encodings of <see cref="TextDecoder"/>.</param>
    public static IReadOnlyList<ArticleOrProblem> Read(string source, ReadOnlySpan<byte> bytes, ArticleDefaults defaults)
    {
        ArgumentNullException.ThrowIfNull(defaults);
        if (bytes.IsEmpty)
        {
            return Fail(source, ProblemKind.Empty, "the file is empty");
        }

        if (TextDecoder.Signature(bytes) is { } signature)
        {
            return Fail(source, ProblemKind.NotText, $"it is {signature}");
        }

        if (TextDecoder.Decode(bytes) is not { } text)
        {
            return Fail(source, ProblemKind.NotText, "it is not text");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Fail(source, ProblemKind.Empty, "there is nothing in it but white space");
        }

        var id = Path.GetFileNameWithoutExtension(source);
        return Format(source, text) switch
        {
            ".json" => JsonArticle.ReadFile(source, text, id, defaults),
            ".html" => [HtmlArticle.Read(source, text, id, defaults)],
            _ => [Check(source, new Article(id, Lines(text)) { Outlet = defaults.Outlet, Published = defaults.Published })],
        };
    }

    /// <summary>The article of a page of the web.</summary>
    /// <param name="source">Name for messages.</param>
    /// <param name="address">Where the page came from; it names the article.</param>
    internal static IReadOnlyList<ArticleOrProblem> ReadPage(string source, Uri address, ReadOnlySpan<byte> bytes, ArticleDefaults defaults)
    {
        if (bytes.IsEmpty)
        {
            return Fail(source, ProblemKind.Empty, "the page is empty");
        }

        if (TextDecoder.Signature(bytes) is { } signature)
        {
            return Fail(source, ProblemKind.NotText, $"it is {signature}");
        }

        return TextDecoder.Decode(bytes) is { } html ? [HtmlArticle.Read(source, html, address.AbsoluteUri, defaults, address)] : Fail(source, ProblemKind.NotText, "it is not text");
    }

    /// <summary>The article, or why the engine should not read it.</summary>
    internal static ArticleOrProblem Check(string source, Article article)
    {
        if (string.IsNullOrWhiteSpace(article.Text))
        {
            return ArticleOrProblem.Fail(source, ProblemKind.Empty, "the article has no text");
        }

        if (article.Text.Length > ArticleLimits.Article)
        {
            return ArticleOrProblem.Fail(source, ProblemKind.TooLarge, $"{article.Text.Length:N0} characters; an article may have {ArticleLimits.Article:N0}. Is it several articles in one?");
        }

        return LanguageCheck.Refuses(article.Text) is { } language
            ? ArticleOrProblem.Fail(source, ProblemKind.NotArabic, $"it seems to be {language}; Isnad reads Arabic")
            : new(article, null);
    }

    // Files of Windows end their lines with two characters; a JSON article is taken as it is, since offsets refer to it.
    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim('\n');

    private static string Format(string source, string text) => Path.GetExtension(source).ToLowerInvariant() switch
    {
        ".json" => ".json",
        ".html" or ".htm" or ".xhtml" => ".html",
        ".txt" or ".text" => ".txt",
        _ when text.AsSpan().TrimStart() is ['{' or '[', ..] => ".json",
        _ when text.AsSpan().TrimStart() is ['<', ..] => ".html",
        _ => ".txt",
    };

    private static ArticleOrProblem[] Fail(string source, ProblemKind kind, string message) => [ArticleOrProblem.Fail(source, kind, message)];
}
