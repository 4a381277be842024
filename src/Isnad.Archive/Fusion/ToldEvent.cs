namespace Isnad.Archive.Fusion;

/// <summary>What of an event counts in the sums.</summary>
/// <param name="Day">Its first day; null where it has none.</param>
/// <param name="IsOfYear">Only its year is known, so that it counts in no month.</param>
/// <param name="Place">Row number of its place.</param>
/// <param name="Outlets">How many outlets tell of it.</param>
internal sealed record ToldEvent(string Type, string? Day, bool IsOfYear, long? Place, long Outlets, IReadOnlyList<ToldReport> Reports);

/// <summary>What of one report of an event counts in the sums.</summary>
/// <param name="IsFirst">The event has its key.</param>
internal sealed record ToldReport(string Status, string? Outlet, bool IsFirst, ToldPlace? Place, IReadOnlyList<ToldParty> Parties);

/// <summary>Where a report says that it happened: the row number, the code of the country, and the folded name.</summary>
internal readonly record struct ToldPlace(long Id, string? Country, string Folded);

/// <summary>Somebody in a report: the role there, the row number, the codes, and the entry of the knowledge.</summary>
internal readonly record struct ToldParty(string Role, long Id, string? Country, string? Sector, string? Known)
{
    /// <summary>What a party is to a dyad: «RUS MIL».</summary>
    public string Side => $"{Country} {Sector}".Trim();

    /// <summary>By what the party is the same wherever it stands: its entry, or its row where it has none.</summary>
    public string Entity => EntityOf(Known, Id);

    /// <summary>What it is asked for by: country, sector and entity, each where there is one.</summary>
    public IEnumerable<string> Codes => new[] { Country, Sector, Entity }.OfType<string>();

    /// <summary>The entity of a row of <c>party</c>.</summary>
    public static string EntityOf(string? known, long id) => known ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#{id}");
}
