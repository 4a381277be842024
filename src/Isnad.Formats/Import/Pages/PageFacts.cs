using System.Globalization;
using AngleSharp.Dom;
using Isnad.Time;

namespace Isnad.Formats.Import.Pages;

/// <summary>Title, day, outlet and author of a page's article: from what it says to machines where it does, else from what stands above the text.</summary>
internal sealed record PageFacts(string? Title, DateOnly? Published, string? Outlet, string? Byline, string? Address)
{
    private const int LongestLine = 120;

    // A heading that nobody closed holds the whole page.
    private const int LongestTitle = 300;
    private static readonly string[] DayNames = ["article:published_time", "datepublished", "publishdate", "publish_date", "pubdate", "publication_date", "dc.date.issued", "dc.date", "sailthru.date", "parsely-pub-date", "date"];
    private static readonly string[] OutletNames = ["og:site_name", "application-name", "dc.publisher", "publisher"];
    private static readonly string[] SubtitleNames = ["subtitle", "sub-title", "standfirst", "lead", "deck", "intro"];
    private static readonly string[] AuthorNames = ["author", "article:author", "dc.creator", "parsely-author", "byl"];

    public static PageFacts Of(IDocument page, LinkedArticle? linked, IElement? body)
    {
        var metas = page.QuerySelectorAll("meta[content]").Select(m => (Name: (m.GetAttribute("property") ?? m.GetAttribute("name") ?? m.GetAttribute("itemprop") ?? "").ToLowerInvariant(), Content: m.GetAttribute("content")!.Trim()))
            .Where(m => m.Name.Length > 0 && m.Content.Length > 0).ToLookup(m => m.Name, m => m.Content);
        string? Meta(string[] names) => names.SelectMany(n => metas[n]).FirstOrDefault();
        var outlet = Meta(OutletNames) ?? linked?.Outlet;
        var title = TitleOf(page, body, metas["og:title"].FirstOrDefault() ?? linked?.Title, outlet);
        var heading = Heading(page, title);
        return new(
            title,
            Day(linked?.Published) ?? DayNames.SelectMany(n => metas[n]).Select(Day).FirstOrDefault(d => d is not null) ?? Marked(page, heading) ?? Seen(page, heading, body),
            outlet ?? Named(page, title),
            BylineOf(page, heading, body) ?? Person(linked?.Author, outlet) ?? AuthorNames.SelectMany(n => metas[n]).Select(a => Person(a, outlet)).FirstOrDefault(a => a is not null),
            metas["og:url"].FirstOrDefault(u => Uri.TryCreate(u, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"));
    }

    // The heading that readers see; what the page tells machines may be cut or carry the outlet's name.
    private static string? TitleOf(IDocument page, IElement? body, string? said, string? outlet)
    {
        var document = PageText.Of(page.Title);
        var headings = page.QuerySelectorAll("h1").Where(h => !PageBody.IsAside(h)).Select(h => PageText.Of(h.TextContent)).Where(t => t.Length is > 0 and < LongestTitle).ToList();
        var heading = headings.FirstOrDefault(h => said is not null && PageText.SameLetters(h, said)) ?? headings.FirstOrDefault(h => document.Contains(h, StringComparison.Ordinal) || (said?.Contains(h, StringComparison.Ordinal) ?? false)) ?? (headings.Count == 1 && headings[0] != outlet ? headings[0] : null);
        if (heading is not null)
        {
            return heading;
        }

        var whole = PageText.Of(said) is { Length: > 0 } given ? given : document;
        if (whole.Length == 0)
        {
            return body is null ? null : headings.FirstOrDefault();
        }

        // «عنوان الخبر | وكالة كذا»: the heading that is the title's beginning, else what stands before the outlet's name.
        return page.QuerySelectorAll("h2, h3").Select(h => PageText.Of(h.TextContent)).FirstOrDefault(h => h.Length > 15 && whole.StartsWith(h, StringComparison.Ordinal)) ?? WithoutOutlet(whole, outlet);
    }

    private static string WithoutOutlet(string title, string? outlet)
    {
        foreach (var mark in (string[])[" | ", " - ", " – ", " — ", " :: ", " » "])
        {
            var at = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at > 0 && (outlet is null ? title.Length - at < 40 && at > 20 : title[(at + mark.Length)..].Contains(outlet, StringComparison.Ordinal) || outlet.Contains(title[(at + mark.Length)..].Trim(), StringComparison.Ordinal)))
            {
                return title[..at].Trim();
            }
        }

        return title;
    }

    private static IElement? Heading(IDocument page, string? title) =>
        title is null ? null : page.QuerySelectorAll("h1, h2, h3").FirstOrDefault(h => PageText.Of(h.TextContent) == title);

    // The outlet is what stands behind the title in the browser's tab.
    private static string? Named(IDocument page, string? title)
    {
        var document = PageText.Of(page.Title);
        // Old sites write the outlet's name alone there.
        if (title is not null && document.Length is > 1 and < 60 && !document.Contains(title, StringComparison.Ordinal) && !title.Contains(document, StringComparison.Ordinal))
        {
            return document;
        }

        return title is not null && document.StartsWith(title, StringComparison.Ordinal) && document[title.Length..].Trim(' ', '|', '-', '–', '—', ':', '»') is { Length: > 1 and < 60 } name ? name : null;
    }

    // «2024-03-13T08:00:00+03:00»; the day as the outlet's own clock has it.
    private static DateOnly? Day(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (text.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), ["yyyy-MM-dd", "yyyy/MM/dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        return text.Length < LongestLine ? Written(text) ?? (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment.Year > 1980 ? DateOnly.FromDateTime(moment.DateTime) : null) : null;
    }

    private static DateOnly? Marked(IDocument page, IElement? heading) =>
        page.QuerySelectorAll("time[datetime], [itemprop=datePublished]").Where(t => !PageBody.IsAside(t))
            .OrderBy(t => Distance(heading, t))
            .Select(t => Day(t.GetAttribute("datetime") ?? t.GetAttribute("content") ?? PageText.Of(t.TextContent))).FirstOrDefault(d => d is not null);

    // A line with a whole date above the text: «الأربعاء 13 آذار/مارس 2024».
    private static DateOnly? Seen(IDocument page, IElement? heading, IElement? body) =>
        Near(page, heading, body).Select(Written).FirstOrDefault(d => d is not null);

    private static DateOnly? Written(string line) =>
        ArabicTime.Find(line).Select(t => t.Value).Where(v => v is { Length: >= 10 }).Select(v => DateOnly.TryParseExact(v.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null).FirstOrDefault(d => d is not null);

    // Who wrote it, where the page marks it so.
    private static string? BylineOf(IDocument page, IElement? heading, IElement? body) =>
        page.QuerySelectorAll("[rel=author], [itemprop=author], [class*=byline], [class*=author], [class*=writer], [class*=source-name]")
            .Where(e => !PageBody.IsAside(e, byName: false) && !IsCard(e))
            .OrderBy(e => Distance(heading ?? body, e))
            .Select(e => PageText.Of(e.TextContent)).FirstOrDefault(t => t.Length is > 1 and < 80 && Written(t) is null);

    // A box about the author, with a picture and a life, is no byline.
    private static bool IsCard(IElement element) => element.TextContent.Length > 200 || element.Ancestors<IElement>().Take(2).Any(a => (a.ClassName ?? "").Contains("author-box", StringComparison.OrdinalIgnoreCase) || (a.ClassName ?? "").Contains("bio", StringComparison.OrdinalIgnoreCase));

    private static string? Person(string? name, string? outlet) =>
        name is { Length: > 1 and < 80 } && name != outlet && !name.Contains("://", StringComparison.Ordinal) && !name.Contains('@', StringComparison.Ordinal) && (outlet is null || !outlet.Contains(name, StringComparison.Ordinal)) && name.Any(c => c >= '\u0600') ? name : null;

    // Short lines between the heading and the text, then those before the heading, where today's date may stand.
    private static IEnumerable<string> Near(IDocument page, IElement? heading, IElement? body)
    {
        var all = page.All;
        var at = heading is null ? 0 : all.Index(heading);
        var end = body is null ? Math.Min(all.Length, at + 200) : all.Index(body) is var place && place > at ? place + 15 : at + 40;
        return all.Skip(at).Take(end - at).Concat(all.Skip(Math.Max(0, at - 10)).Take(Math.Min(at, 10)))
            .Where(e => e.ChildElementCount == 0 || e.Children.All(c => c.LocalName is "span" or "i" or "b" or "br" or "svg")).Where(e => !PageBody.IsAside(e, byName: false))
            .Select(e => PageText.Of(e.TextContent)).Where(t => t.Length is > 7 and < LongestLine);
    }

    /// <summary>What stands in a line besides a whole date; the line itself where it holds none.</summary>
    public static string WithoutDate(string line)
    {
        if (line.Length >= LongestLine || ArabicTime.Find(line).FirstOrDefault(t => t.Value is { Length: >= 10 } value && char.IsAsciiDigit(value[0])) is not { } date)
        {
            return line;
        }

        var rest = PageText.Of($"{line[..date.Span.Start]} {line[date.Span.End..]}").Trim(' ', '|', '-', '–', '—', ':', ',', '،');
        // «17:05», «م ـ»: nothing that names anybody.
        return rest.Count(char.IsLetter) < 4 ? "" : rest.Trim();
    }

    /// <summary>The line under the heading that says more of the title.</summary>
    public static string? Subtitle(IDocument page, string? title) =>
        Heading(page, title) is { NextElementSibling: { } next } && (next.LocalName is "h2" or "h3" || (next.LocalName is "p" or "div" && SubtitleNames.Any(n => (next.ClassName ?? "").Contains(n, StringComparison.OrdinalIgnoreCase))))
        && !PageBody.IsAside(next) && PageText.Of(next.TextContent) is { Length: > 10 and < LongestTitle } text ? text : null;

    // How many steps up from one until the other stands below.
    private static int Distance(IElement? from, IElement to)
    {
        var steps = 0;
        for (var at = from; at is not null; at = at.ParentElement, steps++)
        {
            if (at.Contains(to))
            {
                return steps;
            }
        }

        return int.MaxValue;
    }
}
