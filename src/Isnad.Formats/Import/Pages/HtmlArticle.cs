using System.Buffers;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Isnad.Formats.Import.Pages;

/// <summary>Takes the article out of a page: what it says of itself to machines for title, day, outlet and author, what a reader sees for the text.</summary>
internal static class HtmlArticle
{
    // Real pages have a few thousand elements; what is far beyond is no article.
    private const int MostElements = 100_000;
    private const int ShortestBody = 40;
    private const int LongestCredit = 80;
    private static readonly SearchValues<char> TagEnds = SearchValues.Create(" >/\n\r\t");

    public static ArticleOrProblem Read(string source, string html, string id, ArticleDefaults defaults, Uri? address = null)
    {
        if (TooDeep(html))
        {
            return ArticleOrProblem.Fail(source, ProblemKind.Malformed, "no article found in the page: its elements are nested as deep as in none");
        }

        using var page = new HtmlParser().ParseDocument(html);
        if (page.All.Length > MostElements)
        {
            return ArticleOrProblem.Fail(source, ProblemKind.Malformed, $"no article found in the page: it has more than {MostElements:N0} elements");
        }

        var linked = LinkedArticle.Of(page);
        var body = PageBody.Of(page);
        var said = PageBody.Lines(linked?.Body ?? "");
        // Some pages show the beginning of a text and tell machines all of it.
        if (said.Sum(p => p.Length) > 1.5 * body.Paragraphs.Sum(p => p.Length))
        {
            body = body with { Paragraphs = said };
        }

        if (body.Paragraphs.Sum(p => p.Length) < ShortestBody)
        {
            return ArticleOrProblem.Fail(source, ProblemKind.Malformed, "no article found in the page; save the page of one article, not a front page");
        }

        var facts = PageFacts.Of(page, linked, body.Container);
        var lines = WithoutDates(body.Paragraphs.SkipWhile(p => p == facts.Title)).ToList();
        if (PageFacts.Subtitle(page, facts.Title) is { } subtitle && !lines.Take(3).Contains(subtitle))
        {
            lines.Insert(0, subtitle);
        }

        if (facts.Byline is { } byline && !lines.Take(2).Any(p => p.Contains(byline, StringComparison.Ordinal)))
        {
            lines.Insert(0, byline);
        }

        return ArticleReader.Check(source, new Article(id, string.Join('\n', facts.Title is null ? lines : lines.Prepend(facts.Title)))
        {
            Outlet = facts.Outlet ?? defaults.Outlet,
            Url = address?.AbsoluteUri ?? facts.Address,
            Published = facts.Published ?? defaults.Published,
        });
    }

    // The day stands between title and text; it is known already.
    private static IEnumerable<string> WithoutDates(IEnumerable<string> lines) =>
        lines.Select((line, at) => at < 3 && line.Length < LongestCredit && line[^1] != '.' ? PageFacts.WithoutDate(line) : line).Where(line => line.Length > 0);

    // The parser calls itself for each level of some elements; a page of a million «<div>» must not end the program.
    private static bool TooDeep(string html)
    {
        const int Deepest = 1_000;
        var (depth, at) = (0, 0);
        while ((at = html.IndexOf('<', at)) >= 0 && ++at < html.Length)
        {
            if (html[at] == '/')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (char.IsAsciiLetter(html[at]) && !IsVoid(html.AsSpan(at)) && ++depth > Deepest)
            {
                return true;
            }
        }

        return false;
    }

    // Elements that are never closed, or often are not.
    private static bool IsVoid(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(TagEnds);
        return (end < 0 ? tag : tag[..end]).ToString().ToLowerInvariant() is "br" or "img" or "meta" or "link" or "input" or "hr" or "source" or "wbr" or "area" or "base" or "col" or "embed" or "track" or "param" or "p" or "li" or "option" or "tr" or "td" or "th" or "dt" or "dd";
    }
}
