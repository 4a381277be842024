using Isnad.Formats.Import;
using Isnad.Sources.Fetching;
using Isnad.Sources.Listings;

namespace Isnad.Sources;

/// <summary>
/// The articles behind an address: a page, or the pages that a feed, a sitemap or a robots.txt names. A page is fetched when it
/// is asked for; one that is known and has not changed is stepped over.
/// </summary>
/// <example><code>using var web = new WebArticles(FetchOptions.Default, _ => null);</code></example>
public sealed class WebArticles : IDisposable
{
    // A sitemap's index may name indexes; sites do not nest them deeper.
    private const int Deepest = 3;

    // A server that is down need not be asked for ten thousand pages.
    private const int MostFailures = 5;

    private readonly PageFetcher fetcher;
    private readonly FetchOptions options;
    private readonly Func<string, PageVisit?> known;

    /// <param name="known">What is known of a page that was fetched before.</param>
    public WebArticles(FetchOptions options, Func<string, PageVisit?> known)
    {
        ArgumentNullException.ThrowIfNull(options);
        (this.options, this.known, fetcher) = (options, known, new PageFetcher(options));
    }

    /// <summary>True for a name that is an address of the web.</summary>
    public static bool IsAddress(string name) => Uri.TryCreate(name, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && name.Contains("://", StringComparison.Ordinal);

    /// <summary>The articles behind an address, in the order of its list. Never throws on what servers send.</summary>
    public IEnumerable<ArticleUnit> Open(string address, ArticleDefaults defaults, CancellationToken cancellation = default)
    {
        var state = new Progress(options.MostPages);
        return Listed(new(new Uri(address), null, null, IsListing: true), defaults, 0, state, cancellation);
    }

    public void Dispose() => fetcher.Dispose();

    private sealed class Progress(int left)
    {
        public int Left { get; set; } = left;

        public int Failures { get; set; }

        public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);
    }

    private IEnumerable<ArticleUnit> Listed(PageLink link, ArticleDefaults defaults, int depth, Progress state, CancellationToken cancellation)
    {
        var (page, unit) = Fetch(link, state, cancellation);
        if (page is null)
        {
            if (unit is not null)
            {
                yield return unit;
            }

            yield break;
        }

        var listing = ListingOf(page, out var problem);
        if (problem is not null)
        {
            yield return problem;
            yield break;
        }

        if (listing is null)
        {
            yield return Article(link, page, defaults);
            yield break;
        }

        if (listing.Problem is not null || listing.Links.Count == 0)
        {
            yield return ArticleFiles.Failed(link.Address.AbsoluteUri, listing.Problem is null ? ProblemKind.Empty : ProblemKind.Malformed, listing.Problem ?? "it names no page");
        }

        foreach (var next in listing.Links.Where(l => state.Seen.Add(l.Address.AbsoluteUri)))
        {
            if (state.Left == 0)
            {
                yield return ArticleFiles.Failed(link.Address.AbsoluteUri, ProblemKind.TooLarge, $"it names more than {options.MostPages:N0} pages; give the same command again to go on");
                yield break;
            }

            if (state.Failures >= MostFailures)
            {
                yield return ArticleFiles.Failed(link.Address.AbsoluteUri, ProblemKind.NotFetched, $"{MostFailures} pages in a row could not be fetched; give the same command again later");
                yield break;
            }

            foreach (var found in next.IsListing && depth < Deepest ? Listed(next, defaults, depth + 1, state, cancellation) : Single(next, defaults, state, cancellation))
            {
                yield return found;
            }
        }

        // Only once everything in it was taken in need the list not be read again. A list of lists may be the same while these change.
        if (listing.Problem is null && !listing.Links.Any(l => l.IsListing))
        {
            yield return new(link.Address.AbsoluteUri, () => []) { Page = Visit(link, page) };
        }
    }

    private IEnumerable<ArticleUnit> Single(PageLink link, ArticleDefaults defaults, Progress state, CancellationToken cancellation)
    {
        if (known(link.Address.AbsoluteUri) is { } visit && (link.Changed is null || link.Changed == visit.Listed))
        {
            yield break;
        }

        state.Left--;
        var (page, unit) = Fetch(link, state, cancellation);
        if (page is not null)
        {
            yield return Article(link, page, defaults);
        }
        else if (unit is not null)
        {
            yield return unit;
        }
    }

    // A page, or what to say instead of it: nothing where it has not changed.
    private (FetchedPage? Page, ArticleUnit? Unit) Fetch(PageLink link, Progress state, CancellationToken cancellation)
    {
        var visit = known(link.Address.AbsoluteUri);
        var answer = fetcher.Get(link.Address, visit?.ETag, visit?.LastModified, cancellation).GetAwaiter().GetResult();
        state.Failures = answer.Problem?.Kind == ProblemKind.NotFetched ? state.Failures + 1 : 0;
        return answer switch
        {
            { Problem: { } problem } => (null, new(problem.Source, () => [new(null, problem)])),
            { Page: { IsUnchanged: true } same } => (null, new(link.Address.AbsoluteUri, () => []) { Page = Visit(link, same) }),
            _ => (answer.Page, null),
        };
    }

    private static Listing? ListingOf(FetchedPage page, out ArticleUnit? problem)
    {
        problem = null;
        if (page.Address.AbsolutePath == "/robots.txt")
        {
            var sitemaps = RobotsRules.Parse(page.Bytes, "Isnad").Sitemaps;
            return new([.. sitemaps.Where(IsAddress).Select(s => new PageLink(new Uri(s), null, null, IsListing: true))], null);
        }

        var bytes = page.Bytes;
        if (bytes is [0x1F, 0x8B, ..])
        {
            // «sitemap.xml.gz»
            if (CompressedFiles.Unpack(bytes, ArticleLimits.File) is not { } unpacked)
            {
                problem = ArticleFiles.Failed(page.Address.AbsoluteUri, ProblemKind.Unreadable, "the gzip archive is cut off, damaged or too large");
                return null;
            }

            bytes = unpacked;
        }

        return ListingReader.Read(bytes, page.Address);
    }

    private static ArticleUnit Article(PageLink link, FetchedPage page, ArticleDefaults defaults) => new(link.Address.AbsoluteUri, () =>
        ArticleReader.ReadPage(page.Address.AbsoluteUri, page.Address, page.Bytes, defaults with { Published = link.Published ?? defaults.Published }))
    {
        Page = Visit(link, page),
    };

    private static PageVisit Visit(PageLink link, FetchedPage page) => new(link.Address.AbsoluteUri, page.ETag, page.LastModified, link.Changed);
}
