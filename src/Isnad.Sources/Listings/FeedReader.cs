using System.ServiceModel.Syndication;
using System.Xml;

namespace Isnad.Sources.Listings;

/// <summary>Feeds in RSS 2.0 and Atom.</summary>
internal static class FeedReader
{
    public static Listing Read(XmlReader xml, Uri address)
    {
        try
        {
            var feed = SyndicationFeed.Load(xml);
            return new([.. feed.Items.Select(item => Link(item, address)).OfType<PageLink>().DistinctBy(l => l.Address)], null);
        }
        catch (Exception x) when (x is FormatException or NotSupportedException)
        {
            return new([], $"it is no feed that can be read: {x.Message}");
        }
    }

    private static PageLink? Link(SyndicationItem item, Uri feed)
    {
        var link = item.Links.FirstOrDefault(l => l.RelationshipType is null or "alternate")?.GetAbsoluteUri()
            ?? item.Links.FirstOrDefault(l => l.RelationshipType is null or "alternate")?.Uri;
        // An id may be an address and is often the only one.
        var address = link ?? (Uri.TryCreate(item.Id, UriKind.Absolute, out var id) && id.Scheme is "http" or "https" ? new Uri(item.Id) : null);
        if (address is null)
        {
            return null;
        }

        var updated = When(() => item.LastUpdatedTime);
        var published = When(() => item.PublishDate) ?? updated;
        return new(
            address.IsAbsoluteUri ? address : new Uri(feed, address), updated?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            published is { } day ? DateOnly.FromDateTime(day.DateTime) : null);
    }

    // Dates are read when they are asked for, and many feeds write them in ways of their own.
    private static DateTimeOffset? When(Func<DateTimeOffset> date)
    {
        try
        {
            return date() is { Year: > 1 } given ? given : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
