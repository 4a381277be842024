using System.Globalization;
using System.Text.Json;

namespace Isnad.Formats.Import;

/// <summary>What the caller knows of articles that do not say it themselves.</summary>
public sealed record ArticleDefaults(DateOnly? Published = null, string? Outlet = null);

/// <summary>
/// Reads articles from text, JSON, JSON lines and saved HTML. Never throws on content: every input gives articles or the
/// reason why not.
/// </summary>
public static class ArticleReader
{
    /// <summary>Largest file: 256 MiB.</summary>
    public const long LargestFile = 256L << 20;

    /// <summary>Longest article, in characters; real ones have a few thousand.</summary>
    public const int LongestArticle = 2_000_000;

    /// <summary>Articles of one file; its extension says the format, its content where there is none.</summary>
    public static IEnumerable<ArticleOrProblem> ReadFile(string path, ArticleDefaults defaults)
    {
        byte[] bytes;
        ArticleProblem? problem = null;
        try
        {
            var file = new FileInfo(path);
            if (Directory.Exists(path))
            {
                problem = new(path, ProblemKind.Unreadable, "it is a folder; name its files, for example with *");
            }
            else if (file.Exists && file.Length > LargestFile)
            {
                problem = new(path, ProblemKind.TooLarge, $"{file.Length:N0} bytes; a file may have {LargestFile:N0}. Split it into smaller ones");
            }

            bytes = problem is null ? File.ReadAllBytes(path) : [];
        }
        catch (Exception x) when (x is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            bytes = [];
            problem = new(path, ProblemKind.Unreadable, x is FileNotFoundException or DirectoryNotFoundException ? "no such file" : x.Message);
        }

        return problem is null ? Read(path, bytes, defaults) : [new(null, problem)];
    }

    /// <summary>Articles in the bytes of one input.</summary>
    /// <param name="source">Name for messages; its extension says the format.</param>
    public static IEnumerable<ArticleOrProblem> Read(string source, byte[] bytes, ArticleDefaults defaults)
    {
        if (bytes.Length == 0)
        {
            return Fail(source, ProblemKind.Empty, "the file is empty");
        }

        if (TextDecoder.Signature(bytes) is { } signature)
        {
            return Fail(source, ProblemKind.NotText, $"it is {signature}");
        }

        var text = TextDecoder.Decode(bytes, out _);
        if (text is null)
        {
            return Fail(source, ProblemKind.NotText, "it is not text");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Fail(source, ProblemKind.Empty, "there is nothing in it but white space");
        }

        var id = Path.GetFileNameWithoutExtension(source);
        return Path.GetExtension(source).ToLowerInvariant() switch
        {
            ".jsonl" or ".ndjson" => JsonLines(source, text, defaults),
            ".json" => [Json(source, text, id, defaults)],
            ".html" or ".htm" or ".xhtml" => [HtmlArticle.Read(source, text, id, defaults)],
            ".txt" or ".text" => [Check(source, Plain(id, text, defaults))],
            _ when text.AsSpan().TrimStart() is ['{', ..] => JsonLines(source, text, defaults),
            _ when text.AsSpan().TrimStart() is ['<', ..] => [HtmlArticle.Read(source, text, id, defaults)],
            _ => [Check(source, Plain(id, text, defaults))],
        };
    }

    /// <summary>The article, or why the engine should not read it.</summary>
    internal static ArticleOrProblem Check(string source, Article article)
    {
        if (string.IsNullOrWhiteSpace(article.Text))
        {
            return Fail(source, ProblemKind.Empty, "the article has no text")[0];
        }

        if (article.Text.Length > LongestArticle)
        {
            return Fail(source, ProblemKind.TooLarge, $"{article.Text.Length:N0} characters; an article may have {LongestArticle:N0}. Is it several articles in one?")[0];
        }

        return LanguageCheck.Refuses(article.Text) is { } language
            ? Fail(source, ProblemKind.NotArabic, $"it seems to be {language}; Isnad reads Arabic")[0]
            : new(article, null);
    }

    internal static ArticleOrProblem[] Fail(string source, ProblemKind kind, string message) => [new(null, new(source, kind, message))];

    private static Article Plain(string id, string text, ArticleDefaults defaults) =>
        new(id, text) { Outlet = defaults.Outlet, Published = defaults.Published };

    private static IEnumerable<ArticleOrProblem> JsonLines(string source, string text, ArticleDefaults defaults)
    {
        var number = 0;
        foreach (var line in text.EnumerateLinesLazily())
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Json($"{source}:{number}", line, $"{Path.GetFileNameWithoutExtension(source)}-{number}", defaults);
            }
        }
    }

    private static ArticleOrProblem Json(string source, string text, string id, ArticleDefaults defaults)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return Fail(source, ProblemKind.Malformed, "a JSON article is an object with at least «text»; for several, use one per line in a .jsonl file")[0];
            }

            var body = Text(root, "text") ?? Text(root, "body");
            if (body is null)
            {
                return Fail(source, ProblemKind.Malformed, "the JSON has no field «text»")[0];
            }

            var title = Text(root, "title");
            var published = Text(root, "published") ?? Text(root, "date");
            return Check(source, new Article(Text(root, "id") ?? id, title is null || body.StartsWith(title, StringComparison.Ordinal) ? body : $"{title}\n{body}")
            {
                Outlet = Text(root, "outlet") ?? defaults.Outlet,
                Url = Text(root, "url"),
                Published = published is { Length: >= 10 } && DateOnly.TryParseExact(published[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : defaults.Published,
            });
        }
        catch (JsonException x)
        {
            return Fail(source, ProblemKind.Malformed, $"not valid JSON at line {x.LineNumber + 1}, byte {x.BytePositionInLine}")[0];
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate written as an escape cannot be a .NET string.
            return Fail(source, ProblemKind.Malformed, "the JSON holds text that is not valid Unicode")[0];
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<string> EnumerateLinesLazily(this string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            yield return text[start..end];
            start = end + 1;
        }
    }
}
