using System.Xml;

namespace Isnad.Sources.Listings;

/// <summary>Tells feeds and sitemaps from other documents by their root element, and reads them.</summary>
internal static class ListingReader
{
    /// <summary>The list; null where the document is none.</summary>
    public static Listing? Read(byte[] bytes, Uri address)
    {
        if (!LooksLikeXml(bytes))
        {
            return null;
        }

        try
        {
            using var xml = SafeXml.Open(bytes);
            return xml.MoveToContent() != XmlNodeType.Element ? null : xml.LocalName switch
            {
                "rss" or "feed" => FeedReader.Read(xml, address),
                "RDF" => new([], "it is a feed in RSS 1.0, which is not read; most sites have one in RSS 2.0 or Atom too"),
                "urlset" or "sitemapindex" => SitemapReader.Read(xml, address),
                _ => null,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            // The framework's reader on a declaration that is longer than its buffer.
            return new([], "it is not well-formed XML: its declaration cannot be read");
        }
        catch (XmlException x)
        {
            return LooksLikeHtml(bytes) ? null : new([], SafeXml.Explain(x));
        }
    }

    private static bool LooksLikeXml(byte[] bytes) => Head(bytes).Contains('<');

    // A page may be no XML and still be a page.
    private static bool LooksLikeHtml(byte[] bytes)
    {
        var head = Head(bytes);
        return head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.Contains("<body", StringComparison.OrdinalIgnoreCase);
    }

    private static string Head(byte[] bytes) => System.Text.Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 2048)));
}
