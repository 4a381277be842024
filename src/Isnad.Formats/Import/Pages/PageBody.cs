using System.Text;
using AngleSharp.Dom;

namespace Isnad.Formats.Import.Pages;

/// <summary>
/// The text of a page's article, by paragraphs. Each block of text votes for what holds it; what gets the most votes holds the
/// article, and of its blocks those are left out that are mostly links or are named as something else.
/// </summary>
/// <param name="Container">What holds the article; null where nothing does.</param>
/// <param name="Paragraphs">In order, without empty ones.</param>
internal sealed record PageBody(IElement? Container, IReadOnlyList<string> Paragraphs)
{
    private const int ShortestBlock = 25;
    private const double MostLinked = 0.5;
    private static readonly HashSet<string> Hidden = ["script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "figure", "figcaption", "iframe", "svg", "video", "audio", "object", "head", "menu", "dialog", "textarea", "input"];
    private static readonly HashSet<string> Blocks = ["p", "h2", "h3", "h4", "h5", "li", "blockquote", "pre", "div", "section", "article", "td", "dd", "main", "body", "header", "ul", "ol", "table", "tbody", "tr", "center", "h1", "h6", "dl", "dt", "hr"];

    // Parts of class names and ids by which sites call what is not the article.
    private static readonly string[] Asides =
    [
        "related", "share", "sharing", "social", "comment", "tags", "tag-", "breadcrumb", "newsletter", "subscribe", "promo", "advert", "banner", "sidebar", "widget", "caption", "credit", "copyright",
        "most-read", "mostread", "trending", "recommend", "read-more", "readmore", "read-also", "readalso", "also-read", "seealso", "see-also", "more-news", "latest", "toolbar", "cookie", "popup", "modal", "author-box", "author-bio", "bio", "print", "font-size", "rating", "poll", "navigation", "pagination", "ticker", "footer",
    ];

    // Whole parts of names: «ad-slot», not «head-line».
    private static readonly HashSet<string> Advertisements = new(["ad", "ads", "adv", "adsense", "gpt", "dfp"], StringComparer.OrdinalIgnoreCase);
    private static readonly char[] NameMarks = [' ', '-', '_'];

    public static PageBody Of(IDocument page)
    {
        if (page.Body is not { } body)
        {
            return new(null, []);
        }

        var container = page.QuerySelectorAll("[itemprop=articleBody]").MaxBy(e => e.TextContent.Length) ?? Chosen(body);
        if (container is null)
        {
            return new(null, []);
        }

        var lines = new Collector(container).Lines();
        return new(container, lines);
    }

    /// <summary>The lines of a text, without empty ones.</summary>
    public static List<string> Lines(string text) => [.. text.Split('\n').Select(PageText.Of).Where(l => l.Length > 0)];

    /// <summary>True for what stands beside the article, by its own name or that of what holds it.</summary>
    public static bool IsAside(IElement element, bool byName = true)
    {
        for (var at = element; at is not null && at.LocalName != "body"; at = at.ParentElement)
        {
            if (IsAsideItself(at, byName || at != element))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAsideItself(IElement element, bool byName) =>
        Hidden.Contains(element.LocalName) || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true" || element.GetAttribute("role") is "navigation" or "complementary" or "banner" or "contentinfo"
        || (element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase) ?? false)
        || (byName && element.LocalName is not ("body" or "main" or "article") && IsNamedAside(element));

    private static bool IsNamedAside(IElement element)
    {
        var name = $"{element.ClassName} {element.Id}";
        return name.Length > 1 && (Asides.Any(a => name.Contains(a, StringComparison.OrdinalIgnoreCase)) || name.Split(NameMarks).Any(Advertisements.Contains));
    }

    // As Readability does: what holds blocks of text gets all of their votes, what holds that half of them.
    private static IElement? Chosen(IElement body)
    {
        var votes = new Dictionary<IElement, double>();
        foreach (var (block, length) in new Collector(body).Votes())
        {
            var (at, weight) = (block, 1.0);
            for (var up = 0; up < 3 && at is not null; up++, weight /= 2)
            {
                votes[at] = votes.GetValueOrDefault(at) + (length * weight);
                at = at.ParentElement;
            }
        }

        return votes.Count == 0 ? null : votes.OrderByDescending(v => v.Value * (v.Key.LocalName == "article" ? 1.2 : 1)).First().Key;
    }

    /// <summary>Walks what holds an article, without calling itself: pages nest as they like.</summary>
    private sealed class Collector(IElement root)
    {
        private readonly List<(IElement Holder, string Text, int Linked, bool IsHeading)> blocks = [];
        private readonly StringBuilder text = new();
        private int linked;

        public List<string> Lines()
        {
            Walk();
            var kept = blocks.Where(b => b.Linked <= MostLinked * b.Text.Length).ToList();
            // A heading with nothing under it heads what was left out.
            return [.. kept.Where((b, i) => !b.IsHeading || (i + 1 < kept.Count && !kept[i + 1].IsHeading)).Select(b => b.Text)];
        }

        public IEnumerable<(IElement Holder, int Length)> Votes()
        {
            Walk();
            return blocks.Where(b => !b.IsHeading && b.Text.Length >= ShortestBlock && b.Linked <= MostLinked * b.Text.Length).Select(b => (b.Holder, b.Text.Length - b.Linked));
        }

        private void Walk()
        {
            // Nodes still to be seen; a null closes the block that was open.
            var stack = new Stack<(INode? Node, IElement Block, bool InLink)>([(root, root, false)]);
            while (stack.TryPop(out var next))
            {
                var (node, block, inLink) = next;
                switch (node)
                {
                    case null:
                        Close(block);
                        break;
                    case IText run:
                        text.Append(run.Data);
                        linked += inLink ? PageText.Of(run.Data).Length : 0;
                        break;
                    case IElement { LocalName: "br" }:
                        Close(block);
                        break;
                    case IElement element when element == root || !IsAsideItself(element, byName: true):
                        var isBlock = Blocks.Contains(element.LocalName);
                        if (isBlock)
                        {
                            Close(block);
                            stack.Push((null, element, inLink));
                        }

                        // Not from sibling to sibling: a node has to look for itself among all others to find the one before it.
                        var children = element.ChildNodes;
                        for (var child = children.Length - 1; child >= 0; child--)
                        {
                            stack.Push((children[child], isBlock ? element : block, inLink || element.LocalName == "a"));
                        }

                        break;
                }
            }
        }

        // What is in no block of its own belongs to the block around it.
        private void Close(IElement block)
        {
            var line = PageText.Of(text.ToString());
            if (line.Length > 0)
            {
                var holder = block.LocalName is "p" or "li" or "blockquote" or "h2" or "h3" or "h4" or "h5" && block.ParentElement is { } parent && block != root ? parent : block;
                blocks.Add((holder, line, linked, block.LocalName is "h1" or "h2" or "h3" or "h4" or "h5"));
            }

            text.Clear();
            linked = 0;
        }
    }
}
