using Isnad.Reading;
using Isnad.Text;

namespace Isnad.Places;

/// <summary>A place name in the text.</summary>
/// <param name="Span">The name alone.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="Name">As knowledge writes it.</param>
/// <param name="Country">ISO 3166 alpha-3, or null for what lies in several.</param>
/// <param name="Kind">city, district, province, region, country, water, site, continent.</param>
/// <param name="Entry">Id of the knowledge entry, or null where none of its candidates is likely enough.</param>
/// <param name="Point">Where the place is, or null where knowledge does not say.</param>
/// <param name="Area">What the text makes of it: «30 كلم جنوب دمشق»; null where it means the place itself.</param>
public sealed record PlaceMention(
    TextSpan Span, int FirstToken, int EndToken, string Name, string? Country, string Kind, string? Entry, GeoPoint? Point = null, GeoArea? Area = null)
{
    /// <summary>What an ambiguous name may mean, the likeliest first; empty where there is no doubt.</summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];

    /// <summary>How exactly the text says where: point, district, province, region, country, or an area that it describes.</summary>
    public string Precision => Area is not null ? "area" : Kind switch
    {
        "city" or "site" => "point",
        "district" or "province" or "country" => Kind,
        _ => "region",
    };
}
