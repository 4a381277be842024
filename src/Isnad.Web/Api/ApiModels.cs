using Isnad.Archive.Pages;
using Isnad.Archive.Query;
using Isnad.Archive.Store;
using Isnad.Reading;

namespace Isnad.Web.Api;

/// <summary>Says of every answer that a machine coded what it holds.</summary>
public abstract record ApiModel
{
    /// <summary>Always true: a program read this out of articles; no person has checked it.</summary>
    public bool MachineCoded => true;
}

/// <summary>A page of events.</summary>
/// <param name="Query">The query in its plainest form.</param>
/// <param name="Count">How many events it finds.</param>
/// <param name="Next">The cursor of the next page, for <c>after</c>; null on the last.</param>
public sealed record EventList(string Query, long Count, IReadOnlyList<StoredEvent> Events, string? Next) : ApiModel;

/// <summary>An event with the evidence for it.</summary>
public sealed record OneEvent(EventDetail Event) : ApiModel;

/// <summary>A page of articles.</summary>
public sealed record ArticleList(string Query, IReadOnlyList<StoredArticle> Articles, string? Next) : ApiModel;

/// <summary>An article, its events and what others tell of them, and who has the same text.</summary>
/// <param name="IsStale">Another engine or other knowledge read it for the archive.</param>
public sealed record OneArticle(StoredArticle Article, bool IsStale, ReadingStamp Stamp, IReadOnlyList<ToldEvent> Events, IReadOnlyList<ArticleCopy> Copies) : ApiModel;

/// <summary>How found events are spread over types, outlets, countries and so on.</summary>
public sealed record FacetList(string Query, IReadOnlyList<Facet> Facets) : ApiModel;

/// <summary>Found events over time.</summary>
public sealed record TimelineAnswer(string Query, TimelineStep Step, Timeline Timeline) : ApiModel;

/// <summary>Who did what to whom.</summary>
public sealed record DyadList(string Query, IReadOnlyList<Dyad> Dyads) : ApiModel;

/// <summary>Where found events happened.</summary>
public sealed record PlaceList(string Query, IReadOnlyList<PlaceCount> Places) : ApiModel;

/// <summary>What is known of an actor.</summary>
public sealed record OneActor(string Who, ActorProfile Actor) : ApiModel;

/// <summary>What is known of a place.</summary>
public sealed record OnePlace(string Where, PlaceProfile Place) : ApiModel;

/// <summary>The outlets of the archive.</summary>
public sealed record OutletList(IReadOnlyList<OutletCount> Outlets) : ApiModel;

/// <summary>What is known of an outlet.</summary>
public sealed record OneOutlet(OutletProfile Outlet) : ApiModel;

/// <summary>What runs here, and how much it holds.</summary>
/// <param name="IsSample">The invented samples are shown.</param>
public sealed record ApiStatus(bool IsSample, ArchiveCounts Archive, ReadingStamp Stamp) : ApiModel;

/// <summary>An article to read.</summary>
/// <param name="Text">The article; its first line is the title where <paramref name="Title"/> is not given.</param>
/// <param name="Published">The day it came out: 2024-03-13. Relative dates need it.</param>
/// <param name="Id">What the reading is to be called.</param>
public sealed record ArticleToRead(string? Text, string? Title = null, string? Outlet = null, string? Published = null, string? Url = null, string? Id = null);
