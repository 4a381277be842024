using Isnad.Archive.Query;

namespace Isnad.Archive.Pages;

/// <summary>A page of the events that a person should look at.</summary>
/// <param name="Events">Those that were found; a page looks at a limited number of events and may hold none.</param>
/// <param name="Next">Where the next page begins, to be given back as it is; null where there is nothing more.</param>
public sealed record ReviewQueue(IReadOnlyList<QueuedEvent> Events, string? Next);

/// <summary>An event with the reasons to look at it.</summary>
/// <param name="Reasons">denied, disputed or doubtful.</param>
public sealed record QueuedEvent(StoredEvent Event, IReadOnlyList<string> Reasons);
