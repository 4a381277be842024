namespace Isnad.Formats.Import;

/// <summary>Takes the article out of a saved page (SmartReader, the .NET port of Mozilla's Readability).</summary>
internal static class HtmlArticle
{
    private const int MostElements = 20_000;
    private const int ShortestArticle = 150;

    public static ArticleOrProblem Read(string source, string html, string id, ArticleDefaults defaults, Uri? address = null)
    {
        SmartReader.Article page;
        try
        {
            using var reader = new SmartReader.Reader("https://example.invalid/" + Uri.EscapeDataString(id), html) { MaxElemsToParse = MostElements, CharThreshold = ShortestArticle };
            page = reader.GetArticle();
        }
        catch (Exception x) when (x is not OutOfMemoryException)
        {
            // The library throws plain exceptions on pages that it gives up on.
            return ArticleOrProblem.Fail(source, ProblemKind.Malformed, $"no article found in the page: {x.Message}");
        }

        // The library leaves the line ends of the source inside paragraphs and none between some of them; block elements
        // are what parts a page into paragraphs.
        var paragraphs = (page.TextContent ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (paragraphs.Length == 0)
        {
            return ArticleOrProblem.Fail(source, ProblemKind.Malformed, "no article found in the page; save the page of one article, not a front page");
        }

        var title = page.Title?.Trim();
        return ArticleReader.Check(source, new Article(id, string.IsNullOrEmpty(title) ? string.Join('\n', paragraphs) : $"{title}\n{string.Join('\n', paragraphs)}")
        {
            Outlet = page.SiteName is { Length: > 0 } site ? site : defaults.Outlet,
            Url = address?.AbsoluteUri,
            Published = page.PublicationDate is { } day ? DateOnly.FromDateTime(day) : defaults.Published,
        });
    }
}
