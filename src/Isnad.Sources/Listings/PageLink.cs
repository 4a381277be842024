namespace Isnad.Sources.Listings;

/// <summary>A page that a feed or a sitemap names.</summary>
/// <param name="Changed">When it changed last, as the list writes it.</param>
/// <param name="Published">When it came out, according to the list.</param>
/// <param name="IsListing">It is a list of pages itself.</param>
internal sealed record PageLink(Uri Address, string? Changed, DateOnly? Published, bool IsListing = false);

/// <summary>What a list of pages holds.</summary>
/// <param name="Links">The pages, in its order.</param>
/// <param name="Problem">Why it could not be read to its end.</param>
internal sealed record Listing(IReadOnlyList<PageLink> Links, string? Problem);
