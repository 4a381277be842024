using System.Text.Json;
using AngleSharp.Dom;

namespace Isnad.Formats.Import.Pages;

/// <summary>What a page says of its article in JSON-LD (schema.org), for search engines.</summary>
internal sealed record LinkedArticle(string? Title, string? Published, string? Author, string? Outlet, string? Body)
{
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 32, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
    private const int MostNodes = 500;

    /// <summary>The first article that the page describes; null where it describes none.</summary>
    public static LinkedArticle? Of(IDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent, Lenient);
                var left = MostNodes;
                if (Find(json.RootElement, ref left) is { } found)
                {
                    return found;
                }
            }
            catch (Exception x) when (x is JsonException or InvalidOperationException)
            {
                // Many sites write it by hand, with line ends inside strings; the page says the rest.
            }
        }

        return null;
    }

    private static LinkedArticle? Find(JsonElement node, ref int left)
    {
        if (--left < 0)
        {
            return null;
        }

        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
            {
                if (Find(item, ref left) is { } found)
                {
                    return found;
                }
            }

            return null;
        }

        if (node.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (IsArticle(node))
        {
            return new(Text(node, "headline") ?? Text(node, "name"), Text(node, "datePublished"), Name(node, "author"), Name(node, "publisher"), Text(node, "articleBody"));
        }

        return node.TryGetProperty("@graph", out var graph) ? Find(graph, ref left) : node.TryGetProperty("mainEntity", out var main) ? Find(main, ref left) : null;
    }

    private static bool IsArticle(JsonElement node) => node.TryGetProperty("@type", out var type) && type.ValueKind switch
    {
        JsonValueKind.String => Means(type),
        JsonValueKind.Array => type.EnumerateArray().Any(t => t.ValueKind == JsonValueKind.String && Means(t)),
        _ => false,
    };

    // «NewsArticle», «ReportageNewsArticle», «BlogPosting»
    private static bool Means(JsonElement type) => type.GetString() is { } name && (name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("Posting", StringComparison.Ordinal));

    private static string? Text(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()?.Trim() is { Length: > 0 } text ? System.Net.WebUtility.HtmlDecode(text) : null;

    // A name, an object with one, or a list of either.
    private static string? Name(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? Name(value) : null;

    private static string? Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()?.Trim() is { Length: > 0 } text ? text : null,
        JsonValueKind.Object => Text(value, "name"),
        JsonValueKind.Array => value.EnumerateArray().Select(Name).FirstOrDefault(n => n is not null),
        _ => null,
    };
}
