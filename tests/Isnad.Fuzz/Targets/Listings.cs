using System.Text;
using Isnad.Fuzz.Making;
using Isnad.Sources.Fetching;
using Isnad.Sources.Listings;

namespace Isnad.Fuzz.Targets;

/// <summary>Feeds, sitemaps and robots files of sites that nobody vouches for.</summary>
internal static class Listings
{
    private static readonly Uri Address = new("https://news.example/feed");

    private static readonly string[] Whole =
    [
        "<?xml version='1.0'?><rss version='2.0'><channel><title>أخبار</title><link>https://news.example/</link><item><title>قصف</title><link>https://news.example/1</link><pubDate>Wed, 13 Mar 2024 10:00:00 GMT</pubDate></item></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>أخبار</title><entry><title>قصف</title><link href='/2'/><updated>2024-03-13T10:00:00Z</updated><id>2</id></entry></feed>",
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://news.example/3</loc><lastmod>2024-03-13</lastmod><news:news><news:publication_date>2024-03-13</news:publication_date></news:news></url></urlset>",
        "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>https://news.example/map.xml.gz</loc></sitemap></sitemapindex>",
        "User-agent: *\nDisallow: /private\nAllow: /private/a*b$\nCrawl-delay: 3\nSitemap: https://news.example/map.xml\n",
    ];

    private static readonly string[] Parts =
    [
        "<item>", "</item>", "<entry>", "<link/>", "<link>", "</link>", "<loc>", "</loc>", "<url>", "<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY b '&a;&a;&a;'>]>", "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>", "&a;", "&#0;", "<![CDATA[", "]]>", "<!--", "--", "<?x", "?>", "xmlns=''", "xmlns:a='a'",
        "http://", "//", "javascript:x", "file:///etc/passwd", "https://[::1]/", "https://user:pass@host:99999/", "\u0000", "Wed, 99 Mar 99999", "2024-02-31T25:61:61+99:99", "<pubDate>", "<a:b:c>", "<lastmod>", "Disallow: *****************a", "Allow: $$$", "User-agent:", "Crawl-delay: 1e99", "%", "%zz", "﻿",
    ];

    public static FuzzTarget Target { get; } = new("listing", ".xml", 1, Make, Try);

    public static byte[] Make(Dice dice)
    {
        var text = Mutation.Of(dice, dice.Of(Whole), Parts);
        text = dice.OneIn(300) ? Mutation.Longer(dice, text + " ", dice.Size(300_000)) : text;
        var bytes = Encoding.UTF8.GetBytes(text);
        return dice.OneIn(5) ? Mutation.Of(dice, bytes) : bytes;
    }

    public static void Try(byte[] input)
    {
        // Links of other schemes than http are refused where they are fetched.
        ListingReader.Read(input, Address);
        RobotsRules.Parse(input, "isnad").Allows(new("https://news.example/private/aaaaaaaaaaaaaaaaaaaaaaaab"));
    }
}
