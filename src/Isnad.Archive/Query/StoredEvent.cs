namespace Isnad.Archive.Query;

/// <summary>An event with everything that the articles of the archive say of it.</summary>
/// <param name="Key">Key of its first report.</param>
/// <param name="Date">The date that most give, or null.</param>
/// <param name="Day">First day of the date, or the day of the first report.</param>
/// <param name="Claim">Every article knows it only from statements that it holds at arm's length, or that deny it.</param>
/// <param name="Denied">An article denies it, or reports a denial.</param>
/// <param name="Articles">How many tell of it.</param>
/// <param name="Outlets">How many outlets.</param>
/// <param name="Origins">How many found out for themselves: relays, agency copy and copies of one text count once.</param>
/// <param name="Actors">Who did it, as the articles name them, those that most name first.</param>
/// <param name="Claims">Every number with who gives it.</param>
/// <param name="Disagreements">Of what the numbers exclude each other: dead, injured and so on.</param>
/// <param name="Denials">Who denies it.</param>
/// <param name="Reports">The event as each article tells it, the first first.</param>
public sealed record StoredEvent(
    string Key, string Type, string? Mode, string Status, string? Date, string? Day, StoredPlace? Place, bool Claim, bool Denied,
    int Articles, int Outlets, int Origins, IReadOnlyList<StoredParty> Actors, IReadOnlyList<StoredParty> Targets,
    IReadOnlyList<StoredClaim> Claims, IReadOnlyList<string> Disagreements, IReadOnlyList<StoredDenial> Denials, IReadOnlyList<StoredMention> Reports);

/// <summary>«12 قتيلاً وفق الدفاع المدني»: a number, who gives it, and where it stands.</summary>
/// <param name="Says">Who gives it; null where the outlet says it itself.</param>
public sealed record StoredClaim(string What, long? Min, long? Max, StoredParty? Says, string? Outlet, string? Published, string Article);

/// <summary>Who denies an event, and where that stands; the party is null where nobody is named.</summary>
public sealed record StoredDenial(StoredParty? Says, string? Outlet, string? Published, string Article);
