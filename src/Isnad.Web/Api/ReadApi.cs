using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Isnad.Formats.Json;
using Isnad.Reading;
using Isnad.Text;
using Isnad.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Isnad.Web.Api;

/// <summary>Reads one article that is sent, and keeps nothing of it.</summary>
internal static class ReadApi
{
    // As for files: docs/diagnostics.md, KH5004.
    private const int LongestText = 2_000_000;
    private const int LongestName = 1000;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, AllowDuplicateProperties = false };

    public static void Map(RouteGroupBuilder api, NewsEngine engine) =>
        api.MapPost("/read", async (
                HttpContext context,
                [Description("With text/plain: the day it came out, 2024-03-13.")] string? published,
                [Description("With text/plain: who published it.")] string? outlet) =>
            {
                var sent = await Body(context.Request, published, outlet, context.RequestAborted);
                return Results.Text(ReadingJson.Write(engine.Read(Article(sent), context.RequestAborted)), "application/json");
            })
            .WithName("read").WithSummary("Reads one article on the spot; nothing of it is kept")
            .WithDescription("The reading is as docs/reading.schema.json has it. An article has at most 2,000,000 characters.")
            .Accepts<ArticleToRead>("application/json", "text/plain")
            .Produces<NewsReading>()
            .WithMetadata(new ChangesNothing())
            .RequireRateLimiting(ApiLimits.Reading);

    private static async Task<ArticleToRead> Body(HttpRequest request, string? published, string? outlet, CancellationToken cancellation)
    {
        try
        {
            if (request.HasJsonContentType())
            {
                return await JsonSerializer.DeserializeAsync<ArticleToRead>(request.Body, Json, cancellation) ?? throw Wrong("the body is null");
            }

            if (request.ContentType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) == true)
            {
                using var reader = new StreamReader(request.Body, Strict);
                return new(await reader.ReadToEndAsync(cancellation)) { Published = published, Outlet = outlet };
            }
        }
        catch (JsonException)
        {
            throw Wrong("the body is no JSON object with «text» and, where known, title, outlet, published, url and id");
        }
        catch (DecoderFallbackException)
        {
            throw Wrong("the text is not UTF-8");
        }

        throw new ApiProblemException(StatusCodes.Status415UnsupportedMediaType, "KH4005", "send application/json or text/plain");
    }

    private static Article Article(ArticleToRead sent)
    {
        if (string.IsNullOrWhiteSpace(sent.Text))
        {
            throw Wrong("«text» is missing or empty");
        }

        if (sent.Text.Length > LongestText || new[] { sent.Title, sent.Outlet, sent.Url, sent.Id }.Any(field => field?.Length > LongestName))
        {
            throw new ApiProblemException(StatusCodes.Status413PayloadTooLarge, "KH4006", $"an article has at most {LongestText} characters, each of its other fields {LongestName}");
        }

        DateOnly? published = null;
        if (!string.IsNullOrEmpty(sent.Published))
        {
            published = DateOnly.TryParseExact(ArabicFolding.Fold(sent.Published.Trim()), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Wrong("published is a day: 2024-03-13");
        }

        var text = string.IsNullOrWhiteSpace(sent.Title) ? sent.Text : $"{sent.Title.Trim()}\n\n{sent.Text}";
        return new(string.IsNullOrWhiteSpace(sent.Id) ? "sent" : sent.Id, text) { Outlet = sent.Outlet, Published = published, Url = sent.Url };
    }

    private static ApiProblemException Wrong(string detail) => new(StatusCodes.Status400BadRequest, "KH4005", detail);
}
