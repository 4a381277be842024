using Isnad.Archive.Query;

namespace Isnad.Archive.Pages;

/// <summary>How many events happened at a place.</summary>
public sealed record PlaceCount(StoredPlace Place, long Events);
