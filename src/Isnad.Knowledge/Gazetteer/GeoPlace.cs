namespace Isnad.KnowledgeSource.Gazetteer;

/// <summary>A place of the sources that has an Arabic name.</summary>
/// <param name="Id">Its name in evidence: «geonames#170654», «cldr#GL».</param>
/// <param name="Kind">city, district or country.</param>
/// <param name="Country">ISO 3166 alpha-3.</param>
/// <param name="Latitude">In degrees; not a number where the source gives none.</param>
/// <param name="Longitude">In degrees.</param>
/// <param name="Population">0 where unknown.</param>
/// <param name="Names">Arabic names, the usual one first.</param>
internal sealed record GeoPlace(string Id, string Kind, string Country, double Latitude, double Longitude, int Population, IReadOnlyList<string> Names);
