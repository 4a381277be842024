namespace Isnad.Archive.Fusion;

/// <summary>What of an event counts in the sums.</summary>
/// <param name="Day">Its first day; null where it has none.</param>
/// <param name="IsOfYear">Only its year is known, so that it counts in no month.</param>
/// <param name="Place">Row number of its place.</param>
internal sealed record ToldEvent(string Type, string? Day, bool IsOfYear, long? Place, IReadOnlyList<ToldReport> Reports);

/// <summary>What of one report of an event counts in the sums.</summary>
/// <param name="Country">The country of the place that it names.</param>
internal sealed record ToldReport(string Status, string? Outlet, string? Country, IReadOnlyList<ToldParty> Parties);

/// <summary>Somebody in a report: the role there, and the codes.</summary>
internal readonly record struct ToldParty(string Role, string? Country, string? Sector)
{
    /// <summary>What a party is to a dyad: «RUS MIL».</summary>
    public string Side => $"{Country} {Sector}".Trim();
}
