namespace Isnad.Archive.Query;

/// <summary>An event as one article tells it.</summary>
/// <param name="Key">Names it in every archive.</param>
/// <param name="Claim">Known only from statements that the article holds at arm's length, or that deny it: a claim, not a fact.</param>
/// <param name="Date">ISO date at the precision known, or null.</param>
/// <param name="Day">First day of the date, or the day of publication where there is none.</param>
/// <param name="Word">The word that names it.</param>
/// <param name="Start">Where that word stands in the article (UTF-16 code units).</param>
public sealed record StoredMention(
    string Key, string Type, string? Mode, string Status, bool Claim, string? Date, string? Day, string Word, int Start, int End, double Confidence,
    StoredPlace? Place, StoredArticle Article, IReadOnlyList<StoredParty> Actors, IReadOnlyList<StoredParty> Targets,
    IReadOnlyList<StoredCount> Counts, IReadOnlyList<StoredReport> Reports)
{
    /// <summary>accepted or corrected by a person; null where nobody has looked at it.</summary>
    public string? Verdict { get; init; }

    internal long Id { get; init; }

    internal long? EventId { get; init; }
}

/// <summary>The article behind a mention.</summary>
/// <param name="Key">Names its content in every archive.</param>
/// <param name="Name">Its id, as it came.</param>
public sealed record StoredArticle(string Key, string Name, string? Outlet, string? Published, string? Url, string Title);

/// <summary>A place, with the knowledge entry behind it.</summary>
/// <param name="Precision">How finely the point says where.</param>
/// <param name="RadiusKm">How far from the point it may be, where that is known.</param>
public sealed record StoredPlace(string Name, string? Country, string? Kind, string? Known, string? Precision, double? Latitude, double? Longitude, double? RadiusKm);

/// <summary>Somebody who acts, undergoes, speaks or carries.</summary>
public sealed record StoredParty(string Name, string? NameEn, string Type, string? Country, string? Sector, string? Known);

/// <summary>How many; open above where <paramref name="Max"/> is null.</summary>
public sealed record StoredCount(string What, long? Min, long? Max);

/// <summary>A report of the event: who says it, through whom, and how the outlet holds it.</summary>
public sealed record StoredReport(StoredParty? Speaker, IReadOnlyList<StoredParty> Via, string Stance, string Form, string? Cue)
{
    /// <summary>The words that are reported; pieces are parted by «…».</summary>
    public string? Content { get; init; }
}
