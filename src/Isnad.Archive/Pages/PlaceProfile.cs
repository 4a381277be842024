using Isnad.Archive.Query;

namespace Isnad.Archive.Pages;

/// <summary>What is known of a place.</summary>
/// <param name="Query">Finds what happened there.</param>
/// <param name="Places">The places that the name means, those with the most events first: «إدلب», «ريف إدلب».</param>
/// <param name="Events">How many events happened there.</param>
/// <param name="Types">What happened there.</param>
/// <param name="Parties">Who takes part in it, the commonest first.</param>
/// <param name="Outlets">Who tells of it.</param>
public sealed record PlaceProfile(string Query, IReadOnlyList<PlaceCount> Places, long Events, IReadOnlyList<FacetValue> Types, IReadOnlyList<RoleUse> Parties, IReadOnlyList<FacetValue> Outlets);

/// <summary>Somebody who takes part in events, and as what.</summary>
/// <param name="Role">actor or target.</param>
public sealed record RoleUse(StoredParty Party, string Role, long Events);
