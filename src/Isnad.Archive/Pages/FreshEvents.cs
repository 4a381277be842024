using Isnad.Archive.Query;

namespace Isnad.Archive.Pages;

/// <summary>Events of which reports have come in.</summary>
/// <param name="Reached">Up to where the archive was looked at: what to ask from the next time.</param>
public sealed record FreshEvents(IReadOnlyList<StoredEvent> Events, long Reached);
