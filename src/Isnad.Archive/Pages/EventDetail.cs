using Isnad.Archive.Query;

namespace Isnad.Archive.Pages;

/// <summary>An event with the evidence for it.</summary>
/// <param name="Event">What all articles together say.</param>
/// <param name="Claims">The numbers that are given, each with who gives it.</param>
/// <param name="Denials">Who denies it, and in which words.</param>
/// <param name="Origins">Who found out for himself, the first first.</param>
/// <param name="Outlets">What each outlet tells, the first first.</param>
/// <param name="Decisions">Why the reports are held to tell of one event, and what speaks against others.</param>
public sealed record EventDetail(
    StoredEvent Event, IReadOnlyList<ClaimedNumbers> Claims, IReadOnlyList<EventDenial> Denials, IReadOnlyList<EventOrigin> Origins,
    IReadOnlyList<OutletEvidence> Outlets, IReadOnlyList<StoredDecision> Decisions)
{
    /// <summary>The first report of it.</summary>
    public StoredMention First => Event.Reports[0];
}

/// <summary>«عدد القتلى: 12 وفق الدفاع المدني، 15 وفق المرصد»: what is counted, and the values that are given.</summary>
/// <param name="What">dead, injured, arrested, displaced or participants.</param>
/// <param name="Disputed">The values exclude each other.</param>
/// <param name="Values">The value that most give first.</param>
public sealed record ClaimedNumbers(string What, bool Disputed, IReadOnlyList<ClaimedValue> Values);

/// <summary>A number and everybody who gives it.</summary>
/// <param name="Max">Null where it is open above.</param>
public sealed record ClaimedValue(long? Min, long? Max, IReadOnlyList<StoredClaim> Claims);

/// <summary>Who denies an event, and where.</summary>
public sealed record EventDenial(StoredDenial Denial, StoredMention Mention, Passage Passage);

/// <summary>Somebody who found out for himself, with the reports that come from him.</summary>
/// <param name="Name">An agency or an outlet.</param>
/// <param name="Entry">Its entry in the knowledge, where it has one.</param>
/// <param name="Reports">What comes from him, the first first.</param>
public sealed record EventOrigin(string Name, string? Entry, IReadOnlyList<OriginReport> Reports);

/// <summary>A report, and how it comes from its origin.</summary>
/// <param name="Mention">Key of the mention.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="How">own (it found out itself), relayed (its words name the agency), signed (an agency signs it) or copy (its text is another's).</param>
public sealed record OriginReport(string Mention, string? Outlet, string How);

/// <summary>What one outlet tells of an event.</summary>
/// <param name="Outlet">Its name; null where articles name none.</param>
public sealed record OutletEvidence(string? Outlet, IReadOnlyList<EvidenceItem> Items);

/// <summary>A mention in its words.</summary>
public sealed record EvidenceItem(StoredMention Mention, Passage Passage);

/// <summary>Words of an article around what they are evidence for.</summary>
/// <param name="Text">The sentence, or as much of it as fits.</param>
/// <param name="Start">Where the word begins in it (UTF-16 code units).</param>
/// <param name="End">Where it ends.</param>
public sealed record Passage(string Text, int Start, int End);
