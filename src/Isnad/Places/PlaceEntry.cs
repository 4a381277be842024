namespace Isnad.Places;

/// <summary>What has to stand beside a name before it counts as a place.</summary>
internal enum PlaceEvidence
{
    /// <summary>Nothing: «حلب» is a place wherever it stands.</summary>
    None,

    /// <summary>A preposition of place or a head noun: «في صلاح الدين», for the name is a person's as well.</summary>
    Preposition,

    /// <summary>A head noun: «مدينة الباب», for «في الباب» may be in the door.</summary>
    HeadNoun,
}

/// <summary>One spelling of a place that knowledge lists.</summary>
/// <param name="Id">Id of the knowledge entry.</param>
/// <param name="Name">Its main name.</param>
/// <param name="Spelling">The spelling that this entry was listed under.</param>
/// <param name="Country">ISO 3166 alpha-3, or null for what lies in several.</param>
/// <param name="Kind">city, district, province, region, country, water, site, continent.</param>
/// <param name="Province">Main name of the province that holds it.</param>
/// <param name="ExactSpelling">Hamza and madda tell it from another word: إب is a city, آب a month.</param>
/// <param name="IsDefault">Which of several places of this name is meant where the article says nothing else.</param>
/// <param name="Point">Where it is, or null where knowledge does not say.</param>
internal sealed record PlaceEntry(
    string Id, string Name, string Spelling, string? Country, string Kind, string? Province,
    PlaceEvidence Needs, bool ExactSpelling, bool IsDefault, GeoPoint? Point = null);

/// <summary>A noun that a place name follows.</summary>
/// <param name="Id">Id of the knowledge entry.</param>
/// <param name="Kind">What the name after it is: «محافظة حلب» is a province though حلب alone is a city; null where it says nothing of it.</param>
/// <param name="NamesUnknown">Whether an unlisted word after it is a place name: «بلدة كفروما».</param>
/// <param name="IsPartOfName">Whether the name begins with it: «مطار الشعيرات».</param>
/// <param name="TakesAdjective">Whether it makes a place with a nationality: «الأراضي السورية».</param>
/// <param name="IsCapital">«العاصمة»: with a nationality it is the capital.</param>
internal sealed record PlaceNoun(string Id, string? Kind, bool NamesUnknown, bool IsPartOfName, bool TakesAdjective, bool IsCapital);
