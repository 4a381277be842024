using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Isnad.Formats.Import;

namespace Isnad.Cluster;

/// <summary>An article as it travels: JSON, compressed, since Arabic text becomes four to five times smaller by it.</summary>
internal static class ArticleMessage
{
    // Escaped, a character takes six bytes; what unfolds to more is no article of ours.
    private const int LongestUnfolded = (6 * ArticleLimits.Article) + 65_536;

    public static byte[] Write(Article article)
    {
        using var bytes = new MemoryStream();
        using (var compressed = new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var json = new Utf8JsonWriter(compressed))
        {
            json.WriteStartObject();
            json.WriteString("id", Whole(article.Id));
            Optional(json, "outlet", article.Outlet);
            Optional(json, "published", article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Optional(json, "url", article.Url);
            json.WriteString("text", Whole(article.Text));
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>The article of a message; a problem where it is none.</summary>
    public static ArticleOrProblem Read(string name, ReadOnlyMemory<byte> message)
    {
        try
        {
            using var json = JsonDocument.Parse(Unfold(message));
            var root = json.RootElement;
            string? Text(string field) => root.TryGetProperty(field, out var value) ? value.GetString() : null;
            return Text("id") is { } id && Text("text") is { } text && text.Length <= ArticleLimits.Article
                ? new(new Article(id, text)
                {
                    Outlet = Text("outlet"),
                    Published = Text("published") is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
                    Url = Text("url"),
                }, null)
                : Malformed(name, "it has no id or no text, or too long a one");
        }
        catch (Exception x) when (x is JsonException or InvalidOperationException or FormatException or InvalidDataException)
        {
            return Malformed(name, x.Message);
        }
    }

    private static ArticleOrProblem Malformed(string name, string why) => new(null, new(name, ProblemKind.Malformed, $"this is no article that isnad cluster submit has sent: {why}"));

    private static byte[] Unfold(ReadOnlyMemory<byte> message)
    {
        using var compressed = new BrotliStream(new MemoryStream(message.ToArray()), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        var piece = new byte[65_536];
        for (int read; (read = compressed.Read(piece)) > 0;)
        {
            bytes.Write(piece, 0, read);
            if (bytes.Length > LongestUnfolded)
            {
                throw new InvalidDataException("it unfolds to more than any article");
            }
        }

        return bytes.ToArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, Whole(value));
        }
    }

    // A half of a surrogate pair cannot be written in UTF-8; the archive replaces it in the same way.
    private static string Whole(string text) => Isnad.Archive.Store.StoredText.Clean(text);
}
