using System.Globalization;
using System.Xml;

namespace Isnad.Sources.Listings;

/// <summary>Sitemaps, their indexes and the dates of Google's news sitemaps (sitemaps.org).</summary>
internal static class SitemapReader
{
    // The protocol's own limit for one file.
    private const int MostLinks = 50_000;

    public static Listing Read(XmlReader xml, Uri sitemap)
    {
        var links = new List<PageLink>();
        var isIndex = xml.LocalName == "sitemapindex";
        var entry = isIndex ? "sitemap" : "url";
        string? location = null, changed = null, published = null;
        try
        {
            // Reading an element's text leaves the reader behind it, where the next element may already stand.
            var more = xml.Read();
            while (more)
            {
                switch (xml.NodeType, xml.LocalName)
                {
                    case (XmlNodeType.Element, "loc") when xml.NamespaceURI.Contains("sitemap", StringComparison.Ordinal) && !xml.NamespaceURI.Contains("image", StringComparison.Ordinal):
                        location = xml.ReadElementContentAsString().Trim();
                        continue;
                    case (XmlNodeType.Element, "lastmod"):
                        changed = xml.ReadElementContentAsString().Trim();
                        continue;
                    case (XmlNodeType.Element, "publication_date"):
                        published = xml.ReadElementContentAsString().Trim();
                        continue;
                    case (XmlNodeType.EndElement, var name) when name == entry:
                        if (Uri.TryCreate(sitemap, location, out var address) && location is { Length: > 0 })
                        {
                            links.Add(new(address, changed, Day(published), isIndex));
                        }

                        (location, changed, published) = (null, null, null);
                        break;
                }

                more = links.Count < MostLinks && xml.Read();
            }

            return new(links, null);
        }
        catch (XmlException x)
        {
            // What stands before the damage is good.
            return new(links, SafeXml.Explain(x));
        }
    }

    private static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
