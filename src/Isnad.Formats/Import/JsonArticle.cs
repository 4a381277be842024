using System.Text.Json;

namespace Isnad.Formats.Import;

/// <summary>
/// Reads articles written as JSON: an object with <c>text</c> and, where known, <c>id</c>, <c>title</c>, <c>outlet</c>,
/// <c>published</c> and <c>url</c>. Other fields are passed over.
/// </summary>
internal static class JsonArticle
{
    private const string WantedForm = "a JSON article is an object with at least «text»";
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 32, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>One article of a file of JSON lines.</summary>
    public static ArticleOrProblem ReadLine(string source, string json, string id, ArticleDefaults defaults) => Parse(source, json, root => [Article(source, root, id, defaults)])[0];

    /// <summary>A file that holds an article or a list of them.</summary>
    public static IReadOnlyList<ArticleOrProblem> ReadFile(string source, string json, string id, ArticleDefaults defaults) => Parse(source, json, root =>
    {
        if (root.ValueKind != JsonValueKind.Array)
        {
            return [Article(source, root, id, defaults)];
        }

        var articles = root.EnumerateArray().Select((element, at) => Article($"{source}[{at + 1}]", element, $"{id}-{at + 1}", defaults)).ToList();
        return articles.Count > 0 ? articles : [ArticleOrProblem.Fail(source, ProblemKind.Empty, "the list has no article in it")];
    });

    private static IReadOnlyList<ArticleOrProblem> Parse(string source, string json, Func<JsonElement, IReadOnlyList<ArticleOrProblem>> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return read(document.RootElement);
        }
        catch (JsonException x)
        {
            return [ArticleOrProblem.Fail(source, ProblemKind.Malformed, $"not valid JSON at line {x.LineNumber + 1}, byte {x.BytePositionInLine + 1} of it")];
        }
        catch (InvalidOperationException)
        {
            // An escape such as \ud83d without its other half cannot be a .NET string.
            return [ArticleOrProblem.Fail(source, ProblemKind.Malformed, "a string in it holds half of a surrogate pair (\\ud800 to \\udfff), which is no Unicode text")];
        }
    }

    private static ArticleOrProblem Article(string source, JsonElement root, string id, ArticleDefaults defaults)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return ArticleOrProblem.Fail(source, ProblemKind.Malformed, $"it holds {Kind(root.ValueKind)}; {WantedForm}");
        }

        var wrong = root.EnumerateObject().FirstOrDefault(p => p.Name is "text" or "title" or "body" && p.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null));
        if (wrong.Value.ValueKind != JsonValueKind.Undefined)
        {
            return ArticleOrProblem.Fail(source, ProblemKind.Malformed, $"its field «{wrong.Name}» holds {Kind(wrong.Value.ValueKind)}; it must be a string");
        }

        var fields = new ArticleFields(
            Name(root), Text(root, "title"), Text(root, "text") ?? Text(root, "body"), Text(root, "outlet"), Text(root, "published"), Text(root, "date"), Text(root, "url"));
        return fields.ToArticle(source, id, defaults, WantedForm);
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    // Ids are often numbers.
    private static string? Name(JsonElement root) =>
        root.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number ? id.GetRawText() : Text(root, "id");

    private static string Kind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "a string",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
