using Isnad.Archive.Query;

namespace Isnad.Archive.Pages;

/// <summary>An outlet and how much the archive has of it.</summary>
/// <param name="Earliest">Day of its first article; null where none is dated.</param>
public sealed record OutletCount(string Outlet, long Articles, string? Earliest, string? Latest);

/// <summary>What is known of an outlet.</summary>
/// <param name="Query">Finds what it tells.</param>
/// <param name="Count">How much the archive has of it.</param>
/// <param name="Events">Of how many events it tells.</param>
/// <param name="Alone">Of how many no other outlet tells.</param>
/// <param name="First">Of how many that others tell too it has the first report.</param>
/// <param name="Copies">How many of its articles are another outlet's text, or another its.</param>
/// <param name="Types">What it tells of.</param>
/// <param name="Speakers">Whom it lets speak, the commonest first.</param>
/// <param name="Carriers">Whom it relays: agencies and other media.</param>
/// <param name="Stances">How it holds what others say.</param>
/// <param name="Framing">Its loaded words.</param>
public sealed record OutletProfile(
    string Query, OutletCount Count, long Events, long Alone, long First, long Copies, IReadOnlyList<FacetValue> Types, IReadOnlyList<PartyReports> Speakers, IReadOnlyList<PartyReports> Carriers,
    IReadOnlyList<OutletStance> Stances, IReadOnlyList<LoadedWord> Framing);

/// <summary>Somebody who speaks or carries, and in how many reports.</summary>
public sealed record PartyReports(StoredParty Party, long Reports);
