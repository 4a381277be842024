namespace Isnad.Archive.Query;

/// <summary>Why two mentions were held to tell of one event, or not although much spoke for it.</summary>
/// <param name="Score">What spoke for it, less what spoke against it.</param>
/// <param name="Merged">They are in one event.</param>
/// <param name="Reasons">Each reason with its weight.</param>
/// <param name="Mine">The mention of the event that was asked about.</param>
/// <param name="Other">The other mention, of this event or of another.</param>
public sealed record StoredDecision(double Score, bool Merged, string Reasons, StoredMention Mine, StoredMention Other);
